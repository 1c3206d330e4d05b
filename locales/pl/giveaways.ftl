# Początek
command-giveaway = Losowanie: nagroda:"Książka" zwycięzcy:1 do:"piątek 18:00"; albo list, 3, proof 3, cancel 3
param-prize = Nagroda; albo list, numer losowania, cancel 3, proof 3, reroll 3 1 powód
param-winners = Ile osób wygrywa; domyślnie 1
param-conditions = członek:7d konto:30d ranga:trusted rola:123 połączone:tak pytanie:"…" odpowiedź:"…" odbiór:3d
giveaway-form = Nowe losowanie
giveaway-field-prize = Nagroda
giveaway-field-winners = Ile osób wygrywa? Domyślnie 1
giveaway-field-until = Do kiedy można się zgłosić? 2d, piątek 18:00
giveaway-field-conditions = Warunki: członek:7d połączone:tak pytanie:"…" odpowiedź:"…"
giveaway-not-you = W tej społeczności nie możesz organizować losowań.
giveaway-nowhere = Nie wiem, gdzie umieścić losowanie. W konfiguracji nie ma takiego miejsca.
giveaway-fault-no-prize = Brakuje nagrody.
giveaway-fault-long = Długość „{ $given }…” w znakach: { $count }; najwięcej może być { $most }.
giveaway-fault-question = Pytanie potrzebuje odpowiedzi, a odpowiedź pytania: pytanie:"…" odpowiedź:"jedna|druga".
giveaway-fault-winners = Liczba zwycięzców „{ $given }” jest niemożliwa; podaj liczbę od 1 do { $most }.
giveaway-fault-lasts = Czas przyjmowania zgłoszeń: od { $shortest } do { $longest }.
giveaway-fault-setting = Nie rozumiem „{ $given }”. Znam: nagroda, zwycięzcy, do, członek, konto, ranga, rola, połączone, zaproszenia, pytanie, odpowiedź, odbiór, wszędzie.
giveaway-made = Losowanie { $number } jest ogłoszone; odbędzie się { $at }.
giveaway-twice = Tej nocy zegary pokazują tę godzinę dwa razy; biorę pierwszą.
giveaway-not-shown = Nie udało się umieścić losowania { $number } wszędzie, gdzie trzeba: { $why }.

# Karta
giveaway-card = Losowanie { $number }, { $count ->
    [one] jedna wygrana
    [few] { $count } wygrane
    [many] { $count } wygranych
   *[other] { $count } wygranej
 }. Odbędzie się { $at }.
giveaway-needs = Kto może wziąć udział:
giveaway-need-member-for = staż w społeczności, co najmniej: { $span }
giveaway-need-account-for = wiek konta, co najmniej: { $span }
giveaway-need-rank = od tej rangi: { $rank }
giveaway-need-role = osoby z rolą { $role }
giveaway-need-linked = osoby z kontami połączonymi przez /link
giveaway-need-invites = osoby, które nie sprowadziły nikogo, kto został zbanowany albo znów odszedł
giveaway-need-answer = kto odpowie na pytanie
giveaway-need-here = członkowie tej społeczności
giveaway-entrants = { $count ->
    [0] Nikt się jeszcze nie zgłosił.
    [one] Zgłosiła się jedna osoba.
    [few] Zgłosiły się { $count } osoby.
    [many] Zgłosiło się { $count } osób.
   *[other] Zgłosiło się { $count } osoby.
 }
giveaway-commitment = Losowanie da się sprawdzić. Obiecane ziarno (SHA-256): { $commitment }
button-giveaway-enter = Biorę udział
giveaway-cancelled = Losowanie { $number } jest odwołane; nic nie będzie losowane.
giveaway-over = Zamknięte; { $count ->
    [one] udział wzięła jedna osoba
    [few] udział wzięły { $count } osoby
    [many] udział wzięło { $count } osób
   *[other] udział wzięło { $count } osoby
 }.

