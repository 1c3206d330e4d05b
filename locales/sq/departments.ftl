# Çfarë lexojnë anëtarët.
department-went = Pyetja juaj me numrin { $number } shkoi te { $department }. Do t’ju përgjigjen këtu.
department-received = { $department } e ka pyetjen tuaj me numrin { $number }.
department-working = { $department } po merret me pyetjen tuaj me numrin { $number }.
department-waiting = { $department } pret diçka para se pyetja juaj me numrin { $number } të vazhdojë.
department-resolved = { $department } e zgjidhi pyetjen tuaj me numrin { $number }. Më shkruani përsëri nëse ka mbetur diçka.
department-declined = { $department } nuk mund ta bëjë atë që kërkoni në numrin { $number }. Më shkruani përsëri nëse ka mbetur diçka.

# Çfarë lexon ekipi.
department-moved = Biseda { $number } vazhdon te { $department }.
department-same = Biseda { $number } është tashmë te { $department }.
department-arrived = Biseda { $number } me { $who } erdhi për { $department }.
department-unknown = Nuk ka departament me emrin { $name }. Ka: { $known }
department-noted = Anëtari e merr vesh: { $progress }
progress-received = u mor
progress-working = në punë
progress-waiting = pret diçka
progress-resolved = u zgjidh
progress-declined = u refuzua

# Çfarë shkon bashkë me bisedën kur kalon në duar të tjera.
packet-who = Biseda { $number } me { $who } ({ $account })
packet-since = Që nga { $at }
packet-about = Për: { $what }
packet-deadline = Përgjigjja duhet deri më { $at }
packet-note = Shënim: { $note }
packet-asked = Pyetja e parë:
packet-last = Fjalët e fundit:
packet-case = Rasti { $number }: { $act }
packet-transcript = Çfarë u tha deri tani:
packet-cut = Ka më shumë: /transcript i jep të gjitha.

# Letra për sistemet e një departamenti.
letter-opened = E re për { $department }
letter-handed = Iu dorëzua { $department }
letter-reopened = E hapur përsëri për { $department }
letter-dead = Diçka për { $department } nuk mund të dorëzohet me { $way } ({ $why }). Asgjë nuk humbi: /deadletters e tregon dhe e dërgon përsëri.
letter-off = { $department } nuk pranon më asgjë me { $way } (410 Gone), prandaj ndalova. /deadletters e dërgon pjesën tjetër dhe e aktivizon përsëri.
letter-line = { $at } · { $number } · { $department } · { $way } · { $why }
letters-none = Gjithçka që duhej dorëzuar ka mbërritur ose është rrugës.
letters-again = { $count ->
    [one] Një letër po dërgohet përsëri.
   *[other] { $count } letra po dërgohen përsëri.
}
button-letters-again = Dërgoji përsëri

# Komandat.
command-progress = Thoni sa ka ecur një departament me këtë bisedë; anëtari e merr vesh
command-deadletters = Shihni çfarë nuk mundi t’u dorëzohet departamenteve dhe dërgojeni përsëri
param-department = Departamenti që merret me këtë tani e tutje
param-progress = received, working, waiting, resolved ose declined
