# Początek
command-contest = Ogłoś konkurs: tytuł:"Rzeka" praca:"zdjęcie" do:"piątek 18:00"; albo list, 3
param-title = Tytuł; albo list, numer konkursu, csv 3, cancel 3, disqualify 3 2 dlaczego
param-bring = Co można zgłosić: zdjęcie, przepis, fotografię rzeki
param-prizes = Co można wygrać
param-settings = zwycięzcy:3 ocena:jury jury:moderators ocenianie:3d zasada:średnia najwyżej:1 przegląd:tak
contest-form = Nowy konkurs
contest-field-title = Tytuł
contest-field-bring = Co można zgłosić?
contest-field-until = Do kiedy? 7d, piątek 18:00
contest-field-prizes = Co można wygrać?
contest-field-settings = Ustawienia: zwycięzcy:3 ocena:jury
contest-not-you = W tej społeczności nie możesz ogłaszać konkursów.
contest-nowhere = Nie wiem, gdzie umieścić konkurs. W konfiguracji nie ma takiego miejsca.
contest-fault-no-title = Konkurs nie ma tytułu.
contest-fault-lasts = Czas przyjmowania prac: od { $shortest } do { $longest }.
contest-fault-judging = Czas oceniania po ostatniej pracy: od { $shortest } do { $longest }.
contest-fault-most = Jedna osoba nie może zgłosić tylu prac: „{ $given }”; podaj liczbę od 1 do { $most }.
contest-fault-setting = Nie rozumiem „{ $given }”. Znam: zwycięzcy, ocena (głosy albo jury), jury (moderators, rola, discord:123), ocenianie, zasada (średnia albo suma), najwyżej, przegląd, wyniki, członek, konto, ranga, rola, połączone, zaproszenia, odbiór, wszędzie.
contest-made = Konkurs { $number } jest ogłoszony. Prace przyjmuje do { $at }, ocenianie trwa do { $until }.
contest-not-shown = Nie udało się umieścić konkursu { $number } wszędzie, gdzie trzeba: { $why }.

# Karta
contest-card = Konkurs { $number }. Prace można zgłaszać do { $at }.
contest-bring = Co zgłosić: { $what }
contest-judged-votes = Potem głosują wszyscy, do { $until }.
contest-judged-jury = Potem ocenia jury, do { $until }.
contest-prizes = { $count ->
    [one] Do wygrania: { $prizes }
    [few] Do wygrania, dla { $count } osób: { $prizes }
    [many] Do wygrania, dla { $count } osób: { $prizes }
   *[other] Do wygrania, dla { $count } osoby: { $prizes }
 }
contest-places = { $count ->
    [one] Wygrywa jedna osoba.
    [few] Wygrywają { $count } osoby.
    [many] Wygrywa { $count } osób.
   *[other] Wygrywa { $count } osoby.
 }
contest-most = { $count ->
    [one] Jedna praca na osobę.
    [few] Najwyżej { $count } prace na osobę.
    [many] Najwyżej { $count } prac na osobę.
   *[other] Najwyżej { $count } pracy na osobę.
 }
contest-brought = { $count ->
    [0] Nikt jeszcze niczego nie zgłosił.
    [one] Na razie jest jedna praca.
    [few] Na razie są { $count } prace.
    [many] Na razie jest { $count } prac.
   *[other] Na razie jest { $count } pracy.
 }
contest-how = Naciśnij przycisk albo odpowiedz na tę wiadomość zdjęciem, plikiem lub linkiem.
contest-frozen = Konkurs { $number } już nie przyjmuje prac; { $count ->
    [one] jest jedna
    [few] są { $count }
    [many] jest ich { $count }
   *[other] jest ich { $count }
 }.
