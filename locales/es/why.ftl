# Por qué: la respuesta de cada regla para el equipo, y lo que concierne al miembro. Los nombres van como en la configuración.
command-why = Ver por qué: tu caso o, si eres del equipo, cualquier caso o mensaje
command-check = Juzgar un mensaje con las reglas actuales; no se hace nada
menu-check = ¿Qué dicen las reglas?
why-head = Caso { $case }: { $who }
why-check-head = Esto dicen ahora las reglas sobre el mensaje. No se hace nada.
why-fired-on = ● Regla { $rule } ({ $trigger }, línea { $line }): salta
why-fired-watch = ○ Regla { $rule } ({ $trigger }, línea { $line }): salta, pero solo observa
why-fired-failed = ● Regla { $rule } ({ $trigger }, línea { $line }): falló, y entonces retiene los mensajes
why-found = encontrado: «{ $found }»
why-found-at = encontrado: «{ $found }», caracteres { $start }–{ $end }
why-words-gone = encontrado: ya no se conserva
why-read-as = leído como: «{ $read }»
why-word = escritura: { $how }; fuerza: { $strength }
why-score = puntuación: { $score }
why-count = contado: { $seen }; el límite es { $most } en este tiempo: { $within }
why-how-plain = normal
why-how-inside = dentro de una palabra más larga
why-how-split = en dos trozos
why-how-leet = con cifras o signos por letras
why-how-stretched = estirada
why-how-masked = con letras tapadas
why-how-backwards = al revés
why-how-doubled = con letras dobles
why-how-other-letters = con letras de otro alfabeto
why-how-marked-up = con formato por dentro
why-how-upside-down = boca abajo
why-how-cut = sin una letra
why-severity-mild = leve
why-severity-medium = media
why-severity-strong = alta
why-none-fired = No salta ninguna regla.
why-passed-clean = No encontraron nada: { $rules }
why-passed-abstained = No conocen este idioma: { $rules }
why-passed-off = Desactivadas: { $rules }
why-passed-spared = No se aplican a esta persona: { $rules }
why-passed-not-here = No miran este lugar, a estas personas o a esta hora: { $rules }
why-passed-broken = Fallaron y lo dejaron pasar: { $rules }
why-passed-given-up = Apartadas porque fallaron una y otra vez: { $rules }
why-strikes = Faltas anteriores: { $prior }; añadidas: { $added }
why-config = Versión de la configuración: { $version }
why-by-hand = Lo decidió una persona; no se preguntó a ninguna regla.
why-not-kept = No se guardó ninguna explicación de este caso.
why-which = ¿Qué caso? Indica su número o usa el comando sobre un mensaje.

# Lo que lee el miembro sobre su propio caso, bajo el aviso que recibió.
why-none = Aquí no hay ningún caso sobre ti.
why-mine-found = Lo que se encontró en tu mensaje: «{ $found }»
why-mine-many = Llegaron demasiados mensajes en poco tiempo, o varias veces el mismo.
why-mine-held = No se pudo comprobar tu mensaje, así que quedó retenido.

# El botón para el equipo y lo que sigue.
button-was-fine = Estaba bien
fine-done = El caso { $case } queda anulado por el caso { $by }. Cuenta en contra de la regla.
precision-low = La regla { $rule } se equivoca a menudo. Decisiones anuladas: { $overturned } de { $verdicts }. ¿Que de momento solo observe?
button-watch = Solo observar
watching-now = La regla { $rule } solo observa a partir de ahora.
