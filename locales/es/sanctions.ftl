# Sanciones a mano, y lo que se sigue de ellas.
notice-softban = Te han expulsado de { $community }, junto con tus mensajes del último día. Puedes volver.
notice-unmute = Ya puedes volver a escribir en { $community }.
notice-undone = El equipo de { $community } ha anulado el caso { $case }: ya no cuenta.
notice-unban = Puedes volver a { $community }.
card-title-noted = Caso { $case }: nota sobre { $who }
card-title-softban = Caso { $case }: expulsión con limpieza de { $who }
card-title-unmute = Caso { $case }: { $who } puede volver a escribir
card-title-unban = Caso { $case }: { $who } puede volver
note-done = Nota guardada sobre { $who }: caso { $case }. Solo la ve el equipo.
softban-done = { $who } está fuera junto con sus mensajes del último día, y puede volver: caso { $case }.
softban-done-untold = { $who } está fuera junto con sus mensajes del último día: caso { $case }. No he podido escribirle en privado.
unmute-done = { $who } puede volver a escribir: caso { $case }.
unmute-done-untold = { $who } puede volver a escribir: caso { $case }. No he podido decírselo en privado.
unban-done = { $who } puede volver: caso { $case }.
unban-done-untold = { $who } puede volver: caso { $case }. No he podido decírselo en privado.
note-empty = Escribe qué debo recordar, o responde al mensaje del que se trata.
act-first = { $who } se adelantó: el caso { $case } dice lo mismo. No se ha hecho nada dos veces.
act-first-until = { $who } se adelantó: el caso { $case } vale hasta { $until }. No se ha hecho nada dos veces; /case { $case } edit lasts:2d cambia el plazo.
act-first-forever = { $who } se adelantó: el caso { $case } es para siempre. No se ha hecho nada dos veces; /case { $case } edit lasts:2d cambia el plazo.
act-instead = Sustituye al caso { $case }, que habría durado hasta { $until }.
act-instead-forever = Sustituye al caso { $case }, que era para siempre.
act-nothing-to-end = Según mis registros no había nada que terminar.
act-channel = { $who } es un canal: solo se le puede advertir, anotar, banear o readmitir.
act-out-of-reach = { $who } administra o no está por debajo de mi rol: la plataforma no me deja aplicarle silencio, expulsión ni baneo. No se hizo nada ni se envió ningún aviso.
act-before = { $count ->
        [one] Antes hubo { $count } advertencia.
       *[other] Antes hubo { $count } advertencias.
    }
mute-renewed = Discord acepta como mucho 28 días de una vez; lo renovaré a tiempo.
term-span = Puede durar de { $shortest } a { $longest }. Telegram toma lo más corto como para siempre.
term-over = Lo entiendo como { $until } según el reloj de la comunidad, y eso ya pasó.
param-lasts = Cuánto tiempo: 10m, 2h, 1d12h, viernes 18:00, mañana, siempre
command-note = Anota algo sobre un miembro; solo lo ve el equipo
command-unmute = Deja que un miembro vuelva a escribir antes de tiempo
command-softban = Expulsa a un miembro con sus mensajes del último día; puede volver
command-unban = Deja volver a alguien antes de tiempo
card-link = El mensaje: { $link }
card-noted = Nota de { $who }, { $at }: { $text }
card-edited = Motivo cambiado por { $who }, { $at }; antes: { $before }
case-unclear = No entiendo «{ $given }» como caso. Escribe /case 12, /case last, /case 12 edit un motivo nuevo, o /case 12 note unas palabras.
entry-note = Anotado en el caso { $case }.
entry-reason = El motivo del caso { $case } ha cambiado; se guarda el anterior.
list-title = Casos, los más nuevos primero:
list-title-person = En el registro sobre { $who }, lo más nuevo primero:
list-line = { $case } · { $at } · { $what } · { $who } · { $why }
list-empty = Nada del registro encaja.
sanction-note = nota
sanction-warn = advertencia
sanction-mute = silencio
sanction-kick = expulsión
sanction-softban = expulsión con limpieza
sanction-ban = baneo
sanction-unmute = fin del silencio
sanction-unban = fin del baneo
sanction-milder = suaviza el caso { $case }
sanction-undo = anula el caso { $case }
button-older = Más antiguos
button-newer = Más nuevos
command-case-edit = Cambia el motivo, la norma o la duración; se guarda lo anterior
command-case-note = Añade una nota a un caso; solo la ve el equipo
command-history = Todo lo registrado sobre una persona, lo más nuevo primero
command-cases = Busca en el registro: persona, moderador, acto, fecha, norma o palabras
param-which = El número del caso; sin número, el último
param-by = Qué moderador actuó
param-act = Qué se hizo
menu-card = Townkeeper: ficha
command-card = Mira quién es alguien y qué hay registrado, con botones; solo lo ves tú
command-strikes = Mira cuántas faltas cuentan ahora
card-whom = Responde a un mensaje con /card, o nombra a alguien: /card @nombre.
strikes-of = { $count ->
        [one] { $who } tiene ahora { $count } falta.
       *[other] { $who } tiene ahora { $count } faltas.
    }