contest-votes-until = Do { $until } można głosować na tę, która podoba się najbardziej.
contest-jury-until = Jury ocenia do { $until }.
contest-hidden = Głosy będzie widać po zakończeniu.
contest-cancelled = Konkurs { $number } jest odwołany.
contest-entry = Praca { $entry }, autor: { $who }
contest-entry-file = Do pracy { $number }:
contest-entry-gone = Tej pracy nie ma już w konkursie.
contest-votes = { $count ->
    [one] jeden głos
    [few] { $count } głosy
    [many] { $count } głosów
   *[other] { $count } głosu
 }
contest-points = punkty: { $score }, { $count ->
    [one] od jednej osoby z jury
    [few] od { $count } osób z jury
    [many] od { $count } osób z jury
   *[other] od { $count } osoby z jury
 }
button-contest-bring = Biorę udział
button-contest-mine = Moje
button-contest-vote = Ta praca
button-contest-judge = Oceniam
button-contest-claim = Odbieram nagrodę

# Udział
contest-bring-form = Twoja praca
contest-field-text = Słowa
contest-field-link = Link do zdjęcia albo wiadomości
contest-closed = Ten konkurs nie przyjmuje teraz prac.
contest-empty = Nic tu jeszcze nie ma: podaj słowa albo link, lub odpowiedz na kartę zdjęciem.
contest-no-link = „{ $given }” to nie link. Link zaczyna się od https://
contest-enough = { $count ->
    [one] Jedną pracę już masz w konkursie, więcej nie można. Pod „Moje” możesz ją wycofać.
    [few] Masz w konkursie już { $count } prace, więcej nie można. Pod „Moje” możesz którąś wycofać.
    [many] Masz w konkursie już { $count } prac, więcej nie można. Pod „Moje” możesz którąś wycofać.
   *[other] Masz w konkursie już { $count } pracy, więcej nie można. Pod „Moje” możesz którąś wycofać.
 }
contest-full = W tym konkursie nie ma już miejsca.
contest-too-often = Tyle prac zostało już przez Ciebie zgłoszonych i wycofanych, że ten konkurs więcej od Ciebie nie przyjmie.
contest-taken-in = Twoja praca { $entry } bierze udział w „{ $title }”. Pod „Moje” możesz ją wycofać.
contest-taken-waiting = Dziękujemy. Praca { $entry } na „{ $title }” jest u zespołu, który najpierw na nią spojrzy.
contest-nothing-of-yours = W tym konkursie nie ma niczego od Ciebie.
contest-mine-waiting = { $entry } · u zespołu · { $words }
contest-mine-in = { $entry } · w konkursie · { $words }
contest-mine-refused = { $entry } · nieprzyjęta · { $words }
contest-mine-withdrawn = { $entry } · wycofana · { $words }
contest-mine-disqualified = { $entry } · zdyskwalifikowana · { $words }
contest-why = Powód: { $why }
button-contest-withdraw = Wycofuję { $entry }
contest-withdrawn = Pracy { $entry } nie ma już w konkursie.
contest-let-in = Twoja praca { $entry } bierze udział w „{ $title }”.
contest-refused-you = Twoja praca na „{ $title }” nie została przyjęta. Powód: { $why }
contest-disqualified-you = Twojej pracy nie ma już w „{ $title }”. Powód: { $why }

# Ocenianie
contest-votes-over = Głosy nie są teraz liczone.
contest-own = To Twoja własna praca. Zagłosuj na inną.
contest-cannot-vote = Nie możesz głosować. Warunek: { $need }.
contest-voted = Twój głos ma praca { $entry }. Do końca możesz go przenieść.
contest-vote-moved = Teraz Twój głos ma praca { $entry }.
contest-unvoted = Twój głos na pracę { $entry } jest wycofany.
contest-jury-called = „{ $title }” czeka na jury: { $count ->
    [one] jedna praca
    [few] { $count } prace
    [many] { $count } prac
   *[other] { $count } pracy
 }, do { $until }.
contest-jury-so-far = Jury do tej pory:
contest-jury-one = { $who }: { $judged } z { $count }
contest-jury-more = i jeszcze { $count }
contest-jury-unknown = Nikt jeszcze niczego nie ocenił.
contest-jury-behind = Konkurs { $number }, „{ $title }”: jury ocenia do { $until } i jeszcze nie skończyło.
contest-jury-reminder = „{ $title }” wciąż czeka na Twoje punkty: { $count ->
    [one] jedna praca
    [few] { $count } prace
    [many] { $count } prac
   *[other] { $count } pracy
 }, do { $until }.
