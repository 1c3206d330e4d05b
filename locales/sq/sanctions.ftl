# Masat me dorë dhe çfarë rrjedh prej tyre.
notice-softban = Ju nxorën nga komuniteti { $community } bashkë me mesazhet e ditës së fundit. Mund të ktheheni.
notice-unmute = Mund të shkruani përsëri në komunitetin { $community }.
notice-undone = Ekipi i komunitetit { $community } e anuloi rastin { $case }: nuk llogaritet më.
notice-unban = Mund të ktheheni në komunitetin { $community }.
card-title-noted = Rasti { $case }: shënim për { $who }
card-title-softban = Rasti { $case }: nxjerrje me pastrim e { $who }
card-title-unmute = Rasti { $case }: { $who } mund të shkruajë përsëri
card-title-unban = Rasti { $case }: { $who } mund të kthehet
note-done = U shënua për { $who }: rasti { $case }. E sheh vetëm ekipi.
softban-done = { $who } u nxor bashkë me mesazhet e ditës së fundit dhe mund të kthehet: rasti { $case }.
softban-done-untold = { $who } u nxor bashkë me mesazhet e ditës së fundit: rasti { $case }. Nuk arrita t’i shkruaj privatisht.
unmute-done = { $who } mund të shkruajë përsëri: rasti { $case }.
unmute-done-untold = { $who } mund të shkruajë përsëri: rasti { $case }. Nuk arrita t’ia them privatisht.
unban-done = { $who } mund të kthehet: rasti { $case }.
unban-done-untold = { $who } mund të kthehet: rasti { $case }. Nuk arrita t’ia them privatisht.
note-empty = Shkruani çfarë të mbaj mend, ose përgjigjuni mesazhit për të cilin bëhet fjalë.
act-first = { $who } veproi më parë: rasti { $case } thotë të njëjtën gjë. Asgjë nuk u bë dy herë.
act-first-until = { $who } veproi më parë: rasti { $case } vlen deri më { $until }. Asgjë nuk u bë dy herë; /case { $case } edit lasts:2d e ndryshon kohën.
act-first-forever = { $who } veproi më parë: rasti { $case } vlen përgjithmonë. Asgjë nuk u bë dy herë; /case { $case } edit lasts:2d e ndryshon kohën.
act-instead = Zë vendin e rastit { $case }, që do të zgjaste deri më { $until }.
act-instead-forever = Zë vendin e rastit { $case }, që ishte përgjithmonë.
act-nothing-to-end = Sipas shënimeve të mia nuk kishte çfarë të mbyllej.
act-channel = { $who } është kanal: mund vetëm të paralajmërohet, të shënohet, të përjashtohet ose të lejohet sërish.
act-out-of-reach = { $who } është administrator ose nuk qëndron nën rolin tim: platforma nuk më lejon t’i heq fjalën, ta nxjerr ose ta përjashtoj. Nuk u bë asgjë dhe personi nuk u njoftua.
act-before = Më parë: { $count ->
        [one] { $count } paralajmërim.
       *[other] { $count } paralajmërime.
    }
mute-renewed = Discord pranon më së shumti 28 ditë njëherësh; do ta rinovoj në kohë.
term-span = Mund të zgjasë nga { $shortest } deri në { $longest }. Çdo kohë më të shkurtër Telegrami e merr si përgjithmonë.
term-over = E kuptoj si { $until } sipas orës së komunitetit, dhe kjo ka kaluar.
param-lasts = Për sa kohë: 10m, 2h, 1d12h, premte 18:00, nesër, përgjithmonë
command-note = Shënoni diçka për një anëtar; e sheh vetëm ekipi
command-unmute = Lejoni një anëtar të shkruajë përsëri para kohe
command-softban = Nxirrni një anëtar me mesazhet e ditës së fundit; mund të kthehet
command-unban = Lejoni dikë të kthehet para kohe
card-link = Mesazhi: { $link }
card-noted = Shënim nga { $who }, { $at }: { $text }
card-edited = Arsyeja u ndryshua nga { $who }, { $at }; më parë: { $before }
case-unclear = Nuk e kuptoj «{ $given }» si rast. Shkruani /case 12, /case last, /case 12 edit një arsye e re, ose /case 12 note disa fjalë.
entry-note = U shënua te rasti { $case }.
entry-reason = Arsyeja e rastit { $case } u ndryshua; e mëparshmja ruhet.
list-title = Rastet, më të rejat të parat:
list-title-person = Në regjistër për { $who }, më të rejat të parat:
list-line = { $case } · { $at } · { $what } · { $who } · { $why }
list-empty = Asgjë në regjistër nuk përputhet.
sanction-note = shënim
sanction-warn = paralajmërim
sanction-mute = heshtje
sanction-kick = nxjerrje
sanction-softban = nxjerrje me pastrim
sanction-ban = përjashtim
sanction-unmute = fund i heshtjes
sanction-unban = fund i përjashtimit
sanction-milder = zbut rastin { $case }
sanction-undo = anulon rastin { $case }
button-older = Më të vjetra
button-newer = Më të reja
command-case-edit = Ndryshoni arsyen, rregullin ose kohën; e mëparshmja ruhet
command-case-note = Shtoni një shënim te një rast; e sheh vetëm ekipi
command-history = Gjithçka në regjistër për një person, më e reja e para
command-cases = Kërkoni në regjistër: personi, moderatori, masa, koha, rregulli ose fjalë
param-which = Numri i rastit; asgjë për të fundit
param-by = Cili moderator veproi
param-act = Çfarë u bë
menu-card = Townkeeper: kartela
command-card = Shihni kush është dikush dhe çfarë ka në regjistër, me butona; e shihni vetëm ju
command-strikes = Shihni sa pikë ndëshkimi numërohen tani
card-whom = Përgjigjuni mesazhit të dikujt me /card, ose përmendni emrin: /card @emri.
strikes-of = { $count ->
        [one] { $who } ka tani { $count } pikë ndëshkimi.
       *[other] { $who } ka tani { $count } pikë ndëshkimi.
    }
