# Działanie ponad czyjś limit na godzinę czeka na drugą osobę.
consent-asked = Limit na godzinę dla tego działania jest wyczerpany: { $cap }. Działanie czeka pod numerem { $number }, aż zgodzi się ktoś inny z zespołu.
consent-card = { $who } chce zrobić coś ponad limit na godzinę:
consent-kick = wyrzucenie: { $whom }
consent-softban = wyrzucenie ze sprzątaniem: { $whom }
consent-ban = ban: { $whom }
consent-many-kick = wyrzucenie: { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
        [many] { $count } osób
       *[other] { $count } osoby
    }
consent-many-softban = wyrzucenie ze sprzątaniem: { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
        [many] { $count } osób
       *[other] { $count } osoby
    }
consent-many-ban = ban: { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
        [many] { $count } osób
       *[other] { $count } osoby
    }
consent-purge = { $count ->
        [one] usunięcie { $count } wiadomości
        [few] usunięcie { $count } wiadomości
        [many] usunięcie { $count } wiadomości
       *[other] usunięcie { $count } wiadomości
    }
consent-lasts = Czas: { $lasts }
consent-number = Numer { $number }. Musi się zgodzić ktoś inny.
button-consent = Zgoda
button-refuse = Odmowa
consent-given = { $who }: zgoda na numer { $number }.
consent-given-alone = { $who }: zgoda na numer { $number } bez drugiej osoby, bo nikogo innego nie było.
consent-refused = { $who }: odmowa dla numeru { $number }.
consent-expired = Numer { $number } czekał zbyt długo; niczego nie zrobiono.
consent-own = Na to, czego chcesz, musi się zgodzić ktoś inny.
consent-wait = Zespół jest prawie jednoosobowy, więc możesz zgodzić się na to bez innych, ale nie przed { $until }.
consent-over = O numerze { $number } już zdecydowano: { $who }.
consent-done = Numer { $number } wykonany.
consent-no-more = Numeru { $number } nie da się już wykonać.