# Udział
giveaway-closed = To losowanie jest zamknięte.
giveaway-entered = Bierzesz udział. Twój kod: { $code }. W dowodzie stoi zamiast Twojego imienia.
giveaway-entered-already = Już bierzesz udział. Twój kod: { $code }
giveaway-cannot-enter = Nie możesz wziąć udziału. Warunek: { $need }.
giveaway-question = Jedno pytanie
giveaway-wrong-answer = To nie ta odpowiedź. Możesz spróbować jeszcze raz.

# Losowanie
giveaway-drawn = Losowanie { $number } się odbyło.
giveaway-nobody = Nikt się nie zgłosił, więc nie ma czego losować.
giveaway-none-fit = Nikt ze zgłoszonych osób nie może wygrać.
giveaway-winners = { $count ->
    [one] Wygrywa:
    [few] Wygrywają:
    [many] Wygrywają:
   *[other] Wygrywają:
 }
giveaway-too-few = { $count ->
    [one] Została jedna nagroda.
    [few] Zostały { $count } nagrody.
    [many] Zostało { $count } nagród.
   *[other] Zostało { $count } nagrody.
 }
giveaway-passed-over = { $count ->
    [one] Pominięto jedno zgłoszenie
    [few] Pominięto { $count } zgłoszenia
    [many] Pominięto { $count } zgłoszeń
   *[other] Pominięto { $count } zgłoszenia
 }; dowód mówi dlaczego.
giveaway-seed = Obiecane ziarno: { $seed }
giveaway-next = Następne miejsce:
giveaway-no-next = Nie ma już nikogo, kto mógłby wygrać.
giveaway-unclaimed = Losowanie { $number }: nagrody nie odebrano na czas.
giveaway-rerolled = Losowanie { $number }: miejsce { $place } przechodzi dalej. Powód: { $why }
giveaway-claim-until = Nagrodę trzeba odebrać do { $at }, inaczej przejdzie na następną osobę.
giveaway-you-won = Wygrana: { $prize }
giveaway-you-won-aloud = { $who }, do Ciebie trafia: { $prize }
button-giveaway-claim = Odbieram nagrodę
button-giveaway-proof = Dowód
giveaway-not-yours = Nie ma tu Twojej nagrody albo minął czas na odbiór.
giveaway-claimed = Nagroda jest Twoja. { $who } powie Ci, jak ją dostaniesz.
giveaway-claimed-already = Ta nagroda jest już odebrana.
giveaway-claimed-news = { $who } odbiera nagrodę z losowania { $number }: { $prize }
giveaway-proof = Dowód losowania { $number }. Obiecano: { $commitment }
giveaway-no-proof = Nie ma dowodu: nic jeszcze nie wylosowano albo właśnie ustalane jest jedno z miejsc.

# Dla zespołu
giveaway-none = Nie było jeszcze żadnego losowania.
giveaway-unknown = Nie ma losowania { $number }.
giveaway-list-how = /giveaway z numerem pokazuje, kto bierze udział.
giveaway-line-open = { $number } · otwarte do { $at } · { $prize }
giveaway-line-drawn = { $number } · rozlosowane { $at } · { $prize }
giveaway-line-cancelled = { $number } · odwołane · { $prize }
giveaway-latest = Zgłoszenia: { $count }; ostatnie:
giveaway-export = Losowanie { $number }
giveaway-too-late-open = To można zrobić dopiero po losowaniu.
giveaway-too-late-drawn = Losowanie już się odbyło.
giveaway-too-late-cancelled = Losowanie jest odwołane.
giveaway-reroll-place = Podaj, które miejsce przechodzi dalej, od 1 do { $count }: /giveaway reroll 3 1 powód
giveaway-reroll-why = Potrzebny jest powód, najwyżej { $most } znaków; wszyscy mogą go przeczytać.
giveaway-rerolled-done = Pominięte; kolej na następne miejsce.
button-giveaway-list = Kto bierze udział
button-giveaway-csv = Jako tabela (CSV)
button-giveaway-cancel = Odwołaj
