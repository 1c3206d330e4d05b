# Co czytają członkowie.
department-went = Twoje pytanie numer { $number } trafiło do: { $department }. Odpowiedź przyjdzie tutaj.
department-received = { $department }: mamy Twoje pytanie numer { $number }.
department-working = { $department }: pracujemy nad Twoim pytaniem numer { $number }.
department-waiting = { $department }: czekamy na coś, zanim pójdziemy dalej z Twoim pytaniem numer { $number }.
department-resolved = { $department }: Twoje pytanie numer { $number } jest załatwione. Napisz do mnie znowu, jeśli coś zostało.
department-declined = { $department }: nie możemy zrobić tego, o co prosisz w numerze { $number }. Napisz do mnie znowu, jeśli coś zostało.

# Co czyta zespół.
department-moved = Rozmowa { $number } toczy się dalej tutaj: { $department }.
department-same = Rozmowa { $number } jest już tutaj: { $department }.
department-arrived = Rozmowa { $number } ({ $who }) czeka na: { $department }.
department-unknown = Nie ma działu o nazwie { $name }. Są: { $known }
department-noted = Ta osoba się o tym dowie: { $progress }
progress-received = przyjęte
progress-working = w toku
progress-waiting = czeka na coś
progress-resolved = załatwione
progress-declined = odrzucone

# Co idzie razem z rozmową, gdy przechodzi w inne ręce.
packet-who = Rozmowa { $number }: { $who } ({ $account })
packet-since = Od { $at }
packet-about = Temat: { $what }
packet-deadline = Odpowiedź do { $at }
packet-note = Notatka: { $note }
packet-asked = Pierwsze pytanie:
packet-last = Ostatnie słowa:
packet-case = Sprawa { $number }: { $act }
packet-transcript = Co padło do tej pory:
packet-cut = To nie wszystko: całość daje /transcript.

# Listy do systemów działu.
letter-opened = Nowe dla: { $department }
letter-handed = Przekazane do: { $department }
letter-reopened = Znów otwarte dla: { $department }
letter-dead = Czegoś dla: { $department } nie da się dostarczyć przez { $way } ({ $why }). Nic nie zginęło: /deadletters pokaże to i wyśle jeszcze raz.
letter-off = { $department } nie chce już niczego przez { $way } (410 Gone), więc nic nie wysyłam. /deadletters wyśle resztę i włączy to znowu.
letter-line = { $at } · { $number } · { $department } · { $way } · { $why }
letters-none = Wszystko, co miało być dostarczone, dotarło albo jest w drodze.
letters-again = { $count ->
    [one] Jeden list wysyłam jeszcze raz.
    [few] { $count } listy wysyłam jeszcze raz.
    [many] { $count } listów wysyłam jeszcze raz.
   *[other] { $count } listu wysyłam jeszcze raz.
}
button-letters-again = Wyślij jeszcze raz

# Polecenia.
command-progress = Powiedz, jak daleko jest dział z tą rozmową; ta osoba się o tym dowie
command-deadletters = Zobacz, czego nie udało się dostarczyć działom, i wyślij jeszcze raz
param-department = Dział, który się tym od teraz zajmie
param-progress = received, working, waiting, resolved albo declined
