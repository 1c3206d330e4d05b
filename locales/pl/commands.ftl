# Po jednym wierszu, najwyżej 100 znaków: Discord i Telegram pokazują je w swoich menu.
command-help = Zobacz, o co możesz mnie poprosić
command-ping = Zapytaj, czy wszystko u mnie w porządku
command-whoami = Zobacz, kim tu dla mnie jesteś; wynik można wkleić do pliku konfiguracyjnego
command-here = Weź wiersz konfiguracji, który nada temu miejscu rolę, na przykład staff
command-rules = Przeczytaj zasady
command-language = Wybierz język, w którym mam do Ciebie mówić
command-report = Zgłoś moderatorom wiadomość lub problem; zobaczą to tylko oni
command-warn = Daj komuś ostrzeżenie
command-mute = Odbierz komuś na jakiś czas możliwość pisania
command-kick = Usuń kogoś ze społeczności, z prawem powrotu
command-ban = Usuń kogoś ze społeczności, na zawsze albo na jakiś czas
command-case = Zajrzyj do sprawy: co się stało i co naprawdę zrobiono
command-appeal = Powiedz, że sprawa przeciwko Tobie to pomyłka; ludzie przyjrzą się jej jeszcze raz
command-appeals = Zobacz, jak często odwołania były słuszne, według reguł i moderatorów
command-link = Powiedz, że konto na drugim komunikatorze to też Ty
command-unlink = Niech Twoje konta będą znów dwiema osobami
command-audit = Zobacz, co zrobił zespół
command-bind = Przypisz tę grupę do społeczności kodem od osoby, która prowadzi bota
command-config = Plik konfiguracyjny tej społeczności
command-config-get = Pobierz plik konfiguracyjny w obecnej postaci
command-config-upload = Daj mi nowy plik konfiguracyjny; sprawdzę go i poczekam, aż go zastosujesz
command-config-check = Sprawdź przesłany plik, a jeśli go nie ma, to obecny
command-config-difference = Zobacz, co zmieniłby przesłany plik
command-config-apply = Zacznij używać przesłanego pliku

menu-report = Zgłoś moderatorom

param-member = O kogo chodzi
param-reason = Powód; wystarczy klucz zasady
param-number = Numer sprawy
param-message = Wiadomość, o którą chodzi
param-text = Co się stało, własnymi słowami
param-language = Jeden z języków tej społeczności, na przykład pl
param-role = lobby, staff, managers albo news
param-code = Kod od osoby, która prowadzi bota
param-link-code = Kod ode mnie z drugiego komunikatora
param-file = Nowy plik konfiguracyjny
