# Zapowiedź
command-event = Zapowiadaj wydarzenia i sprawdzaj, kto przyjdzie
command-event-new = Zapowiedz wydarzenie formularzem
command-event-list = Ostatnie wydarzenia; z numerem: kto przyjdzie, zmiana, odwołanie
command-event-feed = Wszystkie nadchodzące wydarzenia jako plik kalendarza
param-event = Numer wydarzenia
event-form = Wydarzenie
event-field-title = Jak się nazywa?
event-field-starts = Kiedy się zaczyna? piątek 18:00
event-field-ends = Do kiedy? 2h, 20:00
event-field-where = Gdzie? Miejsce albo link
event-field-more = miejsca: 20 / powtarza: weekly / opis
event-nowhere = Nie wiem, gdzie to zapowiedzieć. W konfiguracji nie ma takiego miejsca.
event-made = Wydarzenie { $number } jest zapowiedziane. Początek: { $at }.
event-changed = Wydarzenie { $number } jest zmienione. Początek: { $at }.
event-cancelled = Wydarzenie { $number } jest odwołane; zawiadamiam wszystkich, którzy chcieli przyjść.
event-twice = Tej nocy zegary pokażą tę godzinę dwa razy; biorę pierwszą.
event-not-shown = Nie mogę zapowiedzieć wydarzenia { $number } wszędzie, gdzie trzeba: { $why }.
event-feed-failed = Nie mogę zapisać pliku kalendarza z wydarzeniami w { $folder } ({ $why }). Próbuję ponownie co godzinę.
event-feed-again = Plik kalendarza z wydarzeniami znowu da się zapisać i jest aktualny.
event-no-native = Wydarzenia są zapowiadane samymi kartami: nie mogę ich dodać do wydarzeń Discorda ({ $why }). Jeśli mają tam być, daj mi prawo do zarządzania wydarzeniami.
event-fault-no-title = Brakuje nazwy.
event-fault-title-long = Nazwa ma za dużo znaków ({ $count }); najwyżej { $most }.
event-fault-no-place = Brakuje miejsca; wystarczy link.
event-fault-place-long = Miejsce ma za dużo znaków ({ $count }); najwyżej { $most }.
event-fault-about-long = Opis ma za dużo znaków ({ $count }); najwyżej { $most }.
event-fault-seats = Liczba miejsc to od 1 do { $most }; bez tego wiersza może przyjść każdy.
event-fault-kind = Nie znam rodzaju „{ $given }”. Znam: meeting, webinar, live, offline, drive.
event-fault-repeats = Nie rozumiem, jak często to „{ $given }”. Znam: daily, weekly, monthly albo regułę, np. FREQ=WEEKLY;INTERVAL=2.
event-fault-ends-before = Koniec „{ $given }” nie jest po początku.
event-fault-lasts = Czas trwania wydarzenia: od { $shortest } do { $longest }.

# Karta
event-kind-meeting = Spotkanie, prowadzi { $by }
event-kind-webinar = Webinar, prowadzi { $by }
event-kind-live = Na żywo, prowadzi { $by }
event-kind-offline = Spotkanie na miejscu, prowadzi { $by }
event-kind-drive = Jazda próbna, prowadzi { $by }
event-when = { $starts } – { $ends }
event-clock = { $starts } – { $ends } ({ $zone })
event-where = Gdzie: { $where }
event-again = Będzie się powtarzać.
event-on-now = Trwa teraz
event-is-cancelled = Odwołane
event-is-over = Już po wszystkim. { $count ->
    [0] Nikt się nie zapowiedział.
    [one] Zapowiedziała się jedna osoba.
    [few] Zapowiedziały się { $count } osoby.
    [many] Zapowiedziało się { $count } osób.
   *[other] Zapowiedziało się { $count } osoby.
 }
event-seats = { $count ->
    [one] Jest jedno miejsce.
    [few] Są { $count } miejsca.
    [many] Jest { $count } miejsc.
   *[other] Jest { $count } miejsca.
 }
event-heads = Przyjdzie: { $count } · może przyjdzie: { $maybe } · czeka: { $waiting }
event-interested = Zainteresowani wydarzeniem na Discordzie: { $count } (nie wliczeni powyżej)
button-event-yes = Przyjdę
button-event-maybe = Może
button-event-no = Nie mogę
button-event-calendar = Do kalendarza
button-event-ask = Zapytaj
button-event-check-in = Jestem tu
button-event-zone = Moja strefa czasowa
button-event-all = Wszystkie wydarzenia

