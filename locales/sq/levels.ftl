# Kujtesa për ekipin.
level-conversation-answer = Biseda { $number } me { $who } pret përgjigje. Afati: { $until }.
level-conversation-solution = Biseda { $number } me { $who } nuk është zgjidhur. Afati: { $until }.
level-complaint-answer = Ankesa { $number } pret një vendim. Afati: { $until }.
level-complaint-solution = Ankesa { $number } nuk është zgjidhur. Afati: { $until }.
level-owner = Kujdeset { $who }.
level-free = Askush nuk kujdeset për të.
level-ping = { $who }, a mund ta shihni?

# Lista e ditës.
digest-head = { $count ->
        [one] Një çështje pret ekipin:
       *[other] { $count } çështje presin ekipin:
    }
digest-conversation-open = { $number } · { $who } · { $owner } · që nga { $since }
digest-conversation-late = Me vonesë: { $number } · { $who } · { $owner } · që nga { $since }
digest-complaint-open = { $number } · ankesë · { $owner } · që nga { $since }
digest-complaint-late = Me vonesë: { $number } · ankesë · { $owner } · që nga { $since }
digest-more = Dhe { $count } të tjera: i tregon /inbox.

# Kush është në detyrë.
duty-now = Tani jeni në detyrë, në orarin e komunitetit.
duty-now-own = Tani jeni në detyrë, nga { $start } deri në { $end }.
duty-not-now = Tani nuk jeni në detyrë: orari i komunitetit ka mbaruar. Askush nuk ju thërret.
duty-not-now-own = Tani nuk jeni në detyrë; orari juaj është nga { $start } deri në { $end }. Askush nuk ju thërret.
duty-off = Nuk jeni në detyrë derisa të shkruani /duty on. Askush nuk ju thërret.
duty-how = Shkruani /duty on, /duty off ose orarin tuaj: /duty 09:00-17:00.
duty-yours = Biseda { $number } me { $who } është juaja: e keni radhën ju.

# Fjala e një moderatori.
promise-told = Dikush nga komuniteti { $community } po merret me këtë; do të merrni lajme deri më { $until }.
promise-given = { $who } premtoi përgjigje në bisedën { $number } deri më { $until }. Anëtari e di.
promise-when = Jepni një kohë, e shumta pas: { $longest }. Për shembull 15:00, 2h, nesër 10:00.
promise-soon = { $who } pret përgjigjen e premtuar në bisedën { $number } deri më { $until }.
promise-broken = { $by } i premtoi { $who } përgjigje në bisedën { $number }; koha mbaroi. A mund ta shohë dikush, ju lutem?

# Komandat.
command-duty = Thoni kur mund t’ju thërrasë boti, ose shihni si është
param-hours = on, off, ose nga ora në orë: 09:00-17:00
command-promise = Tregojini anëtarit të kësaj bisede kur ktheheni
param-until = Deri kur: 15:00, 2h, nesër 10:00
