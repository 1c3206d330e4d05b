greeting-guidelines = O to prosimy siebie nawzajem:
greeting-agree = Przeczytaj to, proszę, i naciśnij „Zgadzam się”.
greeting-agree-first = Przeczytaj to, proszę, i naciśnij „Zgadzam się”; potem możesz tu pisać.
guideline-line = { $number }. { $text }
button-agree = Zgadzam się
agreed = Dziękuję! Rozgość się w społeczności { $community }!
agree-first = Zanim napiszesz w społeczności { $community }, przeczytaj to, proszę, i naciśnij „Zgadzam się”:
line-agree-first = { $who }, najpierw potrzebna jest zgoda na nasze zasady; potem możesz tu pisać.
guidelines-changed = Nasze zasady się zmieniły. Przeczytaj je, proszę, jeszcze raz i naciśnij „Zgadzam się”:
rules-head = O to prosimy siebie nawzajem w społeczności { $community }:
rules-none = Społeczność { $community } nie spisała jeszcze swoich zasad.

# Każdy język pod własną nazwą, w każdym pliku tak samo.
language-en = English
language-pl = Polski
language-ru = Русский
language-es = Español
language-sq = Shqip
language-which = W jakim języku mam do Ciebie mówić?
language-chosen = Od teraz mówię do Ciebie po polsku.
language-unknown = Nie mówię tu w języku „{ $given }”. Do wyboru: { $offered }
