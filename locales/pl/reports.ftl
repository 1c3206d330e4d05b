# Co słyszy osoba, która zgłasza.
report-form = Napisz do moderatorów
report-form-text = Co się stało?
report-done = Dziękuję. Moderatorzy mają to pod numerem { $number }; dam Ci znać, jak się skończy.
status-report-open = Twoje zgłoszenie numer { $number } czeka, aż ktoś się nim zajmie.
status-report-taken = Ktoś już zajmuje się Twoim zgłoszeniem numer { $number }.
status-report-over = Twoje zgłoszenie numer { $number } jest zamknięte.
report-own = To Twoja własna wiadomość. Jeśli chcesz coś przekazać moderatorom, napisz /report i swoje słowa.
report-empty = Nie było czego wysłać. Napisz, proszę, w kilku słowach, co się stało.
button-send = Wyślij
outcome-upheld = W sprawie Twojego zgłoszenia numer { $number }: moderatorzy przyznali Ci rację i zareagowali. Dziękujemy za sygnał.
outcome-declined = W sprawie Twojego zgłoszenia numer { $number }: moderatorzy przyjrzeli się temu i postanowili nic nie zmieniać. Dziękujemy za sygnał.
outcome-closed = W sprawie Twojego zgłoszenia numer { $number }: moderatorzy przyjrzeli się temu i zamknęli sprawę. Dziękujemy za sygnał.

# Co widzi zespół.
complaint-title = Zgłoszenie { $number }
complaint-title-about = Zgłoszenie { $number }, dotyczy: { $who }
complaint-by = Od: { $who }
complaint-reporters = { $count ->
        [one] Zgłosiła to { $count } osoba
        [few] Zgłosiły to { $count } osoby
        [many] Zgłosiło to { $count } osób
       *[other] Zgłosiło to { $count } osoby
    }
complaint-message = Wiadomość:
complaint-state-upheld = Rozstrzygnięte ({ $who }): uznano za słuszne.
complaint-state-declined = Rozstrzygnięte ({ $who }): odrzucono.
complaint-state-closed = Zamknięte ({ $who }), bez rozstrzygnięcia.
complaint-rules = Złamane reguły: { $rules }
complaint-stays = Rozmowa { $number } zaczęła się od zgłoszenia. Można ją przekazać osobie, ale nie działowi; nie można jej też połączyć z inną.
complaint-waits = Zgłoszenie { $number } czeka na kogoś z kierownictwa.
complaint-settled = Zgłoszenie { $number } jest rozstrzygnięte.
complaint-settled-untold = Zgłoszenie { $number } jest rozstrzygnięte. Nie udało się napisać prywatnie do osoby, której dotyczy.
complaint-already = Ktoś był szybszy: { $who }. Zgłoszenie { $number } jest już rozstrzygnięte.
button-open = Otwórz
button-take = Biorę to
button-delete = Usuń wiadomość
button-warn = Ostrzeż
button-mute = Wycisz na 1 h
button-ban = Zbanuj
button-decline = Odrzuć
button-uphold = Uznaj
