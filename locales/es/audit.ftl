audit-title = Lo que hizo el equipo, lo último primero:
audit-none = Todavía no hay nada en el registro del equipo.
audit-line = { $at }: { $who }, { $act } { $detail }
somebody = alguien sin nombre
