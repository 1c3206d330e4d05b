# Lo que leen los miembros.
feedback-none = Aquí no hay tablero de ideas. Escribe al equipo con /ask.
feedback-panel = ¿Qué quieres aportar a { $community }? Todo el mundo puede verlo y votarlo.
feedback-board = { $count ->
        [0] Todavía no hay nada.
        [one] Una entrada
       *[other] { $count } entradas
    }
feedback-board-search = { $count ->
        [0] Nada para { $words }. Puede que sea nuevo.
        [one] Una entrada para { $words }
       *[other] { $count } entradas para { $words }
    }
feedback-board-state = Se muestra: { $state }
feedback-board-page = Página { $page } de { $pages }
feedback-votes = { $count ->
        [one] 1 voto
       *[other] { $count } votos
    }
feedback-board-line = #{ $number } { $title } · { $votes } · { $state }
feedback-head-idea = Idea #{ $number }
feedback-head-problem = Problema #{ $number }
feedback-line = { $state } · { $votes }
feedback-note = El equipo: { $note }
feedback-merged = Es lo mismo que #{ $into }: sus votos cuentan allí.
feedback-mine = Estás a favor.
feedback-by = Lo aporta { $who }
feedback-gone = Esta entrada se ha retirado o ya no existe.
feedback-form-idea = Una idea
feedback-form-problem = Un problema
feedback-form-title = En pocas palabras
feedback-form-text = Algo más, si quieres
feedback-no-title = Hacen falta al menos unas palabras. Lo que escribiste está guardado.
feedback-too-many = { $count ->
        [one] Una entrada al día es suficiente. Lo que escribiste está guardado hasta mañana.
       *[other] { $count } entradas al día son suficientes. Lo que escribiste está guardado hasta mañana.
    }
feedback-likely = Esto ya está aquí. ¿Es lo que quieres decir? Un voto vale más que lo mismo dos veces.
feedback-like = #{ $number } { $title } · { $votes } · { $state }
feedback-posted = ¡Gracias! Es el número { $number } del tablero, con tu propio voto. Te diré qué pasa con ello.
feedback-posted-already = Ya está en el tablero, con el número { $number }.
feedback-voted = Tu voto por #{ $number } cuenta. { $count ->
        [one] Es el primero.
       *[other] Votos ahora: { $count }
    }
feedback-voted-already = Ya estás a favor de #{ $number }; cada persona tiene un voto. Votos: { $count }
feedback-unvoted = Tu voto por #{ $number } se ha retirado. Votos ahora: { $count }
feedback-closed = Esto ya ha terminado: { $state }
feedback-news = #{ $number } { $title } está ahora así: { $state }
feedback-state-open = abierta
feedback-state-planned = prevista
feedback-state-started = empezada
feedback-state-completed = hecha
feedback-state-declined = descartada
feedback-state-duplicate = duplicada
feedback-state-removed = retirada
button-feedback-open = Ideas y problemas
button-feedback-idea = Tengo una idea
button-feedback-problem = Tengo un problema
button-feedback-board = El tablero
button-feedback-vote = A favor · { $count }
button-feedback-for = A favor
button-feedback-unvote = Retirar mi voto
button-feedback-more = Más
button-feedback-see = Ver #{ $number }
button-feedback-number = #{ $number }
button-feedback-instead = Votar por #{ $number }
button-feedback-new = No, lo mío es nuevo
button-feedback-all = todas
button-feedback-back = Atrás
button-feedback-on = Más

# Las reglas valen también para lo que el bot publica por alguien.
vetting-refused = Las normas de aquí no me dejan publicar esto. Lo que escribiste está guardado y puedes cambiarlo.
vetting-refused-by = No puedo publicar esto: norma { $number }, { $guideline } Lo que escribiste está guardado y puedes cambiarlo.

# Lo que lee el equipo.
button-feedback-merge = Lo mismo que …
button-feedback-part = No es duplicada
button-feedback-remove = Retirar
button-feedback-remove-sure = Retirar para siempre
button-feedback-take-back = Deshacer
button-feedback-export = Como tabla
feedback-form-state = #{ $number }: { $state }
feedback-form-note = Nota para quienes votaron, si quieres
feedback-form-merge = #{ $number } es lo mismo que
feedback-form-into = Número de la otra entrada
feedback-really = ¿Retirar #{ $number } { $title } con sus palabras y votos? No se puede deshacer.
feedback-removed = #{ $number } se ha retirado.
feedback-set = #{ $number } está ahora así: { $state }
feedback-held = { $what } Quienes votaron lo sabrán dentro de: { $span }.
feedback-merge-done = #{ $number } cuenta ahora como lo mismo que #{ $into }.
feedback-parted = #{ $number } vuelve a ir por su cuenta, con los votos que recibió.
feedback-taken-back = #{ $number } está como antes: { $state }
feedback-too-late = Demasiado tarde: algo ha pasado con #{ $number } desde entonces, o quienes votaron ya lo saben.
feedback-is-duplicate = #{ $number } es lo mismo que #{ $into }; deshaz eso primero.
feedback-no-duplicate = #{ $number } no es duplicada.
feedback-is-so = #{ $number } ya está así: { $state }
feedback-itself = #{ $number } no puede ser duplicada de sí misma.
feedback-unknown = No hay ninguna entrada { $number }.
feedback-exported = { $count ->
        [one] El tablero, una entrada:
       *[other] El tablero, { $count } entradas:
    }
feedback-digest = El tablero esta semana
feedback-digest-quiet = Nada nuevo, nada se ha movido.
feedback-digest-new = Nuevas: { $count }
feedback-digest-top = Las más deseadas:
feedback-digest-moved = Se han movido: { $count }
feedback-digest-stale = Sin tocar desde hace mucho: { $count }
feedback-digest-gained = { $count ->
        [one] 1 voto más esta semana
       *[other] { $count } votos más esta semana
    }
feedback-digest-more = { $count ->
        [one] y una más
       *[other] y { $count } más
    }

# Comandos.
command-feedback = Propón una idea, cuenta un problema o busca entre lo de los demás
param-words = Qué buscar
