# Recordatorios para el equipo.
level-conversation-answer = La conversación { $number } con { $who } espera respuesta. El plazo: { $until }.
level-conversation-solution = La conversación { $number } con { $who } no está resuelta. El plazo: { $until }.
level-complaint-answer = La queja { $number } espera una decisión. El plazo: { $until }.
level-complaint-solution = La queja { $number } no está resuelta. El plazo: { $until }.
level-owner = Se ocupa { $who }.
level-free = Nadie se ocupa de ello.
level-ping = { $who }, ¿puedes mirarlo?

# La lista del día.
digest-head = { $count ->
        [one] Un asunto espera al equipo:
       *[other] { $count } asuntos esperan al equipo:
    }
digest-conversation-open = { $number } · { $who } · { $owner } · desde { $since }
digest-conversation-late = Fuera de plazo: { $number } · { $who } · { $owner } · desde { $since }
digest-complaint-open = { $number } · queja · { $owner } · desde { $since }
digest-complaint-late = Fuera de plazo: { $number } · queja · { $owner } · desde { $since }
digest-more = Y { $count } más: /inbox los muestra.

# Quién está de guardia.
duty-now = Ahora estás de guardia, en el horario de la comunidad.
duty-now-own = Ahora estás de guardia, de { $start } a { $end }.
duty-not-now = Ahora no estás de guardia: el horario de la comunidad ha terminado. Nadie te llamará.
duty-not-now-own = Ahora no estás de guardia; tu horario es de { $start } a { $end }. Nadie te llamará.
duty-off = No estás de guardia hasta que escribas /duty on. Nadie te llamará.
duty-how = Escribe /duty on, /duty off o tu horario: /duty 09:00-17:00.
duty-yours = La conversación { $number } con { $who } es tuya: te toca.

# La palabra de un moderador.
promise-told = Alguien de { $community } se está ocupando; tendrás noticias. Plazo: { $until }.
promise-given = { $who } ha prometido una respuesta en la conversación { $number }. Plazo: { $until }. La persona lo sabe.
promise-when = Di una hora, como mucho dentro de: { $longest }. Por ejemplo, 15:00, 2h, mañana 10:00.
promise-soon = { $who } espera la respuesta prometida en la conversación { $number }. Plazo: { $until }.
promise-broken = { $by } prometió a { $who } una respuesta en la conversación { $number }; el plazo ha pasado. Que alguien lo mire.

# Comandos.
command-duty = Di cuándo puede llamarte el bot, o mira cómo está
param-hours = on, off, o de qué hora a qué hora: 09:00-17:00
command-promise = Di a la persona de esta conversación cuándo vuelves
param-until = Hasta cuándo: 15:00, 2h, mañana 10:00
