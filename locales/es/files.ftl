file-part = Esta es la parte { $part } de { $of }, porque era demasiado para un solo mensaje: { $file }
file-too-large = Es demasiado, incluso comprimido y en partes. Pregunta a quienes llevan el bot: pueden sacarlo en su máquina.
