# Lo que lee el miembro. La fecha va tras dos puntos: la plataforma decide si lleva día de la semana o artículo.
notice-note = Se eliminó un mensaje tuyo en { $community }.
notice-warn = Tienes una advertencia en { $community }.
notice-mute = No puedes escribir en { $community } hasta esta fecha: { $until }.
notice-mute-forever = Ya no puedes escribir en { $community }.
notice-kick = Te han expulsado de { $community }. Puedes volver.
notice-ban = Te han baneado de { $community } hasta esta fecha: { $until }.
notice-ban-forever = Te han baneado de { $community }.
corrected-mute = Perdona, lo que te escribí sobre el caso { $case } no se hizo: no te han silenciado en { $community }.
corrected-kick = Perdona, lo que te escribí sobre el caso { $case } no se hizo: no te han expulsado de { $community }.
corrected-softban = Perdona, lo que te escribí sobre el caso { $case } no se hizo: no te han expulsado de { $community }.
corrected-ban = Perdona, lo que te escribí sobre el caso { $case } no se hizo: no te han baneado de { $community }.
notice-guideline = Nuestra norma { $number }: { $text }
notice-reason = Motivo: { $reason }
notice-case = Es el caso { $case }. Si crees que se trata de un error, pulsa el botón y una persona lo revisará otra vez.
button-appeal = Es un error
line-message-removed = { $who }, se eliminó un mensaje tuyo. Pulsa el botón para leer por qué.
line-notice-for-you = { $who }, hay un aviso para ti. Pulsa el botón para leerlo.

# Lo que ve el equipo.
card-title-note = Caso { $case }: mensaje eliminado de { $who }
card-title-asked = Caso { $case }: una regla pregunta por { $who }
card-title-warn = Caso { $case }: advertencia a { $who }
card-title-mute = Caso { $case }: silencio para { $who }
card-title-kick = Caso { $case }: expulsión de { $who }
card-title-ban = Caso { $case }: baneo de { $who }
card-title-milder = Caso { $case }: suaviza el caso { $undone }, sobre { $who }
card-title-undone = Caso { $case }: anula el caso { $undone }, sobre { $who }
card-watched = La regla { $rule } habría saltado con { $who }. Por ahora solo observa.
card-repeated = { $times ->
        [one] { $times } vez seguida
       *[other] { $times } veces seguidas
    }
card-guideline = Norma { $number }: { $text }
card-rule = Regla { $rule }: se encontró «{ $found }»
card-by = Decisión de { $who }
card-reason = Motivo: { $reason }
card-asks = ¿Y ahora? La regla te deja la decisión a ti.
card-milder = Suavizado por el caso { $case }.
card-undone = Anulado por el caso { $case }.
automod-given-up = La regla { $rule } falló con cinco mensajes seguidos y ya no se aplica. Se probará de nuevo cuando cambie el archivo de configuración.
did-deleted = ✓ eliminado
did-deleted-pending = … eliminando
did-deleted-aloud = ✓ eliminado
did-deleted-refused = ✗ no se eliminó: { $why }
did-told = ✓ aviso enviado en privado
did-told-pending = … avisando
did-told-aloud = ✓ aviso dado con una breve línea pública
did-told-refused = ✗ no se avisó: { $why }
did-corrected = ✓ aviso enviado en privado de que no se hizo
did-corrected-pending = … avisando de que no se hizo
did-corrected-aloud = ✓ aviso dado con una breve línea pública de que no se hizo
did-corrected-refused = ✗ no se avisó de que no se hizo: { $why }
did-mute = ✓ silencio aplicado
did-mute-pending = … silenciando
did-mute-aloud = ✓ silencio aplicado
did-mute-refused = ✗ no se silenció: { $why }
did-kick = ✓ expulsión aplicada
did-kick-pending = … expulsando
did-kick-aloud = ✓ expulsión aplicada
did-kick-refused = ✗ no se expulsó: { $why }
did-ban = ✓ baneo aplicado
did-ban-pending = … baneando
did-ban-aloud = ✓ baneo aplicado
did-ban-refused = ✗ no se baneó: { $why }
did-pardoned = ✓ sanción levantada
did-pardoned-pending = … levantando la sanción
did-pardoned-aloud = ✓ sanción levantada
did-pardoned-refused = ✗ no se levantó la sanción: { $why }
button-undo = Anular
button-switch-on = Activar
case-unknown = No existe el caso { $case }.

# Lo que lee quien modera.
warn-done = Se advirtió a { $who }: caso { $case }.
warn-done-untold = La advertencia a { $who } consta como caso { $case }, pero no pude escribirle en privado.
mute-done = Se silenció a { $who }: caso { $case }.
mute-done-untold = Se silenció a { $who }: caso { $case }. No pude escribirle en privado.
kick-done = Se expulsó a { $who }: caso { $case }.
kick-done-untold = Se expulsó a { $who }: caso { $case }. No pude escribirle en privado.
ban-done = Se baneó a { $who }: caso { $case }.
ban-done-untold = Se baneó a { $who }: caso { $case }. No pude escribirle en privado.
punish-refused = No ha cambiado nada para { $who }: { $why }. Consta en el caso { $case }.
undo-done = El caso { $case } queda anulado por el caso { $by }.
undo-already = El caso { $case } ya estaba anulado por el caso { $by }.
undo-refused = El caso { $case } consta como anulado, pero la plataforma no levantó la sanción: { $why }.
switched-on = La regla { $rule } actúa a partir de ahora.
