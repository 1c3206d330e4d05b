# Pyetja
command-poll = Pyetni të gjithë: /poll pyetja a b c, ose një formular
command-polls = Sondazhet e fundit; me numër mbyllni ose eksportoni njërin
param-ask = Pyetja; ose gjithçka bashkë: pyetja a b c
param-options = Mundësitë: a | b | c
param-closes = Kur mbyllet: 2h, premte 18:00; një ditë po u la bosh
param-how = disa, renditje, kuiz, anonim, fshehur, kudo, kuorum 10, fillon hënë 9:00
param-poll = Numri i sondazhit
poll-form = Një sondazh i ri
poll-field-question = Pyetja
poll-field-options = Mundësitë, secila në një rresht
poll-field-closes = Kur mbyllet? 2h, premte 18:00
poll-field-how = Si: disa, renditje, kuiz, anonim…
poll-not-you = Në këtë komunitet nuk mund të bëni sondazhe.
poll-nowhere = Nuk e di ku ta vë sondazhin. Konfigurimi nuk ka një vend të tillë.
poll-enough = Keni tashmë { $count ->
    [one] një sondazh të hapur
   *[other] { $count } sondazhe të hapura
 }. Prisni sa të mbyllet njëri.
poll-fault-no-question = Mungon pyetja.
poll-fault-question-long = Pyetja ka { $count } shenja; e shumta janë { $most }.
poll-fault-few-options = Një sondazhi i duhen të paktën dy mundësi; këtu janë { $count }. Ato me disa fjalë vërini në thonjëza, ose secilën në rreshtin e vet.
poll-fault-many-options = Janë { $count } mundësi; e shumta janë { $most }.
poll-fault-option-long = Mundësia «{ $option }…» ka { $count } shenja; e shumta janë { $most }.
poll-fault-twice = Mundësia «{ $option }» është dy herë.
poll-fault-right = Kuizit i duhet numri i mundësisë së saktë, nga 1 deri në { $most }: saktë 2.
poll-fault-because-long = Shpjegimi ka { $count } shenja; e shumta janë { $most }.
poll-fault-setting = Nuk e kuptoj «{ $given }». Di: disa, renditje, kuiz, anonim, hapur, fshehur, kudo, kuorum 10, saktë 2, sepse …, fillon …, mbyllet …
poll-fault-lasts = Një sondazh është i hapur nga { $shortest } deri në { $longest }.
poll-fault-rules = Një rregull i këtij komuniteti i ndalon këto fjalë, ndaj nuk mund t’i botoj.
poll-made = Sondazhi { $number } është hapur; mbyllet { $at }.
poll-planned = Sondazhi { $number } është planifikuar për { $opens }.
poll-twice = Atë natë orët e tregojnë dy herë atë kohë; marr të parën.
poll-not-shown = Nuk munda ta vë sondazhin { $number } kudo ku duhet: { $why }.
poll-doubled = Një përgjigje humbi rrugës, prandaj sondazhi { $number } mund të jetë këtu dy herë. Ju lutem, votoni te ky.

# Karta
poll-how-one = Shtypni zgjedhjen tuaj; shtypeni sërish për ta tërhequr.
poll-how-several = Shtypni sa të doni; shtypni sërish për të tërhequr një.
poll-how-ranked = Shtypini sipas radhës si ju pëlqejnë. Më pak e pëlqyera largohet, raund pas raundi.
poll-how-quiz = Shtypni përgjigjen e saktë; keni një provë.
poll-closes = Mbyllet { $at }.
poll-hidden = Rezultati shihet pasi të mbyllet.
poll-people-open = { $count ->
    [0] Askush nuk ka votuar ende
    [one] Ka votuar një njeri
   *[other] Kanë votuar { $count } njerëz
 }; ekipi mund ta shohë kush çfarë zgjodhi.
poll-people-anonymous = { $count ->
    [0] Askush nuk ka votuar ende
    [one] Ka votuar një njeri
   *[other] Kanë votuar { $count } njerëz
 }; askush nuk e sheh kush çfarë zgjodhi.
poll-people-open-linked = { $count ->
    [0] Askush nuk ka votuar ende
    [one] Ka votuar një njeri
   *[other] Kanë votuar { $count } njerëz
 }, { $unlinked } pa llogari të lidhura; ekipi mund ta shohë kush çfarë zgjodhi.
poll-people-anonymous-linked = { $count ->
    [0] Askush nuk ka votuar ende
    [one] Ka votuar një njeri
   *[other] Kanë votuar { $count } njerëz
 }, { $unlinked } pa llogari të lidhura; askush nuk e sheh kush çfarë zgjodhi.
button-take-back-vote = Tërhiqe votën time

# Rezultati
poll-nobody = Nuk ka votuar askush.
poll-no-quorum = Nuk vlen: morën pjesë { $count }, duheshin { $quorum }.
poll-right = E saktë është «{ $option }»; { $count ->
    [one] e dinte një njeri
   *[other] e dinin { $count }
 }.
poll-tie = Barazim mes { $options }.
poll-winner = Fiton «{ $option }».
poll-run-off = Pas { $count } raundeve: { $votes }.
poll-ended = Sondazhi { $number } u mbyll.
poll-closed-line = Ky sondazh është mbyllur.

# Votimi
poll-over = Sondazhi { $number } është mbyllur.
poll-answered = Jeni përgjigjur tashmë.
poll-nothing-to-take-back = Këtu nuk ka votë tuajën.
poll-taken-back = Vota juaj u tërhoq.
poll-counted = Vota juaj vlen.
poll-counted-many = Vota juaj vlen, me { $count ->
    [one] një mundësi
   *[other] { $count } mundësi
 }.
poll-chosen = Vota juaj: { $options }
poll-quiz-right = Saktë!
poll-quiz-wrong = Jo; e saktë është «{ $option }».

# Për ekipin
poll-none = Nuk ka pasur ende asnjë sondazh.
poll-unknown = Nuk ka sondazh { $number }.
poll-list-how = /polls me një numër e mbyll ose e eksporton.
poll-line-open = { $number } · i hapur deri më { $at } · { $question }
poll-line-planned = { $number } · i planifikuar · { $question }
poll-line-closed = { $number } · u mbyll { $at } · { $question }
poll-line-withdrawn = { $number } · i tërhequr · { $question }
poll-export = Sondazhi { $number }
poll-closed-now = Sondazhi { $number } u mbyll.
poll-withdrawn = Sondazhi { $number } nuk do të botohet.
button-poll-close = Mbylle tani
button-poll-withdraw = Mos e boto
button-poll-csv = Si tabelë (CSV)
button-poll-json = Si JSON
poll-never-native = Këtu votohet gjithmonë me butona.
poll-not-native = Në { $messenger } votohet me butona: { $why }.
poll-unfit-elsewhere = nuk ka sondazhe të vetat
poll-unfit-anonymous = sondazhet e tij tregojnë kush zgjodhi çfarë
poll-unfit-counted = nuk njeh renditje, pesha a kuorum
poll-unfit-hidden = do t’i tregonte numrat menjëherë
poll-unfit-quiz = nuk ka kuize
poll-unfit-options = pranon më pak mundësi
poll-unfit-length = pyetja, një mundësi ose shpjegimi është tepër i gjatë për të
poll-unfit-time = nuk mbyllet dot vetë në atë kohë
poll-missed = Sondazhi { $number } nuk u botua: nuk isha gjatë gjithë kohës së tij. { $question }
