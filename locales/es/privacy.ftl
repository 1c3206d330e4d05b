privacy-head = Qué guarda { $community } sobre las personas, cuánto tiempo y qué pasa con ello si lo pides. Un mensaje que no rompe ninguna norma no se guarda.
privacy-foot = /mydata export te da un archivo con todo lo que hay sobre ti, /mydata delete lo borra. Los dos funcionan en un chat privado conmigo, también cuando ya no estás aquí.
privacy-line = { $about } – { $time }; { $leaves }.
privacy-about-cases = Casos: qué le pasó a quién, por qué y según qué norma
privacy-about-audits = Qué hicieron moderadores y responsables
privacy-about-complaints = Quejas: quién avisó de qué y sobre quién
privacy-about-conversations = Lo que tú y el equipo os escribisteis
privacy-about-answers = Qué respuestas de las preguntas frecuentes recibiste
privacy-about-appeals = Recursos: quién dice que un caso es un error
privacy-about-links = Qué cuentas son tuyas, si lo dijiste
privacy-about-recorded = Mensajes, para probar reglas con ellos
privacy-about-lessons = Números con los que se reconoce el spam
privacy-about-guidelines = Que aceptaste las normas
privacy-about-arrivals = Cuándo llegaste, para saber quién es nuevo
privacy-about-languages = Tu idioma: el que elegiste o el de tu plataforma
privacy-about-erasures = Que pediste que te olvide, mientras algo deba esperar
privacy-about-running = Lo que me queda por hacer: botones, plazos, mensajes en camino
privacy-about-places = Quién vinculó qué grupo a esta comunidad
privacy-about-gatherings = Lo que votaste en encuestas y los sorteos en que entraste
privacy-about-contests = Lo que presentaste a concursos
privacy-about-letters = Lo que se dijo a los sistemas de un departamento
privacy-about-feedback = Tus ideas y votos en el tablero
privacy-about-posts = Publicaciones que esperan salir, y quién las escribió
privacy-about-feeds = Hasta dónde se leyeron las noticias de otros sitios
privacy-about-digests = Qué noticias quieres en privado
privacy-time-aged = { $span }
privacy-time-both = { $span }, el texto { $words }
privacy-time-wordless = el texto { $span }
privacy-time-done = hasta que esté hecho
privacy-time-asked = hasta que lo cambies
privacy-time-off = desactivado
privacy-leaves-gone = se borra si lo pides
privacy-leaves-nameless = sin nombre ni texto si lo pides
privacy-leaves-stays = no nombra a nadie, o solo por un tiempo
mydata-which = ¿Qué hago con tus datos?
mydata-account = Cuentas
mydata-exported = Todo lo que hay sobre ti: { $file }. No incluye las notas del equipo, quién avisó sobre ti ni qué moderador hizo qué.
mydata-ask = ¿Te olvido, con todas tus cuentas vinculadas? Las conversaciones terminan, los votos y las respuestas desaparecen. De los casos, quejas cerradas y recursos queda el hecho bajo un nombre inventado, sin tus palabras, el tiempo que dice /privacy; las faltas siguen contando. Esto no se puede deshacer.
mydata-waits = Por ahora se queda como está:
mydata-waits-cases = { $count ->
        [one] un baneo o un silencio que sigue vigente: sin tu cuenta nadie podría levantarlo
       *[other] { $count } baneos o silencios que siguen vigentes: sin tu cuenta nadie podría levantarlos
    }
mydata-waits-complaints = { $count ->
        [one] una queja que sigue abierta
       *[other] { $count } quejas que siguen abiertas
    }
mydata-waits-conversations = { $count ->
        [one] una conversación sobre lo que avisaste
       *[other] { $count } conversaciones sobre lo que avisaste
    }
mydata-waits-appeals = { $count ->
        [one] un recurso que sigue abierto
       *[other] { $count } recursos que siguen abiertos
    }
mydata-waits-arrivals = cuándo llegaste, porque las reglas miran mejor a quien es nuevo
mydata-gone = Hecho: te he olvidado. Las copias de seguridad conservan lo que tenían, 90 días como mucho.
mydata-gone-later = Lo que debe esperar se borra solo, la noche después de terminar.
mydata-team = { $count ->
        [one] La conversación { $numbers } ya no está: la persona pidió que se la olvidara.
       *[other] Las conversaciones { $numbers } ya no están: la persona pidió que se la olvidara.
    }
button-mydata-export = Exportar mis datos
button-mydata-delete = Borrar mis datos
button-forget-me = Sí, olvídame
command-privacy = Mira qué se guarda sobre ti, cuánto tiempo y por qué
command-mydata = Recibe todo lo que se guarda sobre ti, o pide que se borre
param-what = export o delete
