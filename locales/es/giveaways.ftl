# Empezar
command-giveaway = Sorteo: premio:"Un libro" ganadores:1 hasta:"viernes 18:00"; o list, 3, proof 3, reroll 3 1 motivo
param-prize = El premio; o list, el número de un sorteo, cancel 3, proof 3, reroll 3 1 motivo
param-winners = Cuántas personas ganan; 1 si se omite
param-conditions = miembro:7d cuenta:30d rango:trusted rol:123 vinculadas:sí pregunta:"…" respuesta:"…" reclamar:3d
giveaway-form = Un sorteo nuevo
giveaway-field-prize = El premio
giveaway-field-winners = ¿Cuántas personas ganan? 1 si se omite
giveaway-field-until = ¿Hasta cuándo se puede entrar? 2d, viernes 18:00
giveaway-field-conditions = Condiciones: miembro:7d vinculadas:sí pregunta:"…" respuesta:"…"
giveaway-not-you = En esta comunidad no puedes hacer sorteos.
giveaway-nowhere = No sé dónde poner el sorteo. La configuración no tiene ese lugar.
giveaway-fault-no-prize = Falta el premio.
giveaway-fault-long = «{ $given }…» tiene { $count } caracteres; lo máximo son { $most }.
giveaway-fault-question = Una pregunta necesita respuesta, y una respuesta pregunta: pregunta:"…" respuesta:"una|otra".
giveaway-fault-winners = No puede haber «{ $given }» ganadores; di un número del 1 al { $most }.
giveaway-fault-lasts = Un sorteo admite entradas de { $shortest } a { $longest }.
giveaway-fault-setting = No entiendo «{ $given }». Conozco: premio, ganadores, hasta, miembro, cuenta, rango, rol, vinculadas, invitaciones, pregunta, respuesta, reclamar, todas.
giveaway-made = El sorteo { $number } está anunciado; será el { $at }.
giveaway-twice = Esa noche los relojes marcan esa hora dos veces; tomo la primera.
giveaway-not-shown = No pude poner el sorteo { $number } en todos sus lugares: { $why }.

# La tarjeta
giveaway-card = Sorteo { $number }, { $count ->
    [one] un premio
   *[other] { $count } premios
 }. Será el { $at }.
giveaway-needs = Quién puede entrar:
giveaway-need-member-for = miembros desde hace al menos { $span }
giveaway-need-account-for = cuentas de al menos { $span }
giveaway-need-rank = desde este rango: { $rank }
giveaway-need-role = quien tenga el rol { $role }
giveaway-need-linked = quien haya vinculado sus cuentas con /link
giveaway-need-invites = quien no haya traído a nadie que fue baneado o ya se fue
giveaway-need-answer = quien responda a una pregunta
giveaway-need-here = miembros de esta comunidad
giveaway-entrants = { $count ->
    [0] Todavía no ha entrado nadie.
    [one] Ha entrado una persona.
   *[other] Han entrado { $count } personas.
 }
giveaway-commitment = El sorteo se puede comprobar. Semilla prometida (SHA-256): { $commitment }
button-giveaway-enter = Participo
giveaway-cancelled = El sorteo { $number } está cancelado; no se sortea nada.
giveaway-over = Cerrado; { $count ->
    [one] participó una persona
   *[other] participaron { $count } personas
 }.

# Entrar
giveaway-closed = Este sorteo está cerrado.
giveaway-entered = Participas. Tu código: { $code }. En la prueba figura en lugar de tu nombre.
giveaway-entered-already = Ya participas. Tu código: { $code }
giveaway-cannot-enter = No puedes entrar. Se pide: { $need }.
giveaway-question = Una pregunta
giveaway-wrong-answer = Esa no es la respuesta. Puedes probar otra vez.

# El sorteo
giveaway-drawn = El sorteo { $number } está hecho.
giveaway-nobody = No entró nadie, así que no se sortea nada.
giveaway-none-fit = Nadie de quienes entraron puede ganar.
giveaway-winners = { $count ->
    [one] Gana:
   *[other] Ganan:
 }
giveaway-too-few = { $count ->
    [one] Sobra un premio.
   *[other] Sobran { $count } premios.
 }
giveaway-passed-over = { $count ->
    [one] Se saltó una entrada
   *[other] Se saltaron { $count } entradas
 }; la prueba dice por qué.
giveaway-seed = La semilla prometida: { $seed }
giveaway-next = Sigue en el orden:
giveaway-no-next = No queda nadie que pueda ganar.
giveaway-unclaimed = Sorteo { $number }: un premio no se reclamó a tiempo.
giveaway-rerolled = Sorteo { $number }: el puesto { $place } pasa al siguiente. Motivo: { $why }
giveaway-claim-until = Reclama el premio antes del { $at }, o pasa a la siguiente persona.
giveaway-you-won = Has ganado: { $prize }
giveaway-you-won-aloud = { $who }, has ganado: { $prize }
button-giveaway-claim = Reclamar el premio
button-giveaway-proof = Prueba
giveaway-not-yours = Aquí no hay ningún premio tuyo, o su plazo ha pasado.
giveaway-claimed = Es tuyo. { $who } te dirá cómo recibirlo.
giveaway-claimed-already = Ya lo has reclamado.
giveaway-claimed-news = { $who } ha reclamado el premio del sorteo { $number }: { $prize }
giveaway-proof = La prueba del sorteo { $number }. Lo prometido: { $commitment }
giveaway-no-proof = No hay prueba: no se ha sorteado nada, o un puesto se está decidiendo ahora mismo.

# Para el equipo
giveaway-none = Todavía no ha habido ningún sorteo.
giveaway-unknown = No hay ningún sorteo { $number }.
giveaway-list-how = /giveaway con un número muestra quién participa.
giveaway-line-open = { $number } · abierto hasta el { $at } · { $prize }
giveaway-line-drawn = { $number } · hecho el { $at } · { $prize }
giveaway-line-cancelled = { $number } · cancelado · { $prize }
giveaway-latest = Entradas: { $count }; las últimas:
giveaway-export = Sorteo { $number }
giveaway-too-late-open = Eso se puede hacer cuando esté sorteado.
giveaway-too-late-drawn = Ya está sorteado.
giveaway-too-late-cancelled = Está cancelado.
giveaway-reroll-place = Di qué puesto pasa al siguiente, del 1 al { $count }: /giveaway reroll 3 1 motivo
giveaway-reroll-why = Hace falta un motivo de hasta { $most } caracteres, que todo el mundo puede leer.
giveaway-rerolled-done = Saltado; le toca al siguiente puesto.
button-giveaway-list = Quién participa
button-giveaway-csv = Como tabla (CSV)
button-giveaway-cancel = Cancelar
