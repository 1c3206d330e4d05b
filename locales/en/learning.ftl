# What moderators teach the models.
button-well-spotted = Well spotted
learning-taken = Thank you, I will remember that.
