# Lo que leen los miembros.
rating-ask = Tu conversación número { $number } con el equipo de { $community } ha terminado. ¿Qué tal fue? Solo el equipo verá tu respuesta.
rating-thanks = Gracias por contárnoslo.
rating-form = ¿Qué tal fue?
rating-form-text = ¿Qué quieres decir sobre ello?
rating-may-show = ¿Puede { $community } mostrar a otros solo estas palabras, sin tu nombre? Puedes retirar un sí en cualquier momento.
rating-shown = Gracias. Tus palabras se pueden mostrar, sin tu nombre, hasta que lo retires.
rating-not-shown = De acuerdo: solo el equipo lee tus palabras.
rating-words-back = Hecho: nadie puede mostrar ya tus palabras, y yo no las guardo.
button-rate-good = 🙂 Bien
button-rate-fair = 😐 Regular
button-rate-bad = 🙁 Mal
button-rate-more = Decir más
button-may-show = Sí, de acuerdo
button-may-not-show = No
button-words-back = Retirar mis palabras

# Lo que leen las personas responsables.
satisfaction-head = En el último año se preguntó { $asked } veces qué tal fue; hubo { $rated } respuestas.
satisfaction-line = { $what }: { $good } bien · { $fair } regular · { $bad } mal
satisfaction-all = En total
satisfaction-categories = Por categoría:
satisfaction-months = Por mes:
satisfaction-none = En el último año no se preguntó a nadie.
review-line = Número { $number }, { $month }:
review-none = No hay palabras que se puedan mostrar.
review-unknown = No hay una reseña número { $number } que se pueda mostrar.
review-withdrawn = La reseña { $number } ya no se puede mostrar. Quítala de donde la mostraste, por favor.

# Comandos.
command-satisfaction = Mira lo contentos que estaban los miembros, por categoría y mes
command-reviews = Lee palabras de miembros que se pueden mostrar, o quita unas
param-remove = El número de una reseña cuyo autor quiere retirarla
