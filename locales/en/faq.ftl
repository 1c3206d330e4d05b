# What members read.
faq-source = From: { $source }
faq-phrased = A language model worded this from our FAQ: { $entries }. If in doubt, ask a person.
faq-none = There are no answers here yet. Write to the team with /ask.
faq-unsure = I am not sure that I know that. A person will.
faq-topics =
    { $count ->
        [one] I know one answer. Ask in your own words: /faq your question
       *[other] I know { $count } answers. Ask in your own words: /faq your question
    }
faq-thanks = Good to know. Thank you!
button-helped = That helped
button-person = No, a person please
button-person-please = A person please

# What the team reads.
button-wrong-answer = Wrong answer
faq-wrong = The answer { $entry } is withdrawn. It is silent until it is written anew in the config.
faq-wrong-already = The answer { $entry } is withdrawn already.
faq-wrong-card = { $who } withdrew the answer { $entry } of the FAQ: it is wrong. Who knows better: { $owner }
faq-changed = This answer has been changed since, or is gone.
faq-not-enough = { $who } asks for a person; the answer { $entry } was not enough for:
faq-unanswered = { $who } asked something, and nobody has replied for { $span }:
faq-stats =
    Answers of the last { $days } days: { $given }
    Helped: { $contained }
    Handed over to a person: { $handed }
    Left without a word: { $abandoned }
    Looked enough, and was not: { $false }
    Not clear yet: { $waiting }
faq-stats-entry = { $entry }: not enough { $count ->
        [one] once
       *[other] { $count } times
    }

# Commands.
command-faq = Ask a question that often comes up; only you see the answer
param-question = What you want to know