person-who = { $who } ({ $id }), { $rank }
person-joined = Aquí desde: { $at } ({ $days ->
        [one] { $days } día
       *[other] { $days } días
    })
person-created = Cuenta creada: { $at } ({ $days ->
        [one] { $days } día
       *[other] { $days } días
    })
person-language = Idioma: { $language }
person-account = También: { $id }
person-counts = En el registro: { $cases } · advertencias: { $warnings } · notas: { $notes } · faltas ahora: { $strikes }
person-mute = Silencio hasta: { $until } (caso { $case })
person-mute-forever = Silencio para siempre (caso { $case })
person-ban = Baneo hasta: { $until } (caso { $case })
person-ban-forever = Baneo para siempre (caso { $case })
hand-warn = Advertir
hand-mute-10m = Silenciar 10 min
hand-mute-1h = Silenciar 1 h
hand-mute-1d = Silenciar 1 d
hand-kick = Expulsar
hand-ban = Banear
hand-note = Nota
hand-history = Historial
hand-form = { $what }: { $who }
hand-form-warned = { $what }: { $who } – ya con { $count ->
        [one] { $count } advertencia
       *[other] { $count } advertencias
    }
hand-reason = ¿Por qué? Basta la clave de una norma.
purge-preview = Se borrarían: { $count ->
        [one] { $count } mensaje
       *[other] { $count } mensajes
    }
purge-people = Escritos por: { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
purge-by = { $who }: { $count ->
        [one] { $count } mensaje
       *[other] { $count } mensajes
    }
purge-done = Borrados: { $count ->
        [one] { $count } mensaje
       *[other] { $count } mensajes
    }
purge-kept = No borrados: { $count ->
        [one] { $count } mensaje
       *[other] { $count } mensajes
    } – { $why }
purge-what = Di qué borrar: /purge @nombre, /purge 20, /purge 1h, o unas palabras de los mensajes.
purge-none = No recuerdo mensajes así aquí. Conozco lo dicho desde que arranqué, hasta 500 por sitio.
massban-preview = Se banearía, entrados desde { $since }: { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
massban-who = · { $who }
massban-none = Que yo recuerde, en ese tiempo no entró nadie a quien pueda banear: conozco a quienes entraron desde que arranqué.
massban-done = Baneos: { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
massban-kept = Sin baneo: { $who } – { $why }
massban-untold = No se pudo avisar en privado: { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
massban-left-alone = En paz, porque ya son del equipo o alguien se adelantó: { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
and-more = … y { $count } más
sweep-by = Por { $who }:
sweep-left = No se ha hecho nada.
button-go = Adelante
button-cancel = Cancelar
command-purge = Borra mensajes aquí: por persona, número, tiempo o palabras; se muestra antes
command-massban = Banea a todos los que entraron en ese tiempo; se muestra antes
param-count = Cuántos como mucho
param-containing = Palabras que contienen los mensajes
param-joined = Entraron en: 10m, 1h
list-none-since = Desde el caso { $case } nada encaja. Los anteriores están a un toque.
list-not-yet = { $since } aún está por llegar: desde entonces no puede haber nada en el registro.
list-backwards = Ese período acabaría ({ $until }) antes de empezar ({ $since }).
edit-no-time = El caso { $case } no es ni silencio ni baneo: no tiene duración que cambiar.
edit-over = Sería hasta esta hora, que ya pasó: { $until }. /unmute y /unban lo terminan, o puedes anularlo.
edit-not-holding = El caso { $case } ya no está vigente; su duración no se puede cambiar.
edit-empty = ¿Qué cambio? Escribe un motivo nuevo, una norma o una duración.
edit-refused = Queda anotado, pero la plataforma no me dejó hacerlo: { $why }.
edit-told = El equipo ha cambiado cuánto dura esto.
entry-guideline = La norma del caso { $case } ha cambiado; se guarda la anterior.
edit-until = El caso { $case } dura ahora hasta esta hora: { $until }.
edit-forever = El caso { $case } dura ahora para siempre.
card-until = Hasta: { $until }
card-forever = Para siempre
card-edited-guideline = { $who } cambió la norma, { $at }; antes: { $before }
card-edited-until = { $who } cambió la duración, { $at }; antes: { $before }
case-apart = El caso { $case } en la otra plataforma, junto al que se abrió este, queda como está: lo que se hace con aquel vale para los dos.
card-edited-along = Con él cambió también el caso { $case }, en la otra plataforma.
for-good = para siempre
