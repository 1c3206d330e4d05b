# Co czytają członkowie.
faq-source = Źródło: { $source }
faq-phrased = Tę odpowiedź ułożył model językowy z naszych gotowych odpowiedzi: { $entries }. W razie wątpliwości zapytaj człowieka.
faq-none = Nie ma tu jeszcze gotowych odpowiedzi. Napisz do zespołu przez /ask.
faq-unsure = Nie mam pewności, czy to wiem. Odpowie Ci człowiek.
faq-topics =
    { $count ->
        [one] Znam jedną odpowiedź. Zapytaj swoimi słowami: /faq Twoje pytanie
        [few] Znam { $count } odpowiedzi. Zapytaj swoimi słowami: /faq Twoje pytanie
        [many] Znam { $count } odpowiedzi. Zapytaj swoimi słowami: /faq Twoje pytanie
       *[other] Znam { $count } odpowiedzi. Zapytaj swoimi słowami: /faq Twoje pytanie
    }
faq-thanks = Dobrze wiedzieć. Dziękuję!
button-helped = To pomogło
button-person = Nie, poproszę człowieka
button-person-please = Poproszę człowieka

# Co czyta zespół.
button-wrong-answer = Błędna odpowiedź
faq-wrong = Odpowiedź { $entry } jest wycofana. Milczy, dopóki nie zostanie zmieniona w konfiguracji.
faq-wrong-already = Odpowiedź { $entry } jest już wycofana.
faq-wrong-card = Odpowiedź { $entry } z FAQ jest błędna, wycofuje ją { $who }. Kto wie lepiej: { $owner }
faq-changed = Tę odpowiedź od tego czasu zmieniono albo usunięto.
faq-not-enough = { $who } prosi o człowieka; odpowiedź { $entry } nie wystarczyła na pytanie:
faq-unanswered = { $who } pyta, a nikt nie odpowiada. Czas czekania: { $span }. Pytanie:
faq-stats =
    Odpowiedzi z ostatnich dni ({ $days }): { $given }
    Pomogły: { $contained }
    Przekazane człowiekowi: { $handed }
    Pozostawione bez słowa: { $abandoned }
    Wyglądały na wystarczające, a nie były: { $false }
    Jeszcze niejasne: { $waiting }
faq-stats-entry = { $entry }: nie wystarczyła { $count ->
        [one] { $count } raz
        [few] { $count } razy
        [many] { $count } razy
       *[other] { $count } razy
    }

# Polecenia.
command-faq = Zadaj częste pytanie; odpowiedź widzisz tylko Ty
param-question = Co chcesz wiedzieć
