help-head = Oto, co mogę dla Ciebie zrobić w społeczności { $community }:
help-line = { $usage } – { $what }
help-foot = Możesz też odpowiedzieć na wiadomość poleceniem /report, a moderatorzy się jej przyjrzą.
health = U mnie wszystko dobrze. Czas działania: { $up }. Za mną { $events ->
        [one] { $events } zdarzenie
        [few] { $events } zdarzenia
        [many] { $events } zdarzeń
       *[other] { $events } zdarzenia
    }.
health-faults = { $faults ->
        [one] W dzienniku jest { $faults } mój błąd
        [few] W dzienniku są { $faults } moje błędy
        [many] W dzienniku jest { $faults } moich błędów
       *[other] W dzienniku jest { $faults } mojego błędu
    }; szczegóły znajdzie tam osoba, która prowadzi bota.
whoami = { $name }, Twoja ranga tutaj: { $rank }. Twoje konto u mnie: { $account }
rank-guest = gość
rank-member = członek
rank-trusted = zaufany członek
rank-helper = pomocnik
rank-moderator = moderator
rank-manager = kierownictwo
rank-owner = właściciel
here = Ten wiersz pod „places” nada temu miejscu rolę { $role }:
here-not-private = Zapytaj mnie, proszę, w grupie albo na kanale, który ma dostać rolę.
bind-how = Dziękuję za zaproszenie! W tamtej grupie milczę, dopóki nie zostanie przypisana do społeczności { $community }. Weź kod od osoby, która prowadzi bota, i napisz w tej grupie /bind z kodem.
bind-done = Ta grupa należy teraz do społeczności { $community }.
bind-already = Ta grupa już należy do społeczności { $community }.
bind-wrong-code = To nie ten kod. Osoba, która prowadzi bota, pozna go tak: python3 -m bot bind-code
bind-not-private = Napisz to, proszę, w grupie, którą chcesz przypisać.
plain = { $text }
