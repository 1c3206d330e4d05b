# Anunciar
command-event = Anuncia eventos y mira quién viene
command-event-new = Anuncia un evento con un formulario
command-event-list = Mira los últimos eventos; con un número, quién viene, cambiarlo o cancelarlo
command-event-feed = Todos los eventos que vienen, en un archivo de calendario
param-event = El número del evento
event-form = Un evento
event-field-title = ¿Cómo se llama?
event-field-starts = ¿Cuándo empieza? viernes 18:00
event-field-ends = ¿Hasta cuándo? 2h, 20:00
event-field-where = ¿Dónde? Un lugar o un enlace
event-field-more = plazas: 20 / repite: weekly / descripción
event-nowhere = No sé dónde anunciarlo. La configuración no tiene ese lugar.
event-made = El evento { $number } está anunciado. Empieza: { $at }.
event-changed = El evento { $number } ha cambiado. Empieza: { $at }.
event-cancelled = El evento { $number } está cancelado; aviso a todas las personas que querían venir.
event-twice = Esa noche los relojes marcan esa hora dos veces; tomo la primera.
event-not-shown = No he podido anunciar el evento { $number } en todos sus lugares: { $why }.
event-feed-failed = No puedo guardar el archivo de calendario de los eventos en { $folder } ({ $why }). Lo intento de nuevo cada hora.
event-feed-again = El archivo de calendario de los eventos se puede guardar de nuevo y está al día.
event-no-native = Los eventos se anuncian solo con sus tarjetas: no puedo ponerlos entre los de Discord ({ $why }). Si los quieres allí, dame el permiso de gestionar eventos.
event-fault-no-title = Falta el nombre.
event-fault-title-long = El nombre tiene { $count } caracteres; el máximo es { $most }.
event-fault-no-place = Falta el lugar; basta un enlace.
event-fault-place-long = El lugar tiene { $count } caracteres; el máximo es { $most }.
event-fault-about-long = La descripción tiene { $count } caracteres; el máximo es { $most }.
event-fault-seats = Las plazas son un número de 1 a { $most }; sin esa línea puede venir cualquiera.
event-fault-kind = No conozco el tipo «{ $given }». Conozco: meeting, webinar, live, offline, drive.
event-fault-repeats = No entiendo cada cuánto es «{ $given }». Conozco: daily, weekly, monthly o una regla como FREQ=WEEKLY;INTERVAL=2.
event-fault-ends-before = El final «{ $given }» no es posterior al comienzo.
event-fault-lasts = Un evento dura de { $shortest } a { $longest }.

# La tarjeta
event-kind-meeting = Reunión, con { $by }
event-kind-webinar = Seminario web, con { $by }
event-kind-live = Sesión en directo, con { $by }
event-kind-offline = Encuentro presencial, con { $by }
event-kind-drive = Prueba de conducción, con { $by }
event-when = { $starts } – { $ends }
event-clock = { $starts } – { $ends } ({ $zone })
event-where = Dónde: { $where }
event-again = Se repite.
event-on-now = Ahora mismo
event-is-cancelled = Cancelado
event-is-over = Ha terminado. { $count ->
    [0] Nadie dijo que vendría.
    [one] Una persona dijo que vendría.
   *[other] { $count } personas dijeron que vendrían.
 }
event-seats = { $count ->
    [one] Hay una plaza.
   *[other] Hay { $count } plazas.
 }
event-heads = Vienen: { $count } · quizá: { $maybe } · en espera: { $waiting }
event-interested = Interesados en el evento de Discord: { $count } (no cuentan arriba)
button-event-yes = Voy
button-event-maybe = Quizá
button-event-no = No puedo
button-event-calendar = A mi calendario
button-event-ask = Preguntar
button-event-check-in = Estoy aquí
button-event-zone = Mi zona horaria
button-event-all = Todos los eventos

# Venir
event-over = El evento { $number } ha terminado o está cancelado.
event-you-yes = Tienes una plaza.
event-you-maybe = Anotado: quizá.
event-you-no = Anotado: no puedes venir.
event-you-wait = Todas las plazas están ocupadas; estás en la lista de espera. { $ahead ->
    [0] Nadie va antes que tú.
    [one] Una persona va antes que tú.
   *[other] { $ahead } personas van antes que tú.
 }
event-promoted = Se ha liberado una plaza: puedes venir a «{ $title }».
event-reminder = Un recordatorio: «{ $title }».
event-moved = «{ $title }» ha cambiado. Ahora es así:
event-cancelled-told = «{ $title }» está cancelado.
event-survey = ¿Qué tal «{ $title }»?
event-thanks = Gracias.
event-file = «{ $title }» para tu calendario
event-feed = { $count ->
    [0] No hay eventos por venir.
    [one] Hay un evento por venir.
   *[other] Hay { $count } eventos por venir.
 }
event-question-form = Una pregunta
event-field-question = ¿Qué te gustaría saber?
event-asked = Tu pregunta le llegará a quien organiza.
event-fault-question = Una pregunta tiene de 1 a { $most } caracteres.
event-fault-questions = Ya has hecho { $most } preguntas; es el máximo.
event-code-form = Asistencia
event-field-code = El código que se dice allí
event-not-now = Puedes confirmar tu asistencia desde una hora antes del evento hasta tres horas después.
event-checked-in = Tu asistencia a «{ $title }» cuenta.
event-code-wrong = Ese no es el código. { $count ->
    [one] Te queda un intento.
   *[other] Te quedan { $count } intentos.
 }
event-code-tries = Demasiados códigos equivocados. Pregunta a quien organiza.
event-zone-form = Tu zona horaria
event-field-zone = Tu ciudad o zona: Europe/Warsaw
event-fault-zone = No conozco la zona horaria «{ $given }». Escríbela como Europe/Warsaw, o una ciudad grande.
event-zone-set = A partir de ahora te digo las horas de { $zone }.

# Para el equipo
event-none = Aún no ha habido ningún evento.
event-unknown = No existe el evento { $number }.
event-list-how = /event list con un número muestra quién viene.
event-line-ahead = { $number } · { $at } · { $title }
event-line-over = { $number } · terminado · { $title }
event-line-cancelled = { $number } · cancelado · { $title }
event-came = Asistencia confirmada: { $count }
event-felt = { $count ->
    [one] Una respuesta sobre qué tal: { $faces }
   *[other] { $count } respuestas sobre qué tal: { $faces }
 }
event-host = Empieza «{ $title }»; { $count ->
    [one] viene una persona
   *[other] vienen { $count } personas
 }.
event-code = El código del evento { $number }, para decirlo allí:
event-questions = { $count ->
    [one] Una pregunta:
   *[other] { $count } preguntas:
 }
event-no-questions = Nadie ha preguntado nada.
button-event-questions = Preguntas
button-event-csv = Quién viene (CSV)
button-event-code = Código de asistencia
button-event-change = Cambiar
button-event-cancel = Cancelar el evento
