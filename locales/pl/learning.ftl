# What moderators teach the models.
button-well-spotted = Słusznie
learning-taken = Dziękuję, zapamiętam.
