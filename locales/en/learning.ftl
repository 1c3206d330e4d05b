# What moderators teach the models.
button-well-spotted = Well spotted
learning-taken = Thank you, I will remember that.
teach-question = { $model ->
    [toxicity] Is this an attack on somebody? What you say teaches me.
   *[spam] Is this spam? What you say teaches me.
}
teach-score = My guess: { $percent } %.
teach-unknown = I cannot guess, I know too few of these words.
teach-yes = { $model ->
    [toxicity] An attack
   *[spam] Spam
}
teach-pass = Next one
teach-nothing = I have no question just now. Ask me again when more has been written.
teach-no-rule = { $model ->
    [toxicity] No rule here looks for attacks by their score, so there is nothing to teach. A rule with “toxicity: 90%” that only watches is a good start.
   *[spam] No rule here looks for spam by its score, so there is nothing to teach. A rule with “spam: 90%” that only watches is a good start.
}
command-teach = Answer a few questions about messages: nothing teaches me more
param-model = What I should learn to tell
