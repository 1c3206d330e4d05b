config-here = To plik konfiguracyjny, którego teraz używam.
config-fine = Konfiguracja jest w porządku.
config-faults = { $count ->
        [one] W pliku jest { $count } błąd:
        [few] W pliku są { $count } błędy:
        [many] W pliku jest { $count } błędów:
       *[other] W pliku jest { $count } błędu:
    }
config-kept = Nic się nie zmieniło; zostaje ostatnia dobra konfiguracja.
config-ready = Plik jest w porządku. Oto, co by się zmieniło:
config-same = W tym pliku jest to samo co w obecnym.
config-nothing-uploaded = Nie ma przesłanego pliku. Daj mi go poleceniem /config upload.
config-applied = Gotowe: od teraz obowiązuje nowa konfiguracja.
button-apply = Zastosuj
