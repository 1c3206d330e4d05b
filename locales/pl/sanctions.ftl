# Sankcje nakładane ręcznie i to, co z nich wynika.
notice-softban = Usunięto Cię ze społeczności { $community } razem z wiadomościami z ostatniego dnia. Możesz wrócić.
notice-unmute = Możesz znowu pisać w społeczności { $community }.
notice-undone = Zespół społeczności { $community } cofnął sprawę { $case }: już się nie liczy.
notice-unban = Możesz wrócić do społeczności { $community }.
card-title-noted = Sprawa { $case }: { $who } – notatka
card-title-softban = Sprawa { $case }: { $who } – wyrzucenie ze sprzątaniem
card-title-unmute = Sprawa { $case }: { $who } – koniec wyciszenia
card-title-unban = Sprawa { $case }: { $who } – koniec bana
note-done = Zapisano notatkę: { $who }, sprawa { $case }. Widzi ją tylko zespół.
softban-done = Usunięto razem z wiadomościami z ostatniego dnia, z prawem powrotu: { $who }. Sprawa { $case }.
softban-done-untold = Usunięto razem z wiadomościami z ostatniego dnia: { $who }. Sprawa { $case }. Nie udało się napisać do tej osoby prywatnie.
unmute-done = Może znowu pisać: { $who }. Sprawa { $case }.
unmute-done-untold = Może znowu pisać: { $who }. Sprawa { $case }. Nie udało się napisać do tej osoby prywatnie.
unban-done = Może wrócić: { $who }. Sprawa { $case }.
unban-done-untold = Może wrócić: { $who }. Sprawa { $case }. Nie udało się napisać do tej osoby prywatnie.
note-empty = Napisz, co mam zapamiętać, albo odpowiedz na wiadomość, o którą chodzi.
act-first = Szybciej zareagował ktoś inny ({ $who }): mówi o tym sprawa { $case }. Nic nie stało się dwa razy.
act-first-until = Szybciej zareagował ktoś inny ({ $who }): sprawa { $case } obowiązuje do { $until }. Nic nie stało się dwa razy; /case { $case } edit lasts:2d zmieni ten czas.
act-first-forever = Szybciej zareagował ktoś inny ({ $who }): sprawa { $case } obowiązuje na stałe. Nic nie stało się dwa razy; /case { $case } edit lasts:2d zmieni ten czas.
act-instead = Zastępuje sprawę { $case }, która trwałaby do { $until }.
act-instead-forever = Zastępuje sprawę { $case }, która była na stałe.
act-nothing-to-end = W moich zapisach nie było niczego do zakończenia.
act-channel = { $who } to kanał: można go tylko ostrzec, zrobić o nim notatkę, zbanować albo odbanować.
act-out-of-reach = { $who }: tej osoby komunikator nie pozwala mi wyciszyć, wyrzucić ani zbanować, bo administruje albo ma rolę nie niższą od mojej. Nic nie zrobiono i nie powiadomiono tej osoby.
act-before = Wcześniej: { $count ->
        [one] { $count } ostrzeżenie.
        [few] { $count } ostrzeżenia.
        [many] { $count } ostrzeżeń.
       *[other] { $count } ostrzeżenia.
    }
