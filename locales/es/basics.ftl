help-head = Esto es lo que puedo hacer por ti en { $community }:
help-line = { $usage } – { $what }
help-foot = También puedes responder a un mensaje con /report, y el equipo de moderación lo mirará.
health = Estoy bien. Tiempo en marcha: { $up }, con { $events ->
        [one] { $events } evento
       *[other] { $events } eventos
    }.
health-faults = { $faults ->
        [one] Hay { $faults } fallo mío en el registro
       *[other] Hay { $faults } fallos míos en el registro
    }; quien aloja el bot puede ver allí los detalles.
whoami = { $name }, tu rango aquí: { $rank }. Tu cuenta para mí: { $account }
rank-guest = visitante
rank-member = miembro
rank-trusted = miembro de confianza
rank-helper = ayudante
rank-moderator = moderación
rank-manager = responsable
rank-owner = titular
here = Esta línea en «places» da a este lugar el rol { $role }:
here-not-private = Pídemelo, por favor, en el grupo o canal que deba tener ese rol.
bind-how = ¡Gracias por invitarme! En ese grupo guardo silencio hasta que esté vinculado a { $community }. Pide el código a quien aloja el bot y escribe en el grupo /bind con el código.
bind-done = Ahora este grupo es parte de { $community }.
bind-already = Este grupo ya es parte de { $community }.
bind-wrong-code = Ese no es el código. Quien aloja el bot lo obtiene así: python3 -m bot bind-code
bind-not-private = Escribe esto, por favor, en el grupo que quieres vincular.
plain = { $text }
