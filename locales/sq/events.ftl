# Njoftimi
command-event = Njoftoni ngjarje dhe shihni kush vjen
command-event-new = Njoftoni një ngjarje me një formular
command-event-list = Shihni ngjarjet e fundit; me numër: kush vjen, ndryshim, anulim
command-event-feed = Të gjitha ngjarjet që vijnë, si skedar kalendari
param-event = Numri i ngjarjes
event-form = Një ngjarje
event-field-title = Si quhet?
event-field-starts = Kur fillon? premte 18:00
event-field-ends = Deri kur? 2h, 20:00
event-field-where = Ku? Një vend ose një lidhje
event-field-more = vende: 20 / përsëritet: weekly / teksti
event-nowhere = Nuk e di ku ta njoftoj. Konfigurimi nuk e ka atë vend.
event-made = Ngjarja { $number } u njoftua; fillon { $at }.
event-changed = Ngjarja { $number } u ndryshua; fillon { $at }.
event-cancelled = Ngjarja { $number } u anulua; i njoftoj të gjithë që donin të vinin.
event-twice = Atë natë orët e tregojnë atë kohë dy herë; marr të parën.
event-not-shown = Nuk munda ta njoftoj ngjarjen { $number } kudo ku duhet: { $why }.
event-feed-failed = Nuk e shkruaj dot skedarin e kalendarit të ngjarjeve në { $folder } ({ $why }). Provoj sërish çdo orë.
event-feed-again = Skedari i kalendarit të ngjarjeve shkruhet përsëri dhe është i përditësuar.
event-no-native = Ngjarjet njoftohen vetëm me kartat e tyre: nuk i vë dot te ngjarjet e Discord-it ({ $why }). Nëse i doni atje, më jepni të drejtën për të menaxhuar ngjarjet.
event-fault-no-title = Mungon emri.
event-fault-title-long = Emri ka { $count } shenja; më e shumta janë { $most }.
event-fault-no-place = Mungon vendi; mjafton një lidhje.
event-fault-place-long = Vendi ka { $count } shenja; më e shumta janë { $most }.
event-fault-about-long = Përshkrimi ka { $count } shenja; më e shumta janë { $most }.
event-fault-seats = Vendet janë një numër nga 1 deri në { $most }; pa atë rresht mund të vijë kushdo.
event-fault-kind = Nuk e njoh llojin «{ $given }». Njoh: meeting, webinar, live, offline, drive.
event-fault-repeats = Nuk e kuptoj sa shpesh është «{ $given }». Njoh: daily, weekly, monthly, ose një rregull si FREQ=WEEKLY;INTERVAL=2.
event-fault-ends-before = Fundi «{ $given }» nuk është pas fillimit.
event-fault-lasts = Një ngjarje zgjat nga { $shortest } deri në { $longest }.

# Karta
event-kind-meeting = Takim, me { $by }
event-kind-webinar = Uebinar, me { $by }
event-kind-live = Drejtpërdrejt, me { $by }
event-kind-offline = Takim në vend, me { $by }
event-kind-drive = Provë në rrugë, me { $by }
event-when = { $starts } – { $ends }
event-clock = { $starts } – { $ends } ({ $zone })
event-where = Ku: { $where }
event-again = Përsëritet.
event-on-now = Tani
event-is-cancelled = Anuluar
event-is-over = Mbaroi. { $count ->
    [0] Askush nuk tha se do të vinte.
    [one] Një person tha se do të vinte.
   *[other] { $count } persona thanë se do të vinin.
 }
event-seats = { $count ->
    [one] Ka një vend.
   *[other] Ka { $count } vende.
 }
event-heads = Vijnë: { $count } · ndoshta: { $maybe } · presin: { $waiting }
event-interested = Të interesuar për ngjarjen e Discord-it: { $count } (nuk numërohen më lart)
button-event-yes = Vij
button-event-maybe = Ndoshta
button-event-no = Nuk mundem
button-event-calendar = Në kalendarin tim
button-event-ask = Pyet
button-event-check-in = Jam këtu
button-event-zone = Zona ime orare
button-event-all = Të gjitha ngjarjet

# Pjesëmarrja
event-over = Ngjarja { $number } mbaroi ose u anulua.
event-you-yes = Keni një vend.
event-you-maybe = U shënua: ndoshta.
event-you-no = U shënua: nuk mund të vini.
event-you-wait = Të gjitha vendet janë zënë; jeni në listën e pritjes. { $ahead ->
    [0] Para jush nuk ka njeri.
    [one] Një person është para jush.
   *[other] { $ahead } persona janë para jush.
 }
event-promoted = U lirua një vend: mund të vini te «{ $title }».
event-reminder = Një kujtesë: «{ $title }».
event-moved = «{ $title }» ka ndryshuar. Tani është kështu:
event-cancelled-told = «{ $title }» u anulua.
event-survey = Si ishte «{ $title }»?
event-thanks = Faleminderit.
event-file = «{ $title }» për kalendarin tuaj
event-feed = { $count ->
    [0] Nuk ka ngjarje që vijnë.
    [one] Vjen një ngjarje.
   *[other] Vijnë { $count } ngjarje.
 }
event-question-form = Një pyetje
event-field-question = Çfarë do të donit të dinit?
event-asked = Organizuesi do ta marrë pyetjen tuaj.
event-fault-question = Një pyetje ka nga 1 deri në { $most } shenja.
event-fault-questions = I keni bërë tashmë { $most } pyetje; kaq është më e shumta.
event-code-form = Prania
event-field-code = Kodi që thuhet në vend
event-not-now = Mund ta konfirmoni praninë nga një orë para ngjarjes deri tri orë pas saj.
event-checked-in = Jeni numëruar te «{ $title }».
event-code-wrong = Ky nuk është kodi. { $count ->
    [one] Keni edhe një provë.
   *[other] Keni edhe { $count } prova.
 }
event-code-tries = Pati shumë kode të gabuara. Pyesni organizuesin.
event-zone-form = Zona juaj orare
event-field-zone = Qyteti ose zona: Europe/Tirane
event-fault-zone = Nuk e njoh zonën orare «{ $given }». Shkruajeni si Europe/Tirane, ose një qytet të madh.
event-zone-set = Tani e tutje jua them orët sipas zonës { $zone }.

# Për ekipin
event-none = Ende nuk ka pasur asnjë ngjarje.
event-unknown = Nuk ka ngjarje { $number }.
event-list-how = /event list me një numër tregon kush vjen.
event-line-ahead = { $number } · { $at } · { $title }
event-line-over = { $number } · mbaroi · { $title }
event-line-cancelled = { $number } · u anulua · { $title }
event-came = Prani e konfirmuar: { $count }
event-felt = { $count ->
    [one] Një përgjigje si ishte: { $faces }
   *[other] { $count } përgjigje si ishte: { $faces }
 }
event-host = «{ $title }» fillon; { $count ->
    [one] vjen një person
   *[other] vijnë { $count } persona
 }.
event-code = Kodi i ngjarjes { $number }, që thuhet në vend:
event-questions = { $count ->
    [one] Një pyetje:
   *[other] { $count } pyetje:
 }
event-no-questions = Askush nuk ka pyetur.
button-event-questions = Pyetjet
button-event-csv = Kush vjen (CSV)
button-event-code = Kodi i pranisë
button-event-change = Ndrysho
button-event-cancel = Anulo ngjarjen
