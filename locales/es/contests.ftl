# Empezar
command-contest = Abre un concurso: título:"El río" presentar:"una foto" hasta:"viernes 18:00"; o list, 3
param-title = El título; o list, el número de un concurso, csv 3, cancel 3, disqualify 3 2 por qué
param-bring = Qué se presenta: una foto, una receta, una imagen del río
param-prizes = Qué se puede ganar
param-settings = ganadores:3 decide:jurado jurado:moderators evaluación:3d regla:media máximo:1 revisión:sí
contest-form = Un concurso nuevo
contest-field-title = Título
contest-field-bring = ¿Qué hay que presentar?
contest-field-until = ¿Hasta cuándo? 7d, viernes 18:00
contest-field-prizes = ¿Qué se puede ganar?
contest-field-settings = Ajustes: ganadores:3 decide:jurado
contest-not-you = En esta comunidad no puedes abrir concursos.
contest-nowhere = No sé dónde poner el concurso. La configuración no tiene ese lugar.
contest-fault-no-title = El concurso no tiene título.
contest-fault-lasts = Un concurso admite obras de { $shortest } a { $longest }.
contest-fault-judging = La evaluación dura de { $shortest } a { $longest } tras la última obra.
contest-fault-most = Nadie puede presentar «{ $given }» obras; di un número de 1 a { $most }.
contest-fault-setting = No entiendo «{ $given }». Conozco: ganadores, decide (votos o jurado), jurado (moderators, un rol, discord:123), evaluación, regla (media o suma), máximo, revisión, recuento, miembro, cuenta, rango, rol, vinculadas, invitaciones, reclamar, todas.
contest-made = El concurso { $number } está abierto. Admite obras hasta el { $at } y se evalúa hasta el { $until }.
contest-not-shown = No pude poner el concurso { $number } en todos sus lugares: { $why }.

# La tarjeta
contest-card = Concurso { $number }. Presenta lo tuyo antes del { $at }.
contest-bring = Qué presentar: { $what }
contest-judged-votes = Después vota quien quiera, hasta el { $until }.
contest-judged-jury = Después decide el jurado, hasta el { $until }.
contest-prizes = { $count ->
    [one] Se puede ganar: { $prizes }
   *[other] Pueden ganar { $count } personas: { $prizes }
 }
contest-places = { $count ->
    [one] Gana una persona.
   *[other] Ganan { $count } personas.
 }
contest-most = { $count ->
    [one] Una obra por persona.
   *[other] Hasta { $count } obras por persona.
 }
contest-brought = { $count ->
    [0] Todavía nadie ha presentado nada.
    [one] Por ahora hay una obra.
   *[other] Por ahora hay { $count } obras.
 }
contest-how = Pulsa el botón, o responde a este mensaje con una foto, un archivo o un enlace.
contest-frozen = El concurso { $number } ya no admite obras; { $count ->
    [one] hay una
   *[other] hay { $count }
 }.
contest-votes-until = Vota por la que más te guste antes del { $until }.
contest-jury-until = El jurado decide hasta el { $until }.
contest-hidden = Los votos se verán al final.
contest-cancelled = El concurso { $number } está cancelado.
contest-entry = Obra { $entry }, de { $who }
contest-entry-file = Para la obra { $number }:
contest-entry-gone = Esta obra ya no está en el concurso.
contest-votes = { $count ->
    [one] un voto
   *[other] { $count } votos
 }
contest-points = { $score } puntos de { $count ->
    [one] una persona del jurado
   *[other] { $count } personas del jurado
 }
button-contest-bring = Participo
button-contest-mine = Lo mío
button-contest-vote = Esta
button-contest-judge = Evaluar
button-contest-claim = Reclamar el premio

# Participar
contest-bring-form = Tu obra
contest-field-text = Palabras
contest-field-link = Un enlace a una foto o un mensaje
contest-closed = Este concurso no admite obras ahora.
contest-empty = Todavía no hay nada: escribe algo o pon un enlace, o responde a la tarjeta con una foto.
contest-no-link = «{ $given }» no es un enlace. Empieza por https://
contest-enough = { $count ->
    [one] Ya has presentado una, que es el máximo. En «Lo mío» puedes retirarla.
   *[other] Ya has presentado { $count }, que es el máximo. En «Lo mío» puedes retirar una.
 }
