# Lo que comparten encuestas, concursos y eventos
button-change-it = Corregir
form-keep = (Para dejarlo como está, envía: =)
moment-unreadable = No entiendo la hora «{ $given }». Escríbela como 2h, viernes 18:00 o 2027-01-31 9:00.
moment-past = Esa hora ya ha pasado: «{ $given }».
moment-skipped = La hora «{ $given }» no existe: esa noche se adelantan los relojes. Elige una hora antes o después.
moment-too-far = La hora «{ $given }» queda demasiado lejos; como mucho, dentro de dos años.
