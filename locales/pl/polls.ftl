# Pytanie
command-poll = Zapytaj wszystkich: /poll pytanie a b c albo formularz
command-polls = Ostatnie ankiety; z numerem zamknij albo wyeksportuj jedną
param-ask = Pytanie; albo wszystko naraz: pytanie a b c
param-options = Odpowiedzi: a | b | c
param-closes = Kiedy się zamyka: 2h, piątek 18:00; domyślnie po dobie
param-how = kilka, ranking, quiz, anonimowo, ukryte, wszędzie, kworum 10, start poniedziałek 9:00
param-poll = Numer ankiety
poll-form = Nowa ankieta
poll-field-question = Pytanie
poll-field-options = Odpowiedzi, każda w osobnym wierszu
poll-field-closes = Kiedy się zamyka? 2h, piątek 18:00
poll-field-how = Jak: kilka, ranking, quiz, anonimowo…
poll-not-you = W tej społeczności nie możesz zakładać ankiet.
poll-nowhere = Nie wiem, gdzie umieścić ankietę. W konfiguracji nie ma takiego miejsca.
poll-enough = Masz już { $count ->
    [one] otwartą ankietę
    [few] { $count } otwarte ankiety
    [many] { $count } otwartych ankiet
   *[other] { $count } otwartej ankiety
 }. Poczekaj, aż któraś się zamknie.
poll-fault-no-question = Brakuje pytania.
poll-fault-question-long = Długość pytania w znakach: { $count }; najwięcej może być { $most }.
poll-fault-few-options = Ankieta potrzebuje co najmniej dwóch odpowiedzi; tu jest ich { $count }. Odpowiedzi z kilku słów weź w cudzysłów albo napisz każdą w osobnym wierszu.
poll-fault-many-options = Odpowiedzi jest { $count }; najwięcej może być { $most }.
poll-fault-option-long = Długość odpowiedzi „{ $option }…” w znakach: { $count }; najwięcej może być { $most }.
poll-fault-twice = Odpowiedź „{ $option }” jest dwa razy.
poll-fault-right = Quiz potrzebuje numeru dobrej odpowiedzi, od 1 do { $most }: odpowiedź 2.
poll-fault-because-long = Długość wyjaśnienia w znakach: { $count }; najwięcej może być { $most }.
poll-fault-setting = Nie rozumiem „{ $given }”. Znam: kilka, ranking, quiz, anonimowo, jawnie, ukryte, wszędzie, kworum 10, odpowiedź 2, bo …, start …, koniec …
poll-fault-lasts = Czas trwania ankiety: od { $shortest } do { $longest }.
poll-fault-rules = Reguła tej społeczności zabrania tych słów, więc nie mogę ich opublikować.
poll-made = Ankieta { $number } już jest; zamyka się { $at }.
poll-planned = Ankieta { $number } jest zaplanowana na { $opens }.
poll-twice = Tej nocy zegary pokażą tę godzinę dwa razy; biorę pierwszą.
poll-not-shown = Ankiety { $number } nie udało się umieścić wszędzie, gdzie trzeba: { $why }.
poll-doubled = Odpowiedź zginęła po drodze, więc ankieta { $number } może tu być dwa razy. Głosuj, proszę, w tej.

# Karta
poll-how-one = Naciśnij swój wybór; naciśnij jeszcze raz, żeby go cofnąć.
poll-how-several = Naciśnij, ile chcesz; naciśnij jeszcze raz, żeby coś cofnąć.
poll-how-ranked = Naciskaj w kolejności, w jakiej Ci się podobają. Najmniej lubiane odpadają, runda po rundzie.
poll-how-quiz = Naciśnij dobrą odpowiedź; masz jedną próbę.
poll-closes = Zamyka się { $at }.
poll-hidden = Wynik będzie widać po zamknięciu.
poll-people-open = { $count ->
    [0] Nikt jeszcze nie głosował
    [one] Zagłosowała jedna osoba
    [few] Zagłosowały { $count } osoby
    [many] Zagłosowało { $count } osób
   *[other] Zagłosowało { $count } osoby
 }; zespół widzi, kto co wybrał.
