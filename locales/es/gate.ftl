# Recién llegados ante la puerta.
command-gate = Obtén el enlace con el que se pide entrar
gate-line = ¡Hola, { $who }! Pulsa el botón en menos de { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}; después podrás participar.
gate-wave = ¿Acabas de llegar? Pulsa el botón; después podrás participar.
gate-asked-in = ¡Hola! Antes de entrar en { $community }, pulsa el botón.
button-gate = Quiero entrar
gate-not-waiting = Ya estás dentro, o se acabó el tiempo. En ese caso, vuelve a entrar.
gate-question = Responde, por favor, a la pregunta de esta comunidad.
gate-form = Antes de entrar
gate-sum = ¿Cuánto es? Pulsa el número.
gate-sum-words = ¿Cuánto es { $sum } Pulsa el número.
button-in-words = Con palabras, por favor
gate-wrong = { $count ->
    [one] No era eso. Te queda un intento.
   *[other] No era eso. Te quedan { $count } intentos.
}
gate-failed = No era eso. Puedes volver a entrar e intentarlo de nuevo.
gate-passed = ¡Gracias, y te damos la bienvenida a { $community }!
gate-refused = Era correcto, pero no pude abrir la puerta ({ $why }). Alguien de moderación te ayudará.
gate-off = Aquí no hay puerta: a nadie se le pregunta nada al entrar.
gate-link = Quien viene por este enlace pide entrar y responde en la puerta antes de estar dentro:
    { $link }
    Repártelo en lugar de cualquier otro.
gate-link-none = No puedo crear un enlace así. En Telegram necesito el permiso para invitar; Discord no tiene enlaces de este tipo.
gate-link-refused = No pude crear el enlace: { $why }.
button-new-link = Crear otro y anular este
