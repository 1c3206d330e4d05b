# What moderators teach the models.
button-well-spotted = E gjeti mirë
learning-taken = Faleminderit, do ta mbaj mend.