contest-full = Este concurso está completo.
contest-too-often = Has presentado y retirado obras tantas veces que este concurso no admite más de ti.
contest-taken-in = Participas en «{ $title }» con la obra { $entry }. En «Lo mío» puedes retirarla.
contest-taken-waiting = Gracias. La obra { $entry } para «{ $title }» está con el equipo, que la mira primero.
contest-nothing-of-yours = No has presentado nada a este concurso.
contest-mine-waiting = { $entry } · con el equipo · { $words }
contest-mine-in = { $entry } · dentro · { $words }
contest-mine-refused = { $entry } · no admitida · { $words }
contest-mine-withdrawn = { $entry } · retirada · { $words }
contest-mine-disqualified = { $entry } · descalificada · { $words }
contest-why = Motivo: { $why }
button-contest-withdraw = Retirar { $entry }
contest-withdrawn = La obra { $entry } está fuera del concurso.
contest-let-in = Tu obra { $entry } está en «{ $title }».
contest-refused-you = Tu obra para «{ $title }» no fue admitida. Motivo: { $why }
contest-disqualified-you = Tu obra está fuera de «{ $title }». Motivo: { $why }

# Evaluar
contest-votes-over = Ahora no se cuentan votos.
contest-own = Es la tuya. Vota por otra.
contest-cannot-vote = No puedes votar. Se pide: { $need }.
contest-voted = Tu voto es para la obra { $entry }. Puedes moverlo hasta el final.
contest-vote-moved = Ahora tu voto es para la obra { $entry }.
contest-unvoted = Has retirado tu voto por la obra { $entry }.
contest-jury-called = «{ $title }» espera al jurado: { $count ->
    [one] una obra
   *[other] { $count } obras
 }, hasta el { $until }.
contest-jury-so-far = El jurado hasta ahora:
contest-jury-one = { $who }: { $judged } de { $count }
contest-jury-more = y { $count } más
contest-jury-unknown = Nadie ha evaluado nada todavía.
contest-jury-behind = Concurso { $number }, «{ $title }»: el jurado evalúa hasta el { $until } y aún no ha terminado.
contest-jury-reminder = «{ $title }» aún espera tus puntos: { $count ->
    [one] una obra
   *[other] { $count } obras
 }, hasta el { $until }.
contest-not-of-the-jury = Aquí no hay nada que puedas evaluar: o no estás en el jurado, o ya terminó.
contest-nothing-to-judge = No hay nada que puedas evaluar.
contest-jury-page = { $title }: { $at } de { $count }
contest-file = Con un archivo: { $name }
contest-your-points = Le diste { $points } de 10.
contest-no-points = ¿Cuántos puntos, de 1 a 10?
contest-judged-all = Las has evaluado todas. Puedes cambiarlo hasta el { $until }.
contest-file-sent = Te lo he enviado.
contest-file-unsent = No pude enviártelo en privado.
button-contest-back = ◀
button-contest-on = ▶
button-contest-see = Ver el archivo

# El final
contest-over = El concurso { $number } está decidido.
contest-nobody = No hay ninguna obra evaluada, así que no gana nadie.
contest-none-fit = Nadie de la lista puede ganar.
contest-winner = { $place }. { $who }, con la obra { $entry }: { $score }
contest-passed-over = { $count ->
    [one] Se pasó por alto una obra.
   *[other] Se pasaron por alto { $count } obras.
 }
contest-standing = Todas:
contest-place = { $place }. Obra { $entry }, de { $who }: { $score }
contest-unclaimed = Concurso { $number }: un premio no se reclamó a tiempo.
contest-passed-on = Concurso { $number }: la obra { $entry } queda descalificada. Motivo: { $why }
contest-you-won = Has ganado: puesto { $place } en «{ $title }».
contest-your-prize = Se puede ganar: { $prizes }
contest-claimed-news = { $who } ha reclamado el premio del concurso { $number }: { $title }

# Para el equipo
contest-none = Todavía no ha habido ningún concurso.
contest-unknown = No hay ningún concurso { $number }.
contest-list-how = /contest con un número muestra cómo va.
contest-line-open = { $number } · abierto hasta el { $at } · { $title }
contest-line-judging = { $number } · en evaluación hasta el { $at } · { $title }
contest-line-closed = { $number } · decidido · { $title }
contest-line-cancelled = { $number } · cancelado · { $title }
contest-too-late = Eso no se puede hacer ahora.
contest-no-entry = No hay ninguna obra { $entry }, o ya está fuera.
contest-disqualify-why = Eso necesita un motivo de hasta { $most } caracteres, que leerá quien la presentó: /contest disqualify 3 2 por qué
contest-disqualified = La obra { $entry } está fuera.
contest-export = Concurso { $number }
contest-review = Para el concurso { $number }, { $title }:
contest-field-why = El motivo, que leerá quien la presentó
contest-refuse-form = ¿Por qué no?
contest-review-in = { $who } la ha admitido.
contest-review-out = { $who } no la ha admitido. Motivo: { $why }
contest-reviewed-already = Alguien ya lo decidió, o el concurso terminó.
contest-unreviewed = El concurso { $number } ya no admite obras, y { $count ->
    [one] una espera todavía
   *[other] { $count } esperan todavía
 } a que alguien la mire. Mientras se evalúa se pueden admitir.
button-contest-let-in = Admitir
button-contest-refuse = No admitir
button-contest-csv = Como tabla (CSV)
button-contest-cancel = Cancelar