poll-people-anonymous = { $count ->
    [0] Nikt jeszcze nie głosował
    [one] Zagłosowała jedna osoba
    [few] Zagłosowały { $count } osoby
    [many] Zagłosowało { $count } osób
   *[other] Zagłosowało { $count } osoby
 }; nikt nie widzi, kto co wybrał.
poll-people-open-linked = { $count ->
    [0] Nikt jeszcze nie głosował
    [one] Zagłosowała jedna osoba
    [few] Zagłosowały { $count } osoby
    [many] Zagłosowało { $count } osób
   *[other] Zagłosowało { $count } osoby
 }, bez połączonych kont: { $unlinked }; zespół widzi, kto co wybrał.
poll-people-anonymous-linked = { $count ->
    [0] Nikt jeszcze nie głosował
    [one] Zagłosowała jedna osoba
    [few] Zagłosowały { $count } osoby
    [many] Zagłosowało { $count } osób
   *[other] Zagłosowało { $count } osoby
 }, bez połączonych kont: { $unlinked }; nikt nie widzi, kto co wybrał.
button-take-back-vote = Cofnij mój głos

# Wynik
poll-nobody = Nikt nie zagłosował.
poll-no-quorum = Nie liczy się: głosów { $count }, potrzeba było { $quorum }.
poll-right = Dobra odpowiedź to „{ $option }”; { $count ->
    [one] wiedziała jedna osoba
    [few] wiedziały { $count } osoby
    [many] wiedziało { $count } osób
   *[other] wiedziało { $count } osoby
 }.
poll-tie = Remis: { $options }.
poll-winner = Wygrywa „{ $option }”.
poll-run-off = Liczba rund: { $count }. Na koniec: { $votes }.
poll-ended = Ankieta { $number } jest zamknięta.
poll-closed-line = Ta ankieta jest zamknięta.

# Głosowanie
poll-over = Ankieta { $number } jest zamknięta.
poll-answered = Już jest Twoja odpowiedź.
poll-nothing-to-take-back = Nie ma tu Twojego głosu.
poll-taken-back = Twój głos jest cofnięty.
poll-counted = Twój głos się liczy.
poll-counted-many = Twój głos się liczy; wybranych odpowiedzi: { $count }.
poll-chosen = Twój głos: { $options }
poll-quiz-right = Dobrze!
poll-quiz-wrong = Nie; dobra odpowiedź to „{ $option }”.

# Dla zespołu
poll-none = Nie było jeszcze żadnej ankiety.
poll-unknown = Nie ma ankiety { $number }.
poll-list-how = /polls z numerem zamyka ankietę albo ją eksportuje.
poll-line-open = { $number } · otwarta do { $at } · { $question }
poll-line-planned = { $number } · zaplanowana · { $question }
poll-line-closed = { $number } · zamknięta { $at } · { $question }
poll-line-withdrawn = { $number } · wycofana · { $question }
poll-export = Ankieta { $number }
poll-closed-now = Ankieta { $number } jest zamknięta.
poll-withdrawn = Ankieta { $number } nie zostanie opublikowana.
button-poll-close = Zamknij teraz
button-poll-withdraw = Nie publikuj
button-poll-csv = Jako tabela (CSV)
button-poll-json = Jako JSON
poll-never-native = Głosuje się tu zawsze przyciskami.
poll-not-native = Na { $messenger } głosuje się przyciskami: { $why }.
poll-unfit-elsewhere = nie ma tam własnych ankiet
poll-unfit-anonymous = tamtejsze ankiety pokazują, kto co wybrał
poll-unfit-counted = nie zna rankingu, wag ani kworum
poll-unfit-hidden = od razu pokazałby wyniki
poll-unfit-quiz = nie ma tam quizów
poll-unfit-options = przyjmuje mniej odpowiedzi
poll-unfit-length = pytanie, odpowiedź albo wyjaśnienie jest dla niego za długie
poll-unfit-time = nie umie sam zamknąć ankiety o tej porze
poll-missed = Ankieta { $number } się nie ukazała: przez cały jej czas mnie nie było. { $question }
