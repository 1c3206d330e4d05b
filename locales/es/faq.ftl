# Lo que leen los miembros.
faq-source = Fuente: { $source }
faq-phrased = Un modelo de lenguaje ha redactado esto a partir de nuestras preguntas frecuentes: { $entries }. Si tienes dudas, pregunta a una persona.
faq-none = Aquí todavía no hay respuestas. Escribe al equipo con /ask.
faq-unsure = No estoy seguro de saberlo. Una persona lo sabrá.
faq-topics =
    { $count ->
        [one] Conozco una respuesta. Pregunta con tus palabras: /faq tu pregunta
       *[other] Conozco { $count } respuestas. Pregunta con tus palabras: /faq tu pregunta
    }
faq-thanks = Me alegro. ¡Gracias!
button-helped = Me ha servido
button-person = No, una persona
button-person-please = Una persona, por favor

# Lo que lee el equipo.
button-wrong-answer = Respuesta equivocada
faq-wrong = La respuesta { $entry } queda retirada. Calla hasta que se escriba de nuevo en la configuración.
faq-wrong-already = La respuesta { $entry } ya está retirada.
faq-wrong-card = { $who } ha retirado la respuesta { $entry } de las preguntas frecuentes: es errónea. Quién lo sabe mejor: { $owner }
faq-changed = Esta respuesta ha cambiado desde entonces, o ya no existe.
faq-not-enough = { $who } pide una persona; la respuesta { $entry } no bastó para:
faq-unanswered = { $who } ha preguntado algo y nadie responde desde hace { $span }:
faq-stats =
    Respuestas de los últimos { $days } días: { $given }
    Han servido: { $contained }
    Pasadas a una persona: { $handed }
    Dejadas sin una palabra: { $abandoned }
    Parecían bastar y no bastaron: { $false }
    Aún no está claro: { $waiting }
faq-stats-entry = { $entry }: no bastó { $count ->
        [one] una vez
       *[other] { $count } veces
    }

# Comandos.
command-faq = Haz una pregunta frecuente; solo tú ves la respuesta
param-question = Lo que quieres saber