# Udział
event-over = Wydarzenie { $number } się skończyło albo jest odwołane.
event-you-yes = Masz miejsce.
event-you-maybe = Zapisane: może.
event-you-no = Zapisane: nie możesz przyjść.
event-you-wait = Wszystkie miejsca są zajęte; jesteś na liście oczekujących. { $ahead ->
    [0] Nikt nie jest przed Tobą.
    [one] Przed Tobą jest jedna osoba.
    [few] Przed Tobą są { $ahead } osoby.
    [many] Przed Tobą jest { $ahead } osób.
   *[other] Przed Tobą jest { $ahead } osoby.
 }
event-promoted = Zwolniło się miejsce: możesz przyjść na „{ $title }”.
event-reminder = Przypomnienie: „{ $title }”.
event-moved = „{ $title }” się zmienia. Teraz jest tak:
event-cancelled-told = „{ $title }” jest odwołane.
event-survey = Jak było na „{ $title }”?
event-thanks = Dziękuję.
event-file = „{ $title }” do Twojego kalendarza
event-feed = { $count ->
    [0] Nie ma nadchodzących wydarzeń.
    [one] Nadchodzi jedno wydarzenie.
    [few] Nadchodzą { $count } wydarzenia.
    [many] Nadchodzi { $count } wydarzeń.
   *[other] Nadchodzi { $count } wydarzenia.
 }
event-question-form = Pytanie
event-field-question = O co chcesz zapytać?
event-asked = Osoba prowadząca dostanie Twoje pytanie.
event-fault-question = Pytanie ma od 1 do { $most } znaków.
event-fault-questions = Liczba pytań od jednej osoby to najwyżej { $most }; więcej nie przyjmę.
event-code-form = Obecność
event-field-code = Kod podany na miejscu
event-not-now = Obecność można potwierdzić od godziny przed wydarzeniem do trzech godzin po nim.
event-checked-in = Twoja obecność na „{ $title }” jest policzona.
event-code-wrong = To nie ten kod. { $count ->
    [one] Masz jeszcze jedną próbę.
    [few] Masz jeszcze { $count } próby.
    [many] Masz jeszcze { $count } prób.
   *[other] Masz jeszcze { $count } próby.
 }
event-code-tries = Za dużo błędnych kodów. Zapytaj osobę prowadzącą.
event-zone-form = Twoja strefa czasowa
event-field-zone = Miasto albo strefa: Europe/Warsaw
event-fault-zone = Nie znam strefy czasowej „{ $given }”. Napisz np. Europe/Warsaw albo duże miasto.
event-zone-set = Od teraz podaję Ci godziny według strefy { $zone }.

# Dla zespołu
event-none = Nie było jeszcze żadnego wydarzenia.
event-unknown = Nie ma wydarzenia { $number }.
event-list-how = /event list z numerem pokazuje, kto przyjdzie.
event-line-ahead = { $number } · { $at } · { $title }
event-line-over = { $number } · po wszystkim · { $title }
event-line-cancelled = { $number } · odwołane · { $title }
event-came = Potwierdzona obecność: { $count }
event-felt = { $count ->
    [one] Jedna odpowiedź, jak było: { $faces }
    [few] { $count } odpowiedzi, jak było: { $faces }
    [many] { $count } odpowiedzi, jak było: { $faces }
   *[other] { $count } odpowiedzi, jak było: { $faces }
 }
event-host = Zaczyna się „{ $title }”; { $count ->
    [one] przyjdzie jedna osoba
    [few] przyjdą { $count } osoby
    [many] przyjdzie { $count } osób
   *[other] przyjdzie { $count } osoby
 }.
event-code = Kod wydarzenia { $number }, do podania na miejscu:
event-questions = { $count ->
    [one] Jedno pytanie:
    [few] { $count } pytania:
    [many] { $count } pytań:
   *[other] { $count } pytania:
 }
event-no-questions = Nikt o nic nie zapytał.
button-event-questions = Pytania
button-event-csv = Kto przyjdzie (CSV)
button-event-code = Kod obecności
button-event-change = Zmień
button-event-cancel = Odwołaj wydarzenie
