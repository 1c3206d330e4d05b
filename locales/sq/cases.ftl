# Çfarë lexon anëtari.
notice-note = Një mesazh juaji në komunitetin { $community } u fshi.
notice-warn = Keni një paralajmërim në komunitetin { $community }.
notice-mute = Nuk mund të shkruani në komunitetin { $community } deri më { $until }.
notice-mute-forever = Nuk mund të shkruani më në komunitetin { $community }.
notice-kick = Ju nxorën nga komuniteti { $community }. Mund të ktheheni.
notice-ban = Jeni përjashtuar nga komuniteti { $community } deri më { $until }.
notice-ban-forever = Jeni përjashtuar nga komuniteti { $community }.
corrected-mute = Na falni, ajo që ju shkrova për rastin { $case } nuk u bë: nuk ju hoqën fjalën në komunitetin { $community }.
corrected-kick = Na falni, ajo që ju shkrova për rastin { $case } nuk u bë: nuk ju nxorën nga komuniteti { $community }.
corrected-softban = Na falni, ajo që ju shkrova për rastin { $case } nuk u bë: nuk ju nxorën nga komuniteti { $community }.
corrected-ban = Na falni, ajo që ju shkrova për rastin { $case } nuk u bë: nuk jeni përjashtuar nga komuniteti { $community }.
notice-guideline = Rregulli ynë { $number }: { $text }
notice-reason = Arsyeja: { $reason }
notice-case = Ky është rasti { $case }. Nëse mendoni se është gabim, shtypni butonin dhe do ta shohin njerëz edhe një herë.
button-appeal = Është gabim
line-message-removed = { $who }, një mesazh juaji u fshi. Shtypni butonin për të lexuar pse.
line-notice-for-you = { $who }, ka një njoftim për ju. Shtypni butonin për ta lexuar.

# Çfarë sheh ekipi. Emri qëndron gjithmonë i palakuar.
card-title-note = Rasti { $case }: mesazh i fshirë nga { $who }
card-title-asked = Rasti { $case }: një filtër pyet për { $who }
card-title-warn = Rasti { $case }: paralajmërim për { $who }
card-title-mute = Rasti { $case }: heshtje për { $who }
card-title-kick = Rasti { $case }: nxjerrje e { $who }
card-title-ban = Rasti { $case }: përjashtim i { $who }
card-title-milder = Rasti { $case }: zbut rastin { $undone } për { $who }
card-title-undone = Rasti { $case }: anulon rastin { $undone } për { $who }
card-watched = Filtri { $rule } do të vepronte këtu: { $who }. Tani për tani vetëm vëzhgon.
card-repeated = { $times ->
        [one] { $times } herë
       *[other] { $times } herë
    } radhazi
card-guideline = Rregulli { $number }: { $text }
card-rule = Filtri { $rule }: u gjet «{ $found }»
card-by = Nga { $who }
card-reason = Arsyeja: { $reason }
card-asks = Po tani? Filtri jua lë juve vendimin.
card-milder = U zbut me rastin { $case }.
card-undone = Anuluar me rastin { $case }.
automod-given-up = Filtri { $rule } dështoi me pesë mesazhe radhazi dhe nuk zbatohet më. Do të provohet përsëri kur të ndryshojë skedari i konfigurimit.
did-deleted = ✓ u fshi
did-deleted-pending = … po fshihet
did-deleted-aloud = ✓ u fshi
did-deleted-refused = ✗ nuk u fshi: { $why }
did-told = ✓ u njoftua privatisht
did-told-pending = … po njoftohet
did-told-aloud = ✓ u njoftua me një rresht të shkurtër publik
did-told-refused = ✗ nuk u njoftua: { $why }
did-corrected = ✓ u njoftua privatisht se kjo nuk ndodhi
did-corrected-pending = … po njoftohet se kjo nuk ndodhi
did-corrected-aloud = ✓ u njoftua me një rresht të shkurtër publik se kjo nuk ndodhi
did-corrected-refused = ✗ nuk u njoftua se kjo nuk ndodhi: { $why }
did-mute = ✓ iu hoq fjala
did-mute-pending = … po i hiqet fjala
did-mute-aloud = ✓ iu hoq fjala
did-mute-refused = ✗ nuk iu hoq fjala: { $why }
did-kick = ✓ u nxor
did-kick-pending = … po nxirret
did-kick-aloud = ✓ u nxor
did-kick-refused = ✗ nuk u nxor: { $why }
did-ban = ✓ u përjashtua
did-ban-pending = … po përjashtohet
did-ban-aloud = ✓ u përjashtua
did-ban-refused = ✗ nuk u përjashtua: { $why }
did-pardoned = ✓ masa u hoq
did-pardoned-pending = … masa po hiqet
did-pardoned-aloud = ✓ masa u hoq
did-pardoned-refused = ✗ masa nuk u hoq: { $why }
button-undo = Anuloje
button-switch-on = Aktivizoje
case-unknown = Nuk ka rast me numrin { $case }.

# Çfarë lexon moderatori.
warn-done = { $who } u paralajmërua: rasti { $case }.
warn-done-untold = Paralajmërimi për { $who } u shënua si rasti { $case }, por nuk munda t’i shkruaj privatisht.
mute-done = { $who } tani nuk mund të shkruajë: rasti { $case }.
mute-done-untold = { $who } tani nuk mund të shkruajë: rasti { $case }. Nuk munda t’i shkruaj privatisht.
kick-done = { $who } u nxor: rasti { $case }.
kick-done-untold = { $who } u nxor: rasti { $case }. Nuk munda t’i shkruaj privatisht.
ban-done = { $who } u përjashtua: rasti { $case }.
ban-done-untold = { $who } u përjashtua: rasti { $case }. Nuk munda t’i shkruaj privatisht.
punish-refused = Asgjë nuk ndryshoi ({ $who }): { $why }. Kjo u shënua te rasti { $case }.
undo-done = Rasti { $case } u anulua me rastin { $by }.
undo-already = Rasti { $case } ishte anuluar tashmë me rastin { $by }.
undo-refused = Rasti { $case } u shënua si i anuluar, por platforma nuk e hoqi masën: { $why }.
switched-on = Filtri { $rule } vepron që tani.