mute-renewed = Discord przyjmuje najwyżej 28 dni naraz; będę to odnawiać na czas.
term-span = Możliwy czas: od { $shortest } do { $longest }. Krótszy czas Telegram uznaje za „na zawsze”.
term-over = Rozumiem to jako { $until } według zegara społeczności, a ten czas już minął.
param-lasts = Jak długo: 10m, 2h, 1d12h, piątek 18:00, jutro, zawsze
command-note = Zanotuj coś o kimś; widzi to tylko zespół
command-unmute = Pozwól komuś znowu pisać przed czasem
command-softban = Wyrzuć kogoś razem z wiadomościami z ostatniego dnia; może wrócić
command-unban = Pozwól komuś wrócić przed czasem
card-link = Wiadomość: { $link }
card-noted = Notatka, { $who }, { $at }: { $text }
card-edited = Powód zmieniono, { $who }, { $at }; przedtem: { $before }
case-unclear = Nie rozumiem „{ $given }” jako sprawy. Napisz /case 12, /case last, /case 12 edit nowy powód albo /case 12 note kilka słów.
entry-note = Dodano notatkę do sprawy { $case }.
entry-reason = Powód sprawy { $case } jest zmieniony; poprzedni zostaje w zapisach.
list-title = Sprawy, od najnowszej:
list-title-person = W zapisach ({ $who }), od najnowszej:
list-line = { $case } · { $at } · { $what } · { $who } · { $why }
list-empty = Nic w zapisach nie pasuje.
sanction-note = notatka
sanction-warn = ostrzeżenie
sanction-mute = wyciszenie
sanction-kick = wyrzucenie
sanction-softban = wyrzucenie ze sprzątaniem
sanction-ban = ban
sanction-unmute = koniec wyciszenia
sanction-unban = koniec bana
sanction-milder = łagodzi sprawę { $case }
sanction-undo = cofa sprawę { $case }
button-older = Starsze
button-newer = Nowsze
command-case-edit = Zmień powód, zasadę lub czas sprawy; poprzednie zostaje
command-case-note = Dodaj notatkę do sprawy; widzi ją tylko zespół
command-history = Wszystko, co zapisano o danej osobie, od najnowszego
command-cases = Szukaj w zapisach: osoba, moderator, działanie, czas, zasada albo słowa
param-which = Numer sprawy; bez numeru chodzi o ostatnią
param-by = Kto z zespołu działał
param-act = Co zrobiono
menu-card = Townkeeper: karta
command-card = Zobacz, kim ktoś jest i co o nim zapisano, z przyciskami; tylko dla Ciebie
command-strikes = Zobacz, ile punktów karnych się teraz liczy
card-whom = Odpowiedz na czyjąś wiadomość poleceniem /card albo podaj nazwę: /card @nazwa.
strikes-of = { $who } – teraz liczy się { $count ->
        [one] { $count } punkt karny.
        [few] { $count } punkty karne.
        [many] { $count } punktów karnych.
       *[other] { $count } punktu karnego.
    }
person-who = { $who } ({ $id }), { $rank }
person-joined = Tutaj od: { $at } ({ $days ->
        [one] { $days } dzień
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    })
person-created = Konto założone: { $at } ({ $days ->
        [one] { $days } dzień
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    })
person-language = Język: { $language }
person-account = Także: { $id }
person-counts = W zapisach: { $cases } · ostrzeżenia: { $warnings } · notatki: { $notes } · punkty karne teraz: { $strikes }
person-mute = Wyciszenie do: { $until } (sprawa { $case })
person-mute-forever = Wyciszenie na stałe (sprawa { $case })
person-ban = Ban do: { $until } (sprawa { $case })
person-ban-forever = Ban na stałe (sprawa { $case })
hand-warn = Ostrzeż
hand-mute-10m = Wycisz 10 min
hand-mute-1h = Wycisz 1 h
hand-mute-1d = Wycisz 1 d
hand-kick = Wyrzuć
hand-ban = Zbanuj
hand-note = Notatka
hand-history = Historia
hand-form = { $what }: { $who }
hand-form-warned = { $what }: { $who } – ma już { $count ->
        [one] { $count } ostrzeżenie
        [few] { $count } ostrzeżenia
        [many] { $count } ostrzeżeń
       *[other] { $count } ostrzeżenia
    }
hand-reason = Dlaczego? Wystarczy klucz zasady.
purge-preview = Do usunięcia: { $count ->
        [one] { $count } wiadomość
        [few] { $count } wiadomości
        [many] { $count } wiadomości
       *[other] { $count } wiadomości
    }
purge-people = Autorzy: { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
        [many] { $count } osób
       *[other] { $count } osoby
    }
