# Nowi przy bramce.
command-gate = Pobierz link, przez który nowi proszą o wejście
gate-line = Witaj, { $who }! Naciśnij przycisk w ciągu { $minutes ->
    [one] jednej minuty
    [few] { $minutes } minut
    [many] { $minutes } minut
   *[other] { $minutes } minuty
}; potem możesz brać udział.
gate-wave = Jesteś tu od niedawna? Naciśnij przycisk; potem możesz brać udział.
gate-asked-in = Witaj! Zanim wejdziesz do społeczności { $community }, naciśnij przycisk.
button-gate = Wpuść mnie
gate-not-waiting = Jesteś już w środku albo czas minął. Wtedy po prostu dołącz jeszcze raz.
gate-question = Odpowiedz na pytanie tej społeczności.
gate-form = Zanim wejdziesz
gate-sum = Ile to jest? Naciśnij liczbę.
gate-sum-words = Ile to jest: { $sum } Naciśnij liczbę.
button-in-words = Poproszę słowami
gate-wrong = { $count ->
    [one] To nie to. Masz jeszcze jedną próbę.
    [few] To nie to. Masz jeszcze { $count } próby.
    [many] To nie to. Masz jeszcze { $count } prób.
   *[other] To nie to. Masz jeszcze { $count } próby.
}
gate-failed = To nie to. Możesz dołączyć jeszcze raz i spróbować od nowa.
gate-passed = Dziękujemy i witamy w społeczności { $community }!
gate-refused = Dobra odpowiedź, ale nie udało mi się otworzyć drzwi ({ $why }). Pomoże Ci ktoś z moderacji.
gate-off = Nie ma tu bramki: nikt nie jest o nic pytany przy wejściu.
gate-link = Kto wchodzi przez ten link, prosi o dołączenie i odpowiada przy bramce, zanim znajdzie się w środku:
    { $link }
    Rozdawaj ten link zamiast innych.
gate-link-none = Nie mogę utworzyć takiego linku. Na Telegramie potrzebuję prawa do zapraszania; Discord nie ma takich linków.
gate-link-refused = Nie udało mi się utworzyć linku: { $why }.
button-new-link = Nowy link, ten zamknij
