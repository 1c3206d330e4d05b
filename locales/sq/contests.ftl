# Fillimi
command-contest = Hapni një konkurs: titulli:"Lumi" punimi:"një foto" deri:"e premte 18:00"; ose list, 3
param-title = Titulli; ose list, numri i një konkursi, csv 3, cancel 3, disqualify 3 2 pse
param-bring = Çfarë sillet: një foto, një recetë, një pamje e lumit
param-prizes = Çfarë mund të fitohet
param-settings = fitues:3 vendos:juria juria:moderators vlerësimi:3d rregulli:mesatarja maksimumi:1 shqyrtimi:po
contest-form = Një konkurs i ri
contest-field-title = Titulli
contest-field-bring = Çfarë duhet sjellë?
contest-field-until = Deri kur? 7d, e premte 18:00
contest-field-prizes = Çfarë mund të fitohet?
contest-field-settings = Cilësime: fitues:3 vendos:juria
contest-not-you = Në këtë komunitet nuk mund të hapni konkurse.
contest-nowhere = Nuk e di ku ta vendos konkursin. Konfigurimi nuk ka një vend të tillë.
contest-fault-no-title = Konkursi nuk ka titull.
contest-fault-lasts = Një konkurs pranon punime nga { $shortest } deri në { $longest }.
contest-fault-judging = Vlerësimi zgjat nga { $shortest } deri në { $longest } pas punimit të fundit.
contest-fault-most = Një person nuk mund të sjellë «{ $given }» punime; thoni një numër nga 1 deri në { $most }.
contest-fault-setting = Nuk e kuptoj «{ $given }». Njoh: fitues, vendos (vota ose juria), juria (moderators, një rol, discord:123), vlerësimi, rregulli (mesatarja ose shuma), maksimumi, shqyrtimi, numërimi, anëtar, llogari, grada, roli, lidhur, ftesat, marrja, kudo.
contest-made = Konkursi { $number } u hap. Pranon punime deri më { $at } dhe vlerësohet deri më { $until }.
contest-not-shown = Nuk munda ta vendos konkursin { $number } kudo ku duhet: { $why }.

# Karta
contest-card = Konkursi { $number }. Sillni punimin tuaj para { $at }.
contest-bring = Çfarë të sillni: { $what }
contest-judged-votes = Pastaj votojnë të gjithë, deri më { $until }.
contest-judged-jury = Pastaj vendos juria, deri më { $until }.
contest-prizes = { $count ->
    [one] Mund të fitohet: { $prizes }
   *[other] Mund të fitojnë { $count } persona: { $prizes }
 }
contest-places = { $count ->
    [one] Fiton një person.
   *[other] Fitojnë { $count } persona.
 }
contest-most = { $count ->
    [one] Një punim për person.
   *[other] Deri në { $count } punime për person.
 }
contest-brought = { $count ->
    [0] Ende askush nuk ka sjellë asgjë.
    [one] Deri tani një punim.
   *[other] Deri tani { $count } punime.
 }
contest-how = Shtypni butonin, ose përgjigjuni këtij mesazhi me një foto, një skedar ose një lidhje.
contest-frozen = Konkursi { $number } nuk pranon më punime; { $count ->
    [one] është një
   *[other] janë { $count }
 }.
contest-votes-until = Votoni për atë që ju pëlqen më shumë para { $until }.
contest-jury-until = Juria vendos deri më { $until }.
contest-hidden = Votat shihen në fund.
contest-cancelled = Konkursi { $number } u anulua.
contest-entry = Punimi { $entry }, nga { $who }
contest-entry-file = Te punimi { $number }:
contest-entry-gone = Ky punim nuk është më në konkurs.
contest-votes = { $count ->
    [one] një votë
   *[other] { $count } vota
 }
contest-points = { $score } pikë nga { $count ->
    [one] një anëtar i jurisë
   *[other] { $count } anëtarë të jurisë
 }
button-contest-bring = Marr pjesë
button-contest-mine = Të miat
button-contest-vote = Ky punim
button-contest-judge = Vlerëso
button-contest-claim = Merr çmimin

# Pjesëmarrja
contest-bring-form = Punimi juaj
contest-field-text = Fjalë
contest-field-link = Një lidhje te një foto ose mesazh
contest-closed = Ky konkurs nuk pranon punime tani.
contest-empty = Ende nuk ka asgjë: shkruani fjalë ose një lidhje, ose përgjigjuni kartës me një foto.
contest-no-link = «{ $given }» nuk është lidhje. Ajo fillon me https://
contest-enough = { $count ->
    [one] Keni sjellë tashmë një punim, që është maksimumi. Te «Të miat» mund ta tërhiqni.
   *[other] Keni sjellë tashmë { $count } punime, që është maksimumi. Te «Të miat» mund të tërhiqni një.
 }
