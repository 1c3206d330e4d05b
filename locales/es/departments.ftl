# Lo que leen los miembros.
department-went = Tu pregunta número { $number } ha pasado a { $department }. Te responderán aquí.
department-received = { $department } tiene tu pregunta número { $number }.
department-working = { $department } está trabajando en tu pregunta número { $number }.
department-waiting = { $department } espera algo antes de seguir con tu pregunta número { $number }.
department-resolved = { $department } ha resuelto tu pregunta número { $number }. Escríbeme otra vez si queda algo.
department-declined = { $department } no puede hacer lo que pides en el número { $number }. Escríbeme otra vez si queda algo.

# Lo que lee el equipo.
department-moved = La conversación { $number } sigue con { $department }.
department-same = La conversación { $number } ya está con { $department }.
department-arrived = La conversación { $number } con { $who } ha llegado para { $department }.
department-unknown = No hay ningún departamento llamado { $name }. Hay: { $known }
department-noted = Esa persona se entera: { $progress }
progress-received = recibido
progress-working = en curso
progress-waiting = a la espera de algo
progress-resolved = resuelto
progress-declined = rechazado

# Lo que acompaña a una conversación cuando cambia de manos.
packet-who = Conversación { $number } con { $who } ({ $account })
packet-since = Desde { $at }
packet-about = Sobre: { $what }
packet-deadline = Plazo para responder: { $at }
packet-note = Nota: { $note }
packet-asked = Primera pregunta:
packet-last = Lo último que dijo:
packet-case = Caso { $number }: { $act }
packet-transcript = Lo dicho hasta ahora:
packet-cut = Hay más: /transcript lo da todo.

# Cartas a los sistemas de un departamento.
letter-opened = Nuevo para { $department }
letter-handed = Entregado a { $department }
letter-reopened = Abierto de nuevo para { $department }
letter-dead = Algo para { $department } no se puede entregar por { $way } ({ $why }). No se pierde nada: /deadletters lo muestra y lo envía otra vez.
letter-off = { $department } no quiere nada más por { $way } (410 Gone), así que he parado. /deadletters envía lo que queda y lo activa otra vez.
letter-line = { $at } · { $number } · { $department } · { $way } · { $why }
letters-none = Todo lo que había que entregar ha llegado o está en camino.
letters-again = { $count ->
    [one] Una carta se envía otra vez.
   *[other] { $count } cartas se envían otra vez.
}
button-letters-again = Enviarlas otra vez

# Comandos.
command-progress = Di cómo va un departamento con esta conversación; el miembro se entera
command-deadletters = Mira qué no se pudo entregar a los departamentos y envíalo otra vez
param-department = El departamento que se encarga desde ahora
param-progress = received, working, waiting, resolved o declined
