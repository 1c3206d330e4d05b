# Lo que lee quien avisa.
report-form = Avisar al equipo
report-form-text = ¿Qué pasó?
report-done = Gracias. El equipo lo tiene con el número { $number }; te contaré cómo termina.
status-report-open = Tu queja número { $number } espera a que alguien la mire.
status-report-taken = Alguien ya se ocupa de tu queja número { $number }.
status-report-over = Tu queja número { $number } está resuelta.
report-own = Ese mensaje es tuyo. Si quieres contarle algo al equipo, escribe /report y lo que quieras decir.
report-empty = No había nada que enviar. Cuenta, por favor, en pocas palabras qué pasó.
button-send = Enviar
outcome-upheld = Sobre tu queja número { $number }: el equipo te da la razón y ha actuado. Gracias por contárnoslo.
outcome-declined = Sobre tu queja número { $number }: el equipo la ha revisado y ha decidido no actuar. Gracias por contárnoslo.
outcome-closed = Sobre tu queja número { $number }: el equipo la ha revisado y la ha cerrado. Gracias por contárnoslo.

# Lo que ve el equipo.
complaint-title = Queja { $number }
complaint-title-about = Queja { $number } sobre { $who }
complaint-by = De { $who }
complaint-reporters = { $count ->
        [one] Ha avisado { $count } persona
       *[other] Han avisado { $count } personas
    }
complaint-message = El mensaje:
complaint-state-upheld = Resuelta por { $who }: aceptada.
complaint-state-declined = Resuelta por { $who }: rechazada.
complaint-state-closed = Cerrada ({ $who }), sin decisión.
complaint-rules = Reglas que incumple: { $rules }
complaint-stays = La conversación { $number } empezó con un aviso. Puede pasar a otra persona, pero no a un departamento, ni unirse a otra.
complaint-waits = La queja { $number } espera a las personas responsables de la comunidad.
complaint-settled = La queja { $number } está resuelta.
complaint-settled-untold = La queja { $number } está resuelta. No pude escribir en privado a esa persona.
complaint-already = { $who } llegó antes: la queja { $number } ya está resuelta.
button-open = Abrir
button-take = Me ocupo
button-delete = Eliminar mensaje
button-warn = Advertir
button-mute = Silenciar 1 h
button-ban = Banear
button-decline = Rechazar
button-uphold = Aceptar