contest-full = Ky konkurs është plot.
contest-too-often = Keni sjellë dhe tërhequr punime aq shpesh, sa ky konkurs nuk pranon më nga ju.
contest-taken-in = Jeni në «{ $title }» me punimin { $entry }. Te «Të miat» mund ta tërhiqni.
contest-taken-waiting = Faleminderit. Punimi { $entry } për «{ $title }» është te ekipi, që e sheh i pari.
contest-nothing-of-yours = Nuk keni sjellë asgjë në këtë konkurs.
contest-mine-waiting = { $entry } · te ekipi · { $words }
contest-mine-in = { $entry } · brenda · { $words }
contest-mine-refused = { $entry } · nuk u pranua · { $words }
contest-mine-withdrawn = { $entry } · u tërhoq · { $words }
contest-mine-disqualified = { $entry } · u skualifikua · { $words }
contest-why = Arsyeja: { $why }
button-contest-withdraw = Tërhiq { $entry }
contest-withdrawn = Punimi { $entry } është jashtë konkursit.
contest-let-in = Punimi juaj { $entry } është në «{ $title }».
contest-refused-you = Punimi juaj për «{ $title }» nuk u pranua. Arsyeja: { $why }
contest-disqualified-you = Punimi juaj është jashtë «{ $title }». Arsyeja: { $why }

# Vlerësimi
contest-votes-over = Votat nuk numërohen tani.
contest-own = Ky është punimi juaj. Votoni për një tjetër.
contest-cannot-vote = Nuk mund të votoni. Kërkohet: { $need }.
contest-voted = Vota juaj është për punimin { $entry }. Mund ta ndërroni deri në fund.
contest-vote-moved = Tani vota juaj është për punimin { $entry }.
contest-unvoted = E tërhoqët votën për punimin { $entry }.
contest-jury-called = «{ $title }» pret jurinë: { $count ->
    [one] një punim
   *[other] { $count } punime
 }, deri më { $until }.
contest-jury-so-far = Juria deri tani:
contest-jury-one = { $who }: { $judged } nga { $count }
contest-jury-more = dhe { $count } të tjerë
contest-jury-unknown = Askush nuk ka vlerësuar ende.
contest-jury-behind = Konkursi { $number }, «{ $title }»: juria vlerëson deri më { $until } dhe ende nuk ka mbaruar.
contest-jury-reminder = «{ $title }» pret ende pikët tuaja: { $count ->
    [one] një punim
   *[other] { $count } punime
 }, deri më { $until }.
contest-not-of-the-jury = Këtu nuk ka asgjë për të vlerësuar nga ju: ose nuk jeni në juri, ose ka mbaruar.
contest-nothing-to-judge = Nuk ka asgjë që mund të vlerësoni.
contest-jury-page = { $title }: { $at } nga { $count }
contest-file = Me një skedar: { $name }
contest-your-points = Dhatë { $points } nga 10.
contest-no-points = Sa pikë, nga 1 deri në 10?
contest-judged-all = I keni vlerësuar të gjitha. Mund ta ndryshoni deri më { $until }.
contest-file-sent = Jua dërgova.
contest-file-unsent = Nuk munda t’jua dërgoj privatisht.
button-contest-back = ◀
button-contest-on = ▶
button-contest-see = Shih skedarin

# Fundi
contest-over = Konkursi { $number } u vendos.
contest-nobody = Nuk ka asnjë punim të vlerësuar, prandaj nuk fiton askush.
contest-none-fit = Askush nga lista nuk mund të fitojë.
contest-winner = { $place }. { $who }, me punimin { $entry }: { $score }
contest-passed-over = { $count ->
    [one] U kapërcye një punim.
   *[other] U kapërcyen { $count } punime.
 }
contest-standing = Të gjitha:
contest-place = { $place }. Punimi { $entry }, nga { $who }: { $score }
contest-unclaimed = Konkursi { $number }: një çmim nuk u mor në kohë.
contest-passed-on = Konkursi { $number }: punimi { $entry } u skualifikua. Arsyeja: { $why }
contest-you-won = Keni fituar: vendi { $place } në «{ $title }».
contest-your-prize = Mund të fitohet: { $prizes }
contest-claimed-news = { $who } e mori çmimin e konkursit { $number }: { $title }

# Për ekipin
contest-none = Ende nuk ka pasur asnjë konkurs.
contest-unknown = Nuk ka konkurs { $number }.
contest-list-how = /contest me një numër tregon si po shkon.
contest-line-open = { $number } · hapur deri më { $at } · { $title }
contest-line-judging = { $number } · vlerësohet deri më { $at } · { $title }
contest-line-closed = { $number } · vendosur · { $title }
contest-line-cancelled = { $number } · anuluar · { $title }
contest-too-late = Kjo nuk mund të bëhet tani.
contest-no-entry = Nuk ka punim { $entry }, ose është tashmë jashtë.
contest-disqualify-why = Duhet një arsye deri në { $most } shenja, që e lexon autori: /contest disqualify 3 2 pse
contest-disqualified = Punimi { $entry } është jashtë.
contest-export = Konkursi { $number }
contest-review = Për konkursin { $number }, { $title }:
contest-field-why = Arsyeja, që e lexon autori
contest-refuse-form = Pse jo?
contest-review-in = { $who } e pranoi.
contest-review-out = { $who } nuk e pranoi. Arsyeja: { $why }
contest-reviewed-already = Dikush e ka vendosur tashmë, ose konkursi ka mbaruar.
contest-unreviewed = Konkursi { $number } nuk pranon më punime, dhe { $count ->
    [one] një pret ende
   *[other] { $count } presin ende
 } që dikush ta shohë. Sa kohë vlerësohet, mund të pranohen.
button-contest-let-in = Prano
button-contest-refuse = Mos prano
button-contest-csv = Si tabelë (CSV)
button-contest-cancel = Anulo