person-who = { $who } ({ $id }), { $rank }
person-joined = Këtu që nga: { $at } ({ $days ->
        [one] { $days } ditë
       *[other] { $days } ditë
    })
person-created = Llogaria u krijua: { $at } ({ $days ->
        [one] { $days } ditë
       *[other] { $days } ditë
    })
person-language = Gjuha: { $language }
person-account = Gjithashtu: { $id }
person-counts = Në regjistër: { $cases } · paralajmërime: { $warnings } · shënime: { $notes } · pikë tani: { $strikes }
person-mute = Në heshtje deri më { $until }: rasti { $case }
person-mute-forever = Në heshtje përgjithmonë: rasti { $case }
person-ban = Përjashtim deri më { $until }: rasti { $case }
person-ban-forever = Përjashtim përgjithmonë: rasti { $case }
hand-warn = Paralajmëro
hand-mute-10m = Heshtje 10 min
hand-mute-1h = Heshtje 1 orë
hand-mute-1d = Heshtje 1 ditë
hand-kick = Nxirr
hand-ban = Përjashto
hand-note = Shënim
hand-history = Historiku
hand-form = { $what }: { $who }
hand-form-warned = { $what }: { $who } – tashmë { $count ->
        [one] { $count } paralajmërim
       *[other] { $count } paralajmërime
    }
hand-reason = Pse? Mjafton çelësi i një rregulli.
purge-preview = Do të hiqeshin: { $count ->
        [one] { $count } mesazh
       *[other] { $count } mesazhe
    }
purge-people = Shkruar nga: { $count ->
        [one] { $count } person
       *[other] { $count } persona
    }
purge-by = { $who }: { $count ->
        [one] { $count } mesazh
       *[other] { $count } mesazhe
    }
purge-done = U hoqën: { $count ->
        [one] { $count } mesazh
       *[other] { $count } mesazhe
    }
purge-kept = Nuk u hoqën: { $count ->
        [one] { $count } mesazh
       *[other] { $count } mesazhe
    } – { $why }
purge-what = Thoni çfarë të heq: /purge @emri, /purge 20, /purge 1h, ose disa fjalë të mesazheve.
purge-none = Nuk mbaj mend mesazhe të tilla këtu. Di çfarë u tha që kur u nisa, deri në 500 për çdo vend.
massban-preview = Do të përjashtoheshin, hyrë që nga { $since }: { $count ->
        [one] { $count } person
       *[other] { $count } persona
    }
massban-who = · { $who }
massban-none = Me sa mbaj mend, në atë kohë nuk hyri askush që mund ta përjashtoj: i di ata që hynë që kur u nisa.
massban-done = U përjashtuan: { $count ->
        [one] { $count } person
       *[other] { $count } persona
    }
massban-kept = Nuk u përjashtua: { $who } – { $why }
massban-untold = Nuk u njoftuan dot privatisht: { $count ->
        [one] { $count } person
       *[other] { $count } persona
    }
massban-left-alone = U lanë rehat, sepse janë tashmë në ekip ose dikush veproi më parë: { $count ->
        [one] { $count } person
       *[other] { $count } persona
    }
and-more = … dhe { $count } të tjerë
sweep-by = Nga { $who }:
sweep-left = Nuk u bë asgjë.
button-go = Vazhdo
button-cancel = Anulo
command-purge = Hiqni mesazhe këtu: sipas personit, numrit, kohës ose fjalëve; shfaqet më parë
command-massban = Përjashtoni të gjithë që hynë brenda kësaj kohe; shfaqet më parë
param-count = Sa më së shumti
param-containing = Fjalë që përmbajnë mesazhet
param-joined = Hynë brenda: 10m, 1h
list-none-since = Që nga rasti { $case } asgjë nuk përputhet. Më të vjetrat janë te butoni.
list-not-yet = { $since } s’ka ardhur ende: që atëherë s’mund të ketë asgjë në regjistër.
list-backwards = Kjo kohë do të mbaronte ({ $until }) para se të fillonte ({ $since }).
edit-no-time = Rasti { $case } nuk është as heshtje, as përjashtim: nuk ka kohë për të ndryshuar.
edit-over = Kjo do të ishte deri më { $until }, që ka kaluar tashmë. E mbarojnë /unmute dhe /unban, ose anulojeni.
edit-not-holding = Rasti { $case } nuk vlen më; koha e tij nuk mund të ndryshohet.
edit-empty = Çfarë të ndryshoj? Jepni një arsye të re, një rregull ose një kohë.
edit-refused = U shënua, por platforma nuk më lejoi: { $why }.
edit-told = Ekipi ndryshoi sa zgjat kjo.
entry-guideline = Rregulli i rastit { $case } ndryshoi; i mëparshmi ruhet.
edit-until = Rasti { $case } tani zgjat deri më { $until }.
edit-forever = Rasti { $case } tani zgjat përgjithmonë.
card-until = Deri më { $until }
card-forever = Përgjithmonë
card-edited-guideline = { $who } ndryshoi rregullin, { $at }; më parë: { $before }
card-edited-until = { $who } ndryshoi kohën, { $at }; më parë: { $before }
case-apart = Rasti { $case } në platformën tjetër, bashkë me të cilin u hap ky, mbetet siç është: çka bëhet me atë, vlen për të dy.
card-edited-along = Bashkë me të ndryshoi edhe rasti { $case }, në platformën tjetër.
for-good = përgjithmonë