purge-by = { $who }: { $count ->
        [one] { $count } wiadomość
        [few] { $count } wiadomości
        [many] { $count } wiadomości
       *[other] { $count } wiadomości
    }
purge-done = Usunięto: { $count ->
        [one] { $count } wiadomość
        [few] { $count } wiadomości
        [many] { $count } wiadomości
       *[other] { $count } wiadomości
    }
purge-kept = Nie usunięto: { $count ->
        [one] { $count } wiadomość
        [few] { $count } wiadomości
        [many] { $count } wiadomości
       *[other] { $count } wiadomości
    } – { $why }
purge-what = Powiedz, co usunąć: /purge @nazwa, /purge 20, /purge 1h albo słowa, które zawierają wiadomości.
purge-none = Nie pamiętam tu takich wiadomości. Znam to, co napisano od mojego startu, do 500 w każdym miejscu.
massban-preview = Do zbanowania, tutaj od { $since }: { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
        [many] { $count } osób
       *[other] { $count } osoby
    }
massban-who = · { $who }
massban-none = O ile pamiętam, w tym czasie nie dołączył nikt, kogo mogę zbanować: znam tych, którzy przyszli od mojego startu.
massban-done = Zbanowano: { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
        [many] { $count } osób
       *[other] { $count } osoby
    }
massban-kept = Nie zbanowano: { $who } – { $why }
massban-untold = Nie udało się powiadomić prywatnie: { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
        [many] { $count } osób
       *[other] { $count } osoby
    }
massban-left-alone = Pominięto, bo są już w zespole albo ktoś był szybszy: { $count ->
        [one] { $count } osobę
        [few] { $count } osoby
        [many] { $count } osób
       *[other] { $count } osoby
    }
and-more = … i jeszcze { $count }
sweep-by = Decyzja: { $who }
sweep-left = Nic się nie stało.
button-go = Zrób to
button-cancel = Anuluj
command-purge = Usuń tu wiadomości: osoba, liczba, czas lub słowa; najpierw podgląd
command-massban = Zbanuj wszystkich, którzy dołączyli w tym czasie; najpierw podgląd
param-count = Ile najwyżej
param-containing = Słowa, które zawierają wiadomości
param-joined = Dołączyli w ciągu: 10m, 1h
list-none-since = Od sprawy { $case } nic nie pasuje. Starsze są pod przyciskiem.
list-not-yet = { $since } dopiero nadejdzie: od tego czasu nie może być żadnych zapisów.
list-backwards = Taki okres skończyłby się ({ $until }), zanim by się zaczął ({ $since }).
edit-no-time = Sprawa { $case } to ani wyciszenie, ani ban: nie ma czasu do zmiany.
edit-over = To byłoby do { $until }, a ten czas już minął. Kończą to /unmute i /unban albo cofnięcie.
edit-not-holding = Sprawa { $case } już nie obowiązuje; jej czasu nie da się zmienić.
edit-empty = Co mam zmienić? Podaj nowy powód, zasadę albo czas.
edit-refused = Zmianę zapisano, ale komunikator mi na nią nie pozwolił: { $why }.
edit-told = Zespół zmienił czas trwania tej kary.
entry-guideline = Zasada w sprawie { $case } jest zmieniona; poprzednia zostaje w historii.
edit-until = Sprawa { $case } trwa teraz do { $until }.
edit-forever = Sprawa { $case } trwa teraz na stałe.
card-until = Do { $until }
card-forever = Na stałe
card-edited-guideline = { $who } zmienia zasadę, { $at }; przedtem: { $before }
card-edited-until = { $who } zmienia czas, { $at }; przedtem: { $before }
case-apart = Sprawa { $case } na drugim komunikatorze, z którą ta powstała, pozostaje bez zmian: co dzieje się z tamtą, dotyczy obu.
card-edited-along = Razem z nią zmieniono sprawę { $case } na drugim komunikatorze.
for-good = na stałe
