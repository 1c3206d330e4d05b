# Dlaczego: odpowiedź każdej reguły dla zespołu i to, co dotyczy samej osoby. Nazwy reguł stoją tak, jak w konfiguracji.
command-why = Zobacz dlaczego: Twoja sprawa, a dla zespołu każda sprawa i wiadomość
command-check = Sprawdź wiadomość według obecnych reguł; nic się z nią nie stanie
menu-check = Co mówią reguły?
why-head = Sprawa { $case }: { $who }
why-check-head = Tak oceniają tę wiadomość obecne reguły. Nic się z nią nie dzieje.
why-fired-on = ● Reguła { $rule } ({ $trigger }, wiersz { $line }): reaguje
why-fired-watch = ○ Reguła { $rule } ({ $trigger }, wiersz { $line }): reaguje, ale tylko obserwuje
why-fired-failed = ● Reguła { $rule } ({ $trigger }, wiersz { $line }): zawiodła i wtedy wstrzymuje wiadomości
why-found = znaleziono: „{ $found }”
why-found-at = znaleziono: „{ $found }”, znaki { $start }–{ $end }
why-words-gone = znaleziono: tych słów już nie przechowujemy
why-read-as = odczytano jako: „{ $read }”
why-word = zapis: { $how }; siła: { $strength }
why-score = wynik: { $score }
why-count = naliczono: { $seen }; limit: { $most }, w takim czasie: { $within }
why-how-plain = zwykły
why-how-inside = wewnątrz dłuższego słowa
why-how-split = w dwóch kawałkach
why-how-leet = cyfry lub znaki zamiast liter
why-how-stretched = rozciągnięty
why-how-masked = z zakrytymi literami
why-how-backwards = wspak
why-how-doubled = z podwojonymi literami
why-how-other-letters = litery innego alfabetu
why-how-marked-up = z formatowaniem w środku
why-how-upside-down = do góry nogami
why-how-cut = bez jednej litery
why-severity-mild = łagodna
why-severity-medium = średnia
why-severity-strong = duża
why-none-fired = Żadna reguła nie reaguje.
why-passed-clean = Nic nie znaleziono: { $rules }
why-passed-abstained = Nie znają tego języka: { $rules }
why-passed-off = Wyłączone: { $rules }
why-passed-spared = Nie dotyczą tej osoby: { $rules }
why-passed-not-here = Nie obejmują tego miejsca, takich osób lub tej pory: { $rules }
why-passed-broken = Zawiodły i przepuściły: { $rules }
why-passed-given-up = Odstawione, bo zawodziły raz po raz: { $rules }
why-strikes = Punkty wcześniej: { $prior }; dodane: { $added }
why-config = Wersja konfiguracji: { $version }
why-by-hand = Tę decyzję podjął człowiek; żadnej reguły nie pytano.
why-not-kept = Do tej sprawy nie zachowano wyjaśnienia.
why-which = O którą sprawę chodzi? Podaj jej numer albo użyj polecenia na wiadomości.

# Co czyta osoba o swojej sprawie, pod komunikatem, który dostała.
why-none = Nie ma tu sprawy, która by Ciebie dotyczyła.
why-mine-found = Co znaleziono w Twojej wiadomości: „{ $found }”
why-mine-many = W krótkim czasie przyszło zbyt wiele wiadomości albo kilka razy ta sama.
why-mine-held = Nie udało się sprawdzić Twojej wiadomości, dlatego została wstrzymana.

# Przycisk dla zespołu i to, co z niego wynika.
button-was-fine = Było w porządku
fine-done = Decyzja ze sprawy { $case } jest cofnięta (sprawa { $by }). Liczy się to przeciw regule.
precision-low = Reguła { $rule } często się myli. Cofnięte decyzje: { $overturned } z { $verdicts }. Czy na razie ma tylko obserwować?
button-watch = Tylko obserwuj
watching-now = Reguła { $rule } od teraz tylko obserwuje.
