# What moderators teach the models.
button-well-spotted = Bien visto
learning-taken = Gracias, lo recordaré.
