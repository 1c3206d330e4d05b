# Tormentas: niveles, planes, informes; y lo que al bot ya no se le permite.
command-raid-on = Cierra por un tiempo lo que dice el plan
command-raid-off = Abre todo otra vez, exactamente como estaba
command-raid-status = Mira si hay una tormenta
command-raid = Asaltos: cerrar y abrir la comunidad
command-incident = Lee el informe de una tormenta
param-level = El nivel, de 1 a 3

storm-cause-joins = entraron muchas personas a la vez
storm-cause-messages = una oleada de mensajes
storm-cause-reports = muchas quejas a la vez
storm-cause-words = palabras a las que esta comunidad presta atención
storm-cause-moderator = lo pidió la moderación
storm-card = Tormenta { $number }, nivel { $level }: { $cause }. { $count ->
    [0] Por ahora nadie pertenece a ella.
    [one] Por ahora pertenece a ella una persona.
   *[other] Por ahora pertenecen a ella { $count } personas.
}
button-storm-over = Ya pasó
button-sift-mute = Silenciar a los nuevos
button-sift-kick = Expulsar a los nuevos
storm-over = Vuelve la calma; todo está abierto como antes. Gracias por la paciencia.
storm-nobody-left = No queda nadie por atender.
storm-would-mute = { $count ->
    [one] Se silenciaría a una persona que entró con la tormenta { $number }:
   *[other] Se silenciaría a { $count } personas que entraron con la tormenta { $number }:
}
storm-would-kick = { $count ->
    [one] Se expulsaría a una persona que entró con la tormenta { $number }:
   *[other] Se expulsaría a { $count } personas que entraron con la tormenta { $number }:
}
storm-would-who = { $who } · { $at }
storm-would-later = Solo a ellas: quien entre a partir de ahora no está en la lista.
storm-would-list = Aquí están todas, en una tabla.
storm-reason = entró con una tormenta
storm-spared-team = { $count ->
    [one] Queda fuera una persona del equipo.
   *[other] Quedan fuera { $count } personas del equipo.
}
storm-spared-left = { $count ->
    [one] Queda fuera una persona que ya se fue.
   *[other] Quedan fuera { $count } personas que ya se fueron.
}
storm-spared-judged = { $count ->
    [one] Queda fuera una persona sobre la que ya se decidió.
   *[other] Quedan fuera { $count } personas sobre las que ya se decidió.
}
storm-deed-rights = cerrar y abrir lo que se permite
storm-deed-pace = cambiar el ritmo
storm-deed-survey = ver cómo estaba
storm-deed-punish = ocuparse de los recién llegados
storm-sifting = { $count ->
    [one] Me ocupo ahora de una persona recién llegada.
   *[other] Me ocupo ahora de { $count } personas recién llegadas, poco a poco.
}
storm-not-opened = No pude volver a abrir { $space } como estaba. Sigo intentándolo; por favor, revisa mis permisos allí.
storm-report = La tormenta { $number } ha pasado. Nivel más alto: { $peak }. Duró { $lasted }.
storm-report-so-far = La tormenta { $number } sigue. Nivel más alto hasta ahora: { $peak }. Dura ya { $lasted }.
storm-report-by = La declaró { $who }: { $cause }
storm-report-lockdown = { $seconds ->
    [0] Todo quedó cerrado al instante.
    [one] Todo quedó cerrado en un segundo.
   *[other] Todo quedó cerrado en { $seconds } segundos.
}
storm-report-no-lockdown = No se pudo cerrar todo.
storm-report-came = { $count ->
    [0] No entró nadie.
    [one] Entró una persona:
   *[other] Entraron { $count } personas:
}
storm-report-done = Mensajes retirados: { $held }. Recién llegados atendidos: { $sifted }.
storm-report-refused = No se hizo: { $what } ({ $times }×): { $why }
raid-on = El nivel { $level } vale durante { $lasts }. /raid off lo termina.
raid-off = Ya pasó. Todo se abre como estaba.
raid-is-calm = Todo está tranquilo.
raid-no-level = Aquí no hay nivel { $level }; el más alto es { $highest }. Los niveles se escriben en storm: del archivo de configuración.
raid-too-long = Como mucho { $longest }.
raid-status = Tormenta { $number }, nivel { $level }; vuelvo a mirar en { $left }. { $count ->
    [0] No entró nadie.
    [one] Entró una persona.
   *[other] Entraron { $count } personas.
}
incident-unknown = No hay informe de una tormenta así.
ability-lost = En { $where } ({ $space }) ya no se me permite { $ability }. No lo intento más hasta que cambien mis permisos.
ability-delete = borrar mensajes
ability-mute = silenciar
ability-kick = expulsar a personas
ability-ban = banear
ability-rights = cambiar lo que todos pueden hacer
ability-pace = poner el modo lento
ability-admit = responder a solicitudes de entrada
ability-roles = dar roles
ability-remove-thread = borrar hilos
ability-threads = abrir y cerrar hilos
ability-filter = ajustar el filtro de la plataforma
greeting-wave = { $count ->
    [one] ¡Te damos la bienvenida a { $community }!
   *[other] ¡{ $community } les da la bienvenida a los { $count }!
}
