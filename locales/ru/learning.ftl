# What moderators teach the models.
button-well-spotted = Верно замечено
learning-taken = Спасибо, запомню.
