greeting-guidelines = Вот о чём мы просим друг друга:
greeting-agree = Прочитайте, пожалуйста, и нажмите «Принимаю».
greeting-agree-first = Прочитайте, пожалуйста, и нажмите «Принимаю»; после этого здесь можно будет писать.
guideline-line = { $number }. { $text }
button-agree = Принимаю
agreed = Спасибо! Рады видеть вас в сообществе «{ $community }»!
agree-first = Прежде чем писать в сообществе «{ $community }», прочитайте это, пожалуйста, и нажмите «Принимаю»:
line-agree-first = { $who }, сначала примите, пожалуйста, наши правила; после этого здесь можно будет писать.
guidelines-changed = Наши правила изменились. Прочитайте их, пожалуйста, ещё раз и нажмите «Принимаю»:
rules-head = Вот о чём мы просим друг друга в сообществе «{ $community }»:
rules-none = В сообществе «{ $community }» правила пока не записаны.

# Каждый язык под своим именем, одинаково во всех файлах.
language-en = English
language-pl = Polski
language-ru = Русский
language-es = Español
language-sq = Shqip
language-which = На каком языке мне с вами говорить?
language-chosen = Теперь я говорю с вами по-русски.
language-unknown = На языке «{ $given }» я здесь не говорю. Можно выбрать: { $offered }
