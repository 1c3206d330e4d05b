# Lo que el equipo enseña a los modelos.
button-well-spotted = Bien visto
learning-taken = Gracias, lo recordaré.
teach-question = { $model ->
    [toxicity] ¿Es un ataque a alguien? Tu respuesta me enseña.
   *[spam] ¿Es spam? Tu respuesta me enseña.
}
teach-score = Mi apuesta: { $percent } %.
teach-unknown = No puedo adivinar: conozco muy pocas de estas palabras.
teach-yes = { $model ->
    [toxicity] Un ataque
   *[spam] Spam
}
teach-pass = Siguiente
teach-nothing = Ahora mismo no tengo preguntas. Vuelve cuando se haya escrito más.
teach-no-rule = { $model ->
    [toxicity] Aquí ninguna regla puntúa los ataques, así que no hay nada que enseñarme. Para empezar basta una regla con «toxicity: 90%» que solo observe.
   *[spam] Aquí ninguna regla puntúa el spam, así que no hay nada que enseñarme. Para empezar basta una regla con «spam: 90%» que solo observe.
}
command-teach = Responde a unas preguntas sobre mensajes: nada me enseña más
param-model = Qué debo aprender
