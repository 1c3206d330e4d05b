# Co słyszy osoba, której to dotyczy. Data stoi po dwukropku, bo komunikator może ją zacząć od dnia tygodnia.
notice-note = Usunięto Twoją wiadomość w społeczności { $community }.
notice-warn = Masz ostrzeżenie w społeczności { $community }.
notice-mute = Na razie nie możesz pisać w społeczności { $community }. Koniec przerwy: { $until }.
notice-mute-forever = Nie możesz już pisać w społeczności { $community }.
notice-kick = Usunięto Cię ze społeczności { $community }. Możesz wrócić.
notice-ban = Zbanowano Cię w społeczności { $community }. Koniec bana: { $until }.
notice-ban-forever = Zbanowano Cię w społeczności { $community }.
corrected-mute = Przepraszam, poprzednia wiadomość (sprawa { $case }) jest nieaktualna: nie wyciszono Cię w społeczności { $community }.
corrected-kick = Przepraszam, poprzednia wiadomość (sprawa { $case }) jest nieaktualna: nie usunięto Cię ze społeczności { $community }.
corrected-softban = Przepraszam, poprzednia wiadomość (sprawa { $case }) jest nieaktualna: nie usunięto Cię ze społeczności { $community }.
corrected-ban = Przepraszam, poprzednia wiadomość (sprawa { $case }) jest nieaktualna: nie zbanowano Cię w społeczności { $community }.
notice-guideline = Nasza zasada { $number }: { $text }
notice-reason = Powód: { $reason }
notice-case = To sprawa { $case }. Jeśli uważasz, że to pomyłka, naciśnij przycisk, a ludzie przyjrzą się jej jeszcze raz.
button-appeal = To pomyłka
line-message-removed = { $who }, Twoja wiadomość została usunięta. Naciśnij przycisk, żeby przeczytać dlaczego.
line-notice-for-you = { $who }, jest dla Ciebie wiadomość od zespołu. Naciśnij przycisk, żeby ją przeczytać.

# Co widzi zespół. Imię stoi zawsze w mianowniku.
card-title-note = Sprawa { $case }: { $who } – usunięcie wiadomości
card-title-asked = Sprawa { $case }: { $who } – pytanie reguły
card-title-warn = Sprawa { $case }: { $who } – ostrzeżenie
card-title-mute = Sprawa { $case }: { $who } – wyciszenie
card-title-kick = Sprawa { $case }: { $who } – wyrzucenie
card-title-ban = Sprawa { $case }: { $who } – ban
card-title-milder = Sprawa { $case }: { $who } – złagodzenie decyzji ze sprawy { $undone }
card-title-undone = Sprawa { $case }: { $who } – cofnięcie decyzji ze sprawy { $undone }
card-watched = Reguła { $rule } zareagowałaby tu: { $who }. Na razie tylko obserwuje.
card-repeated = { $times ->
        [one] { $times } raz
        [few] { $times } razy
        [many] { $times } razy
       *[other] { $times } raza
    } z rzędu
card-guideline = Zasada { $number }: { $text }
card-rule = Reguła { $rule }: znaleziono „{ $found }”
card-by = Decyzja: { $who }
card-reason = Powód: { $reason }
card-asks = Co dalej? Reguła zostawia decyzję ludziom.
card-milder = Decyzja złagodzona: sprawa { $case }.
card-undone = Decyzja cofnięta: sprawa { $case }.
automod-given-up = Reguła { $rule } zawiodła przy pięciu wiadomościach z rzędu i nie jest już używana. Zostanie wypróbowana ponownie po zmianie pliku konfiguracyjnego.
did-deleted = ✓ usunięto
did-deleted-pending = … trwa usuwanie
did-deleted-aloud = ✓ usunięto
did-deleted-refused = ✗ nie usunięto: { $why }
did-told = ✓ powiadomiono prywatnie
did-told-pending = … trwa powiadamianie
did-told-aloud = ✓ powiadomiono krótką wiadomością na czacie
did-told-refused = ✗ nie powiadomiono: { $why }
did-corrected = ✓ powiadomiono prywatnie, że do tego nie doszło
did-corrected-pending = … trwa powiadamianie, że do tego nie doszło
did-corrected-aloud = ✓ powiadomiono krótką wiadomością na czacie, że do tego nie doszło
did-corrected-refused = ✗ nie powiadomiono, że do tego nie doszło: { $why }
did-mute = ✓ wyciszono
did-mute-pending = … trwa wyciszanie
did-mute-aloud = ✓ wyciszono
did-mute-refused = ✗ nie wyciszono: { $why }
did-kick = ✓ wyrzucono
did-kick-pending = … trwa wyrzucanie
did-kick-aloud = ✓ wyrzucono
did-kick-refused = ✗ nie wyrzucono: { $why }
did-ban = ✓ zbanowano
did-ban-pending = … trwa banowanie
did-ban-aloud = ✓ zbanowano
did-ban-refused = ✗ nie zbanowano: { $why }
did-pardoned = ✓ zdjęto karę
did-pardoned-pending = … trwa zdejmowanie kary
did-pardoned-aloud = ✓ zdjęto karę
did-pardoned-refused = ✗ nie zdjęto kary: { $why }
button-undo = Cofnij decyzję
button-switch-on = Włącz
case-unknown = Nie ma sprawy { $case }.

# Co słyszy osoba z zespołu.
warn-done = Ostrzeżono: { $who }. Sprawa { $case }.
warn-done-untold = Ostrzeżenie jest zapisane: { $who }, sprawa { $case }. Nie udało się jednak napisać do tej osoby prywatnie.
mute-done = Wyciszono: { $who }. Sprawa { $case }.
mute-done-untold = Wyciszono: { $who }. Sprawa { $case }. Nie udało się napisać do tej osoby prywatnie.
kick-done = Wyrzucono: { $who }. Sprawa { $case }.
kick-done-untold = Wyrzucono: { $who }. Sprawa { $case }. Nie udało się napisać do tej osoby prywatnie.
ban-done = Zbanowano: { $who }. Sprawa { $case }.
ban-done-untold = Zbanowano: { $who }. Sprawa { $case }. Nie udało się napisać do tej osoby prywatnie.
punish-refused = Nic się nie zmieniło ({ $who }): { $why }. Zapisano to w sprawie { $case }.
undo-done = Decyzja ze sprawy { $case } jest cofnięta (sprawa { $by }).
undo-already = Decyzja ze sprawy { $case } była już cofnięta (sprawa { $by }).
undo-refused = Decyzję ze sprawy { $case } cofnięto w zapisach, ale komunikator nie zdjął kary: { $why }.
switched-on = Reguła { $rule } od teraz działa.
