# Preguntar
command-poll = Pregunta a todo el mundo: /poll pregunta a b c, o un formulario
command-polls = Las últimas encuestas; con un número, cierra o exporta una
param-ask = La pregunta; o todo junto: pregunta a b c
param-options = Las opciones: a | b | c
param-closes = Cuándo cierra: 2h, viernes 18:00; un día si no se dice
param-how = varias, preferencias, cuestionario, anónima, oculto, todas, quórum 10, empieza lunes 9:00
param-poll = El número de la encuesta
poll-form = Una encuesta nueva
poll-field-question = La pregunta
poll-field-options = Las opciones, una en cada línea
poll-field-closes = ¿Cuándo cierra? 2h, viernes 18:00
poll-field-how = Cómo: varias, preferencias, anónima…
poll-not-you = En esta comunidad no puedes hacer encuestas.
poll-nowhere = No sé dónde poner la encuesta. La configuración no tiene ese lugar.
poll-enough = Ya tienes { $count ->
    [one] una encuesta abierta
   *[other] { $count } encuestas abiertas
 }. Espera a que se cierre alguna.
poll-fault-no-question = Falta la pregunta.
poll-fault-question-long = La pregunta tiene { $count } caracteres; el máximo es { $most }.
poll-fault-few-options = Una encuesta necesita al menos dos opciones; aquí hay { $count }. Pon entre comillas las de varias palabras, o cada una en su línea.
poll-fault-many-options = Son { $count } opciones; el máximo es { $most }.
poll-fault-option-long = La opción «{ $option }…» tiene { $count } caracteres; el máximo es { $most }.
poll-fault-twice = La opción «{ $option }» está dos veces.
poll-fault-right = Un cuestionario necesita el número de la opción correcta, de 1 a { $most }: correcta 2.
poll-fault-because-long = La explicación tiene { $count } caracteres; el máximo es { $most }.
poll-fault-setting = No entiendo «{ $given }». Conozco: varias, preferencias, cuestionario, anónima, abierta, oculto, todas, quórum 10, correcta 2, porque …, empieza …, cierra …
poll-fault-lasts = Una encuesta está abierta de { $shortest } a { $longest }.
poll-fault-rules = Una regla de esta comunidad prohíbe estas palabras; no puedo publicarlas.
poll-made = La encuesta { $number } está abierta; cierra el { $at }.
poll-planned = La encuesta { $number } está prevista para el { $opens }.
poll-twice = Esa noche los relojes muestran dos veces esa hora; tomo la primera.
poll-not-shown = No he podido poner la encuesta { $number } en todos sus lugares: { $why }.
poll-doubled = Una respuesta se perdió por el camino, así que la encuesta { $number } puede estar aquí dos veces. Vota en esta, por favor.

# La tarjeta
poll-how-one = Pulsa tu opción; púlsala otra vez para retirarla.
poll-how-several = Pulsa las que quieras; pulsa otra vez para retirar una.
poll-how-ranked = Púlsalas en el orden en que te gustan. La que menos gusta se va, ronda tras ronda.
poll-how-quiz = Pulsa la respuesta correcta; tienes un intento.
poll-closes = Cierra el { $at }.
poll-hidden = El resultado se verá cuando se cierre.
poll-people-open = { $count ->
    [0] Nadie ha votado todavía
    [one] Ha votado una persona
   *[other] Han votado { $count } personas
 }; el equipo puede ver quién eligió qué.
poll-people-anonymous = { $count ->
    [0] Nadie ha votado todavía
    [one] Ha votado una persona
   *[other] Han votado { $count } personas
 }; nadie ve quién eligió qué.
poll-people-open-linked = { $count ->
    [0] Nadie ha votado todavía
    [one] Ha votado una persona
   *[other] Han votado { $count } personas
 }, { $unlinked } sin cuentas vinculadas; el equipo puede ver quién eligió qué.
poll-people-anonymous-linked = { $count ->
    [0] Nadie ha votado todavía
    [one] Ha votado una persona
   *[other] Han votado { $count } personas
 }, { $unlinked } sin cuentas vinculadas; nadie ve quién eligió qué.
button-take-back-vote = Retirar mi voto

# El resultado
poll-nobody = No ha votado nadie.
poll-no-quorum = No cuenta: participaron { $count }, hacían falta { $quorum }.
poll-right = Lo correcto es «{ $option }»; { $count ->
    [one] lo sabía una persona
   *[other] lo sabían { $count }
 }.
poll-tie = Empate entre { $options }.
poll-winner = Gana «{ $option }».
poll-run-off = Tras { $count } rondas: { $votes }.
poll-ended = La encuesta { $number } está cerrada.
poll-closed-line = Esta encuesta está cerrada.

# Votar
poll-over = La encuesta { $number } está cerrada.
poll-answered = Ya has respondido.
poll-nothing-to-take-back = Aquí no hay ningún voto tuyo.
poll-taken-back = Tu voto queda retirado.
poll-counted = Tu voto cuenta.
poll-counted-many = Tu voto cuenta, con { $count ->
    [one] una opción
   *[other] { $count } opciones
 }.
poll-chosen = Tu voto: { $options }
poll-quiz-right = ¡Correcto!
poll-quiz-wrong = No; lo correcto es «{ $option }».

# Para el equipo
poll-none = Todavía no ha habido ninguna encuesta.
poll-unknown = No hay ninguna encuesta { $number }.
poll-list-how = /polls con un número cierra o exporta una.
poll-line-open = { $number } · abierta hasta el { $at } · { $question }
poll-line-planned = { $number } · prevista · { $question }
poll-line-closed = { $number } · cerrada el { $at } · { $question }
poll-line-withdrawn = { $number } · retirada · { $question }
poll-export = Encuesta { $number }
poll-closed-now = La encuesta { $number } está cerrada.
poll-withdrawn = La encuesta { $number } no se publicará.
button-poll-close = Cerrar ahora
button-poll-withdraw = No publicar
button-poll-csv = Como tabla (CSV)
button-poll-json = Como JSON
poll-never-native = Aquí siempre se vota con botones.
poll-not-native = En { $messenger } se vota con botones: { $why }.
poll-unfit-elsewhere = no tiene encuestas propias
poll-unfit-anonymous = sus encuestas muestran quién eligió qué
poll-unfit-counted = no conoce preferencias, pesos ni quórum
poll-unfit-hidden = mostraría el recuento enseguida
poll-unfit-quiz = no tiene cuestionarios
poll-unfit-options = admite menos opciones
poll-unfit-length = la pregunta, una opción o la explicación es demasiado larga
poll-unfit-time = no puede cerrarse sola en ese momento
poll-missed = La encuesta { $number } no se publicó: estuve fuera todo su tiempo. { $question }