contest-not-of-the-jury = Nie ma tu nic do oceny dla Ciebie: albo nie należysz do jury, albo już po wszystkim.
contest-nothing-to-judge = Nie ma niczego, co możesz ocenić.
contest-jury-page = { $title }: { $at } z { $count }
contest-file = Z plikiem: { $name }
contest-your-points = Twoja ocena: { $points } z 10.
contest-no-points = Ile punktów, od 1 do 10?
contest-judged-all = Wszystkie prace mają już Twoją ocenę. Do { $until } możesz ją zmienić.
contest-file-sent = Plik jest wysłany do Ciebie.
contest-file-unsent = Nie udało się wysłać Ci pliku prywatnie.
button-contest-back = ◀
button-contest-on = ▶
button-contest-see = Pokaż plik

# Koniec
contest-over = Konkurs { $number } jest rozstrzygnięty.
contest-nobody = Nie ma żadnej ocenionej pracy, więc nikt nie wygrywa.
contest-none-fit = Nikt z ocenionych osób nie może wygrać.
contest-winner = { $place }. { $who }, praca { $entry }: { $score }
contest-passed-over = { $count ->
    [one] Pominięto jedną pracę.
    [few] Pominięto { $count } prace.
    [many] Pominięto { $count } prac.
   *[other] Pominięto { $count } pracy.
 }
contest-standing = Wszystkie prace:
contest-place = { $place }. Praca { $entry }, autor: { $who }: { $score }
contest-unclaimed = Konkurs { $number }: nagrody nie odebrano na czas.
contest-passed-on = Konkurs { $number }: praca { $entry } jest zdyskwalifikowana. Powód: { $why }
contest-you-won = Wygrana: miejsce { $place } w „{ $title }”.
contest-your-prize = Do wygrania: { $prizes }
contest-claimed-news = { $who } odbiera nagrodę z konkursu { $number }: { $title }

# Dla zespołu
contest-none = Nie było jeszcze żadnego konkursu.
contest-unknown = Nie ma konkursu { $number }.
contest-list-how = /contest z numerem pokazuje, jak stoi konkurs.
contest-line-open = { $number } · otwarty do { $at } · { $title }
contest-line-judging = { $number } · oceniany do { $at } · { $title }
contest-line-closed = { $number } · rozstrzygnięty · { $title }
contest-line-cancelled = { $number } · odwołany · { $title }
contest-too-late = Tego teraz zrobić nie można.
contest-no-entry = Nie ma w nim pracy { $entry } albo już odpadła.
contest-disqualify-why = To wymaga powodu, najwyżej { $most } znaków, który przeczyta autor: /contest disqualify 3 2 dlaczego
contest-disqualified = Pracy { $entry } nie ma już w konkursie.
contest-export = Konkurs { $number }
contest-review = Na konkurs { $number }, { $title }:
contest-field-why = Powód, który przeczyta autor
contest-refuse-form = Dlaczego nie?
contest-review-in = { $who } przyjmuje tę pracę.
contest-review-out = { $who } nie przyjmuje tej pracy. Powód: { $why }
contest-reviewed-already = Ktoś już o tym zdecydował albo konkurs się skończył.
contest-unreviewed = Konkurs { $number } już nie przyjmuje prac, a { $count ->
    [one] jedna wciąż czeka
    [few] { $count } wciąż czekają
    [many] { $count } wciąż czeka
   *[other] { $count } wciąż czeka
 } na sprawdzenie. Dopóki trwa ocenianie, można je jeszcze przyjąć.
button-contest-let-in = Przyjmij
button-contest-refuse = Nie przyjmuj
button-contest-csv = Jako tabela (CSV)
button-contest-cancel = Odwołaj
