privacy-head = Co społeczność { $community } przechowuje o ludziach, jak długo i co się z tym dzieje na Twoją prośbę. Wiadomość, która nie łamie zasad, nie jest zapisywana.
privacy-foot = /mydata export daje Ci plik ze wszystkim, co Cię dotyczy, a /mydata delete to usuwa. Oba polecenia działają na prywatnym czacie ze mną, także gdy już Cię tu nie ma.
privacy-line = { $about } – { $time }; { $leaves }.
privacy-about-cases = Sprawy: co kogo spotkało, dlaczego i według której zasady
privacy-about-audits = Co zrobili moderatorzy i kierownictwo
privacy-about-complaints = Skargi: kto zgłosił co i o kim
privacy-about-conversations = Co pisaliście do siebie z zespołem
privacy-about-answers = Odpowiedzi z FAQ, które do Ciebie trafiły
privacy-about-appeals = Odwołania: kto uważa sprawę za pomyłkę
privacy-about-links = Które konta są Twoje, jeśli mi to powiesz
privacy-about-recorded = Wiadomości do wypróbowania reguł
privacy-about-lessons = Liczby, po których rozpoznaje się spam
privacy-about-guidelines = Twoja zgoda na zasady
privacy-about-arrivals = Data Twojego przyjścia, żeby było wiadomo, kto jest nowy
privacy-about-languages = Twój język: wybrany albo z Twojego komunikatora
privacy-about-erasures = Prośba o zapomnienie, póki coś musi poczekać
privacy-about-running = Co mam do zrobienia: przyciski, terminy, wiadomości w drodze
privacy-about-places = Kto połączył którą grupę z tą społecznością
privacy-about-gatherings = Twoje głosy w ankietach i udział w losowaniach
privacy-about-contests = Twoje prace w konkursach
privacy-about-letters = Co przekazano własnym systemom działu
privacy-about-feedback = Twoje pomysły i głosy na tablicy
privacy-about-posts = Wpisy, które czekają na publikację, i ich autorzy
privacy-about-feeds = Dokąd doczytano nowości z innych stron
privacy-about-digests = Które nowości chcesz dostawać prywatnie
privacy-time-aged = { $span }
privacy-time-both = { $span }, treść { $words }
privacy-time-wordless = treść { $span }
privacy-time-done = aż będzie zrobione
privacy-time-asked = aż to zmienisz
privacy-time-off = wyłączone
privacy-leaves-gone = usuwane na prośbę
privacy-leaves-nameless = na prośbę bez nazwy i treści
privacy-leaves-stays = nie wskazuje nikogo albo znika samo
mydata-which = Co mam zrobić z Twoimi danymi?
mydata-account = Konta
mydata-exported = Wszystko, co Cię dotyczy: { $file }. Bez notatek zespołu, bez tego, kto Cię zgłosił i który moderator co zrobił.
mydata-ask = Mam Cię zapomnieć, razem ze wszystkimi połączonymi kontami? Rozmowy się kończą, głosy i odpowiedzi znikają. Ze spraw, zamkniętych zgłoszeń i odwołań zostaje sam fakt pod zmyśloną nazwą, bez Twoich słów, tak długo, jak mówi /privacy; punkty karne nadal się liczą. Tego nie da się cofnąć.
mydata-waits = Na razie zostaje bez zmian:
mydata-waits-cases = { $count ->
        [one] ban lub wyciszenie, które jeszcze trwa: bez Twojego konta nikt by go nie zdjął
        [few] { $count } bany lub wyciszenia, które jeszcze trwają: bez Twojego konta nikt by ich nie zdjął
        [many] { $count } banów lub wyciszeń, które jeszcze trwają: bez Twojego konta nikt by ich nie zdjął
       *[other] { $count } bana lub wyciszenia, które jeszcze trwają: bez Twojego konta nikt by ich nie zdjął
    }
mydata-waits-complaints = { $count ->
        [one] zgłoszenie, które jest jeszcze otwarte
        [few] { $count } zgłoszenia, które są jeszcze otwarte
        [many] { $count } zgłoszeń, które są jeszcze otwarte
       *[other] { $count } zgłoszenia, które są jeszcze otwarte
    }
mydata-waits-conversations = { $count ->
        [one] rozmowa o tym, co zgłaszasz
        [few] { $count } rozmowy o tym, co zgłaszasz
        [many] { $count } rozmów o tym, co zgłaszasz
       *[other] { $count } rozmowy o tym, co zgłaszasz
    }
mydata-waits-appeals = { $count ->
        [one] odwołanie, które jest jeszcze otwarte
        [few] { $count } odwołania, które są jeszcze otwarte
        [many] { $count } odwołań, które są jeszcze otwarte
       *[other] { $count } odwołania, które są jeszcze otwarte
    }
mydata-waits-arrivals = data Twojego przyjścia, bo reguły bliżej przyglądają się nowym
mydata-gone = Gotowe: nic już o Tobie nie pamiętam. Kopie zapasowe bazy trzymają to, co w nich było, najdłużej 90 dni.
mydata-gone-later = To, co musi poczekać, zniknie samo w nocy po zakończeniu.
mydata-team = { $count ->
        [one] Rozmowy { $numbers } już nie ma: ta osoba poprosiła o zapomnienie.
        [few] Rozmów { $numbers } już nie ma: ta osoba poprosiła o zapomnienie.
        [many] Rozmów { $numbers } już nie ma: ta osoba poprosiła o zapomnienie.
       *[other] Rozmów { $numbers } już nie ma: ta osoba poprosiła o zapomnienie.
    }
button-mydata-export = Pobierz moje dane
button-mydata-delete = Usuń moje dane
button-forget-me = Tak, zapomnij mnie
command-privacy = Zobacz, co o Tobie przechowuję, jak długo i po co
command-mydata = Pobierz wszystko, co o Tobie przechowuję, albo każ to usunąć
param-what = export albo delete
