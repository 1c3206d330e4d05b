privacy-head = Çfarë ruan komuniteti { $community } për njerëzit, për sa kohë dhe çfarë bëhet me të kur e kërkoni. Një mesazh që nuk shkel asnjë rregull nuk ruhet.
privacy-foot = /mydata export ju jep një skedar me gjithçka për ju, /mydata delete e fshin. Të dyja funksionojnë në një bisedë private me mua, edhe kur nuk jeni më këtu.
privacy-line = { $about } – { $time }; { $leaves }.
privacy-about-cases = Raste: çfarë i ndodhi kujt, pse dhe sipas cilit rregull
privacy-about-audits = Çfarë bënë moderatorët dhe drejtuesit
privacy-about-complaints = Ankesa: kush raportoi çfarë dhe për kë
privacy-about-conversations = Çfarë i shkruat njëri-tjetrit ju dhe ekipi
privacy-about-answers = Cilat përgjigje nga pyetjet e shpeshta morët
privacy-about-appeals = Ankime: kush thotë se një rast është gabim
privacy-about-links = Cilat llogari janë tuajat, nëse e thatë
privacy-about-recorded = Mesazhe, për të provuar filtrat me to
privacy-about-lessons = Numra nga të cilët njihet spami
privacy-about-guidelines = Që pranuat rregullat
privacy-about-arrivals = Kur erdhët, që të dihet kush është i ri
privacy-about-languages = Gjuha juaj: ajo që zgjodhët ose e platformës
privacy-about-erasures = Që kërkuat të harroheni, derisa diçka duhet të presë
privacy-about-running = Çfarë kam për të bërë: butona, afate, mesazhe në rrugë
privacy-about-places = Kush e lidhi cilin grup me këtë komunitet
privacy-about-gatherings = Çfarë votuat në sondazhe dhe shortet ku hytë
privacy-about-contests = Punimet tuaja në konkurse
privacy-about-letters = Çfarë iu tha sistemeve të një departamenti
privacy-about-feedback = Idetë dhe votat tuaja në tabelë
privacy-about-posts = Postime që presin të dalin, dhe kush i shkroi
privacy-about-feeds = Deri ku u lexuan lajmet e faqeve të tjera
privacy-about-digests = Cilat lajme i doni privatisht
privacy-time-aged = { $span }
privacy-time-both = { $span }, fjalët { $words }
privacy-time-wordless = fjalët { $span }
privacy-time-done = derisa të kryhet
privacy-time-asked = derisa ta ndryshoni
privacy-time-off = e çaktivizuar
privacy-leaves-gone = fshihet kur e kërkoni
privacy-leaves-nameless = pa emër e fjalë kur e kërkoni
privacy-leaves-stays = nuk emërton askënd, ose vetëm për pak kohë
mydata-which = Çfarë të bëj me të dhënat tuaja?
mydata-account = Llogaritë
mydata-exported = Gjithçka për ju: { $file }. Jashtë mbetën shënimet e ekipit, kush ju raportoi dhe cili moderator bëri çfarë.
mydata-ask = T’ju harroj, me të gjitha llogaritë e lidhura? Bisedat mbarojnë, votat dhe përgjigjet zhduken. Nga rastet, ankesat e mbyllura dhe ankimet mbetet fakti me një emër të shpikur, pa fjalët tuaja, aq sa thotë /privacy; pikët e ndëshkimit vazhdojnë të numërohen. Kjo nuk kthehet pas.
mydata-waits = Tani për tani mbetet siç është:
mydata-waits-cases = { $count ->
        [one] një përjashtim a heshtje që vlen ende: pa llogarinë tuaj askush nuk do ta hiqte
       *[other] { $count } përjashtime a heshtje që vlejnë ende: pa llogarinë tuaj askush nuk do t’i hiqte
    }
mydata-waits-complaints = { $count ->
        [one] një ankesë që është ende e hapur
       *[other] { $count } ankesa që janë ende të hapura
    }
mydata-waits-conversations = { $count ->
        [one] një bisedë për atë që njoftuat
       *[other] { $count } biseda për atë që njoftuat
    }
mydata-waits-appeals = { $count ->
        [one] një ankim që është ende i hapur
       *[other] { $count } ankime që janë ende të hapura
    }
mydata-waits-arrivals = kur erdhët, sepse filtrat i shohin më nga afër të rinjtë
mydata-gone = U krye: ju harrova. Kopjet rezervë ruajnë atë që kishin, e shumta 90 ditë.
mydata-gone-later = Ajo që duhet të presë ikën vetë, natën pasi mbaron.
mydata-team = { $count ->
        [one] Biseda { $numbers } nuk është më: anëtari kërkoi të harrohet.
       *[other] Bisedat { $numbers } nuk janë më: anëtari kërkoi të harrohet.
    }
button-mydata-export = Eksporto të dhënat e mia
button-mydata-delete = Fshi të dhënat e mia
button-forget-me = Po, më harro
command-privacy = Shihni çfarë ruhet për ju, për sa kohë dhe pse
command-mydata = Merrni gjithçka që ruhet për ju, ose kërkoni të fshihet
param-what = export ose delete
