greeting-guidelines = This is what we ask of each other:
greeting-agree = Please read it and press “I agree”.
greeting-agree-first = Please read it and press “I agree”; then you can write here.
guideline-line = { $number }. { $text }
button-agree = I agree
agreed = Thank you, and enjoy { $community }!
agree-first = Before you can write in { $community }, please read this and press “I agree”:
line-agree-first = { $who }, please agree to the guidelines first; then you can write here.
guidelines-changed = Our guidelines have changed. Please read them again and press “I agree”:
rules-head = This is what we ask of each other in { $community }:
rules-none = { $community } has not written down any guidelines yet.

# Each language under its own name, the same in every file.
language-en = English
language-pl = Polski
language-ru = Русский
language-es = Español
language-sq = Shqip
language-which = Which language should I speak to you?
language-chosen = From now on I speak English to you.
language-unknown = I do not speak “{ $given }” here. You can choose from: { $offered }
