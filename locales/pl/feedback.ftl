# Co czytają członkowie.
feedback-none = Nie ma tu tablicy pomysłów. Napisz do zespołu przez /ask.
feedback-panel = Co chcesz zgłosić w społeczności { $community }? Każdy może to zobaczyć i na to zagłosować.
feedback-board = { $count ->
        [0] Jeszcze nic tu nie ma.
        [one] Jeden wpis
        [few] { $count } wpisy
        [many] { $count } wpisów
       *[other] { $count } wpisu
    }
feedback-board-search = { $count ->
        [0] Dla { $words } nic się nie znalazło. Może to coś nowego.
        [one] Jeden wpis dla { $words }
        [few] { $count } wpisy dla { $words }
        [many] { $count } wpisów dla { $words }
       *[other] { $count } wpisu dla { $words }
    }
feedback-board-state = Widać: { $state }
feedback-board-page = Strona { $page } z { $pages }
feedback-votes = { $count ->
        [one] { $count } głos
        [few] { $count } głosy
        [many] { $count } głosów
       *[other] { $count } głosu
    }
feedback-board-line = #{ $number } { $title } · { $votes } · { $state }
feedback-head-idea = Pomysł #{ $number }
feedback-head-problem = Problem #{ $number }
feedback-line = { $state } · { $votes }
feedback-note = Zespół: { $note }
feedback-merged = To samo co #{ $into }: głosy liczą się tam.
feedback-mine = Jesteś za.
feedback-by = Zgłasza: { $who }
feedback-gone = Ten wpis został usunięty albo już go nie ma.
feedback-form-idea = Pomysł
feedback-form-problem = Problem
feedback-form-title = W kilku słowach
feedback-form-text = Więcej, jeśli chcesz
feedback-no-title = Potrzeba choć kilku słów. To, co wpisano, nie zginęło.
feedback-too-many = { $count ->
        [one] Jeden wpis dziennie wystarczy. To, co wpisano, poczeka do jutra.
        [few] { $count } wpisy dziennie wystarczą. To, co wpisano, poczeka do jutra.
        [many] { $count } wpisów dziennie wystarczy. To, co wpisano, poczeka do jutra.
       *[other] { $count } wpisu dziennie wystarczy. To, co wpisano, poczeka do jutra.
    }
feedback-likely = To już tu jest. Czy o to Ci chodzi? Głos na istniejący wpis znaczy więcej niż to samo drugi raz.
feedback-like = #{ $number } { $title } · { $votes } · { $state }
feedback-posted = Dziękuję! To numer { $number } na tablicy, od razu z Twoim głosem. Powiem Ci, co z tego wyniknie.
feedback-posted-already = To już jest na tablicy, pod numerem { $number }.
feedback-voted = Twój głos na #{ $number } się liczy. { $count ->
        [one] Jest pierwszy.
        [few] Głosów teraz: { $count }
        [many] Głosów teraz: { $count }
       *[other] Głosów teraz: { $count }
    }
feedback-voted-already = Twój głos na #{ $number } już jest; jedna osoba ma jeden głos. Głosów: { $count }
feedback-unvoted = Twój głos na #{ $number } jest wycofany. Głosów teraz: { $count }
feedback-closed = To już zakończone: { $state }
feedback-news = #{ $number } { $title } – nowy stan: { $state }
feedback-state-open = otwarte
feedback-state-planned = zaplanowane
feedback-state-started = zaczęte
feedback-state-completed = zrobione
feedback-state-declined = odrzucone
feedback-state-duplicate = duplikat
feedback-state-removed = usunięte
button-feedback-open = Pomysły i problemy
button-feedback-idea = Mam pomysł
button-feedback-problem = Mam problem
button-feedback-board = Tablica
button-feedback-vote = Jestem za · { $count }
button-feedback-for = Jestem za
button-feedback-unvote = Wycofaj mój głos
button-feedback-more = Więcej
button-feedback-see = Pokaż #{ $number }
button-feedback-number = #{ $number }
button-feedback-instead = Zagłosuj na #{ $number }
button-feedback-new = Nie, moje jest nowe
button-feedback-all = wszystkie
button-feedback-back = Wstecz
button-feedback-on = Dalej

# Zasady dotyczą też tego, co bot publikuje za kogoś.
vetting-refused = Tutejsze zasady nie pozwalają mi tego opublikować. To, co wpisano, nie zginęło i można to zmienić.
vetting-refused-by = Nie mogę tego opublikować: zasada { $number }, { $guideline } To, co wpisano, nie zginęło i można to zmienić.

# Co czyta zespół.
button-feedback-merge = To samo co …
button-feedback-part = To jednak nie duplikat
button-feedback-remove = Usuń
button-feedback-remove-sure = Usuń na zawsze
button-feedback-take-back = Cofnij
button-feedback-export = Jako tabela
feedback-form-state = #{ $number }: { $state }
feedback-form-note = Słowo do głosujących, jeśli chcesz
feedback-form-merge = #{ $number } to to samo co
feedback-form-into = Numer drugiego wpisu
feedback-really = Usunąć #{ $number } { $title } wraz ze słowami i głosami? Tego nie da się cofnąć.
feedback-removed = #{ $number } jest usunięty.
feedback-set = #{ $number } – nowy stan: { $state }
feedback-held = { $what } Głosujący dowiedzą się o tym za: { $span }.
feedback-merge-done = #{ $number } liczy się teraz jako to samo co #{ $into }.
feedback-parted = #{ $number } znów stoi osobno, z głosami, które dostał.
feedback-taken-back = #{ $number } jest jak przedtem: { $state }
feedback-too-late = Za późno: z #{ $number } coś się od tego czasu stało albo głosujący już wiedzą.
feedback-is-duplicate = #{ $number } to to samo co #{ $into }; najpierw to cofnij.
feedback-no-duplicate = #{ $number } nie jest duplikatem.
feedback-is-so = #{ $number } ma już ten stan: { $state }
feedback-itself = #{ $number } nie może być duplikatem samego siebie.
feedback-unknown = Nie ma wpisu { $number }.
feedback-exported = { $count ->
        [one] Tablica, jeden wpis:
        [few] Tablica, { $count } wpisy:
        [many] Tablica, { $count } wpisów:
       *[other] Tablica, { $count } wpisu:
    }
feedback-digest = Tablica w tym tygodniu
feedback-digest-quiet = Nic nowego, nic się nie ruszyło.
feedback-digest-new = Nowe: { $count }
feedback-digest-top = Najbardziej oczekiwane:
feedback-digest-moved = Ruszyło się: { $count }
feedback-digest-stale = Od dawna nietknięte: { $count }
feedback-digest-gained = { $count ->
        [one] o { $count } głos więcej w tym tygodniu
        [few] o { $count } głosy więcej w tym tygodniu
        [many] o { $count } głosów więcej w tym tygodniu
       *[other] o { $count } głosu więcej w tym tygodniu
    }
feedback-digest-more = { $count ->
        [one] i jeszcze jeden
        [few] i jeszcze { $count }
        [many] i jeszcze { $count }
       *[other] i jeszcze { $count }
    }

# Polecenia.
command-feedback = Podziel się pomysłem, zgłoś problem albo przeszukaj wpisy innych
param-words = Czego szukać
