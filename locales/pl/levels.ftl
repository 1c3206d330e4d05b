# Przypomnienia dla zespołu.
level-conversation-answer = Rozmowa { $number } ({ $who }) czeka na odpowiedź. Termin: { $until }.
level-conversation-solution = Rozmowa { $number } ({ $who }) nie jest załatwiona. Termin: { $until }.
level-complaint-answer = Zgłoszenie { $number } czeka na decyzję. Termin: { $until }.
level-complaint-solution = Zgłoszenie { $number } nie jest rozpatrzone. Termin: { $until }.
level-owner = Zajmuje się tym { $who }.
level-free = Nikt się tym nie zajmuje.
level-ping = { $who }, możesz spojrzeć?

# Lista dnia.
digest-head = { $count ->
        [one] Na zespół czeka { $count } sprawa:
        [few] Na zespół czekają { $count } sprawy:
        [many] Na zespół czeka { $count } spraw:
       *[other] Na zespół czeka { $count } sprawy:
    }
digest-conversation-open = { $number } · { $who } · { $owner } · od { $since }
digest-conversation-late = Po terminie: { $number } · { $who } · { $owner } · od { $since }
digest-complaint-open = { $number } · zgłoszenie · { $owner } · od { $since }
digest-complaint-late = Po terminie: { $number } · zgłoszenie · { $owner } · od { $since }
digest-more = I jeszcze { $count }: pokaże je /inbox.

# Kto ma dyżur.
duty-now = Masz teraz dyżur, w godzinach pracy społeczności.
duty-now-own = Masz teraz dyżur, od { $start } do { $end }.
duty-not-now = Nie masz teraz dyżuru: to nie są godziny pracy społeczności. Nikt Cię nie wywoła.
duty-not-now-own = Nie masz teraz dyżuru; Twoje godziny to { $start } do { $end }. Nikt Cię nie wywoła.
duty-off = Nie masz dyżuru, dopóki nie napiszesz /duty on. Nikt Cię nie wywoła.
duty-how = Napisz /duty on, /duty off albo swoje godziny: /duty 09:00-17:00.
duty-yours = Rozmowa { $number } ({ $who }) jest Twoja: to Twoja kolej.

# Słowo moderatora.
promise-told = Ktoś z zespołu społeczności { $community } się tym zajmuje; odezwiemy się do { $until }.
promise-given = { $who } obiecuje odpowiedź w rozmowie { $number } do { $until }. Ta osoba o tym wie.
promise-when = Podaj porę, najdalej za: { $longest }. Na przykład 15:00, 2h, jutro 10:00.
promise-soon = { $who } ma obiecaną odpowiedź w rozmowie { $number } do { $until }.
promise-broken = { $by }: odpowiedź obiecana w rozmowie { $number } ({ $who }) nie przyszła na czas. Niech ktoś spojrzy.

# Polecenia.
command-duty = Powiedz, kiedy bot może Cię wywoływać, albo sprawdź, jak jest
param-hours = on, off albo od kiedy do kiedy: 09:00-17:00
command-promise = Powiedz osobie z tej rozmowy, kiedy wrócisz z odpowiedzią
param-until = Do kiedy: 15:00, 2h, jutro 10:00
