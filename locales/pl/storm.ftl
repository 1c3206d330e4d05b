# Burze: poziomy, plany, raporty; i to, czego botowi już nie wolno.
command-raid-on = Zamknij na pewien czas to, co mówi plan
command-raid-off = Otwórz wszystko dokładnie tak, jak było
command-raid-status = Sprawdź, czy trwa burza
command-raid = Najazdy: zamykanie i otwieranie społeczności
command-incident = Przeczytaj raport z burzy
param-level = Poziom, od 1 do 3

storm-cause-joins = wiele osób dołączyło naraz
storm-cause-messages = nagły napływ wiadomości
storm-cause-reports = wiele zgłoszeń naraz
storm-cause-words = słowa, na które ta społeczność zwraca uwagę
storm-cause-moderator = na prośbę osoby z moderacji
storm-card = Burza { $number }, poziom { $level }: { $cause }. { $count ->
    [0] Jak dotąd nikt do niej nie należy.
    [one] Jak dotąd należy do niej jedna osoba.
    [few] Jak dotąd należą do niej { $count } osoby.
    [many] Jak dotąd należy do niej { $count } osób.
   *[other] Jak dotąd należy do niej { $count } osoby.
}
button-storm-over = Już po wszystkim
button-sift-mute = Wycisz nowych
button-sift-kick = Wyrzuć nowych
storm-over = Znów jest spokojnie; wszystko jest otwarte tak, jak było. Dziękujemy za cierpliwość.
storm-nobody-left = Nie ma już kim się zająć.
storm-would-mute = { $count ->
    [one] Wyciszenie jednej osoby, która weszła z burzą { $number }:
    [few] Wyciszenie { $count } osób, które weszły z burzą { $number }:
    [many] Wyciszenie { $count } osób, które weszły z burzą { $number }:
   *[other] Wyciszenie { $count } osoby, które weszły z burzą { $number }:
}
storm-would-kick = { $count ->
    [one] Wyrzucenie jednej osoby, która weszła z burzą { $number }:
    [few] Wyrzucenie { $count } osób, które weszły z burzą { $number }:
    [many] Wyrzucenie { $count } osób, które weszły z burzą { $number }:
   *[other] Wyrzucenie { $count } osoby, które weszły z burzą { $number }:
}
storm-would-who = { $who } · { $at }
storm-would-later = Tylko te osoby: kto wejdzie od tej chwili, do nich nie należy.
storm-would-list = Oto wszyscy, w tabeli.
storm-reason = wejście razem z burzą
storm-spared-team = { $count ->
    [one] Bez zmian: jedna osoba z zespołu.
    [few] Bez zmian: { $count } osoby z zespołu.
    [many] Bez zmian: { $count } osób z zespołu.
   *[other] Bez zmian: { $count } osoby z zespołu.
}
storm-spared-left = { $count ->
    [one] Bez zmian: jedna osoba, która już wyszła.
    [few] Bez zmian: { $count } osoby, które już wyszły.
    [many] Bez zmian: { $count } osób, które już wyszły.
   *[other] Bez zmian: { $count } osoby, które już wyszły.
}
storm-spared-judged = { $count ->
    [one] Bez zmian: jedna osoba, o której już zdecydowano.
    [few] Bez zmian: { $count } osoby, o których już zdecydowano.
    [many] Bez zmian: { $count } osób, o których już zdecydowano.
   *[other] Bez zmian: { $count } osoby, o których już zdecydowano.
}
storm-deed-rights = zamykanie i otwieranie tego, co wolno
storm-deed-pace = zmiana tempa
storm-deed-survey = sprawdzenie, jak było
storm-deed-punish = zajęcie się nowymi
storm-sifting = { $count ->
    [one] Zajmuję się teraz jedną nową osobą.
    [few] Zajmuję się teraz { $count } nowymi osobami, po kilka naraz.
    [many] Zajmuję się teraz { $count } nowymi osobami, po kilka naraz.
   *[other] Zajmuję się teraz { $count } nowymi osobami, po kilka naraz.
}
storm-not-opened = Nie udało mi się przywrócić { $space } tak, jak było. Próbuję dalej; sprawdź, proszę, moje uprawnienia.
storm-report = Burza { $number } minęła. Najwyższy poziom: { $peak }. Czas trwania: { $lasted }.
storm-report-by = Kto ogłosił: { $who } ({ $cause })
storm-report-so-far = Burza { $number } trwa. Najwyższy poziom jak dotąd: { $peak }. Czas trwania jak dotąd: { $lasted }.
storm-report-lockdown = { $seconds ->
    [0] Wszystko zostało zamknięte od razu.
    [one] Wszystko było zamknięte po jednej sekundzie.
    [few] Wszystko było zamknięte po { $seconds } sekundach.
    [many] Wszystko było zamknięte po { $seconds } sekundach.
   *[other] Wszystko było zamknięte po { $seconds } sekundy.
}
storm-report-no-lockdown = Nie wszystko udało się zamknąć.
storm-report-came = { $count ->
    [0] Nikt nie dołączył.
    [one] Dołączyła jedna osoba:
    [few] Dołączyły { $count } osoby:
    [many] Dołączyło { $count } osób:
   *[other] Dołączyło { $count } osoby:
}
storm-report-done = Usunięte wiadomości: { $held }. Nowi, którymi się zajęto: { $sifted }.
storm-report-refused = Nie zrobiono: { $what } ({ $times }×): { $why }
raid-on = Poziom { $level } obowiązuje. Czas: { $lasts }. Kończy go /raid off.
raid-off = Już po wszystkim. Wszystko wraca do tego, jak było.
raid-is-calm = Jest spokojnie.
raid-no-level = Nie ma tu poziomu { $level }; najwyższy to { $highest }. Poziomy zapisuje się pod storm: w pliku konfiguracyjnym.
raid-too-long = Najwyżej: { $longest }.
raid-status = Burza { $number }, poziom { $level }; następne sprawdzenie za: { $left }. { $count ->
    [0] Nikt nie dołączył.
    [one] Dołączyła jedna osoba.
    [few] Dołączyły { $count } osoby.
    [many] Dołączyło { $count } osób.
   *[other] Dołączyło { $count } osoby.
}
incident-unknown = Nie ma raportu z takiej burzy.
ability-lost = W { $where } ({ $space }) nie wolno mi już { $ability }. Nie próbuję dalej, dopóki moje uprawnienia się nie zmienią.
ability-delete = usuwać wiadomości
ability-mute = wyciszać
ability-kick = usuwać osób
ability-ban = banować
ability-rights = zmieniać, co wolno wszystkim
ability-pace = ustawiać trybu powolnego
ability-admit = odpowiadać na prośby o dołączenie
ability-roles = nadawać ról
ability-remove-thread = usuwać wątków
ability-threads = otwierać i zamykać wątków
ability-filter = ustawiać filtra komunikatora
greeting-wave = { $count ->
    [one] Witamy w społeczności { $community }!
    [few] Witamy w społeczności { $community } całą waszą grupę: { $count } osoby!
    [many] Witamy w społeczności { $community } całą waszą grupę: { $count } osób!
   *[other] Witamy w społeczności { $community } całą waszą grupę: { $count } osoby!
}
