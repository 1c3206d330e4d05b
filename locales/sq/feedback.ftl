# Çfarë lexojnë anëtarët.
feedback-none = Këtu nuk ka tabelë idesh. Shkruajini ekipit me /ask.
feedback-panel = Çfarë doni të sillni te komuniteti { $community }? Të gjithë mund ta shohin dhe të votojnë për të.
feedback-board = { $count ->
        [0] Ende nuk ka asgjë.
        [one] Një shënim
       *[other] { $count } shënime
    }
feedback-board-search = { $count ->
        [0] Asgjë për { $words }. Ndoshta është e re.
        [one] Një shënim për { $words }
       *[other] { $count } shënime për { $words }
    }
feedback-board-state = Shfaqet: { $state }
feedback-board-page = Faqja { $page } nga { $pages }
feedback-votes = { $count ->
        [one] 1 votë
       *[other] { $count } vota
    }
feedback-board-line = #{ $number } { $title } · { $votes } · { $state }
feedback-head-idea = Ideja #{ $number }
feedback-head-problem = Problemi #{ $number }
feedback-line = { $state } · { $votes }
feedback-note = Ekipi: { $note }
feedback-merged = E njëjta me #{ $into }: votat numërohen atje.
feedback-mine = Ju jeni pro.
feedback-by = E solli { $who }
feedback-gone = Ky shënim u hoq ose nuk është më.
feedback-form-idea = Një ide
feedback-form-problem = Një problem
feedback-form-title = Me pak fjalë
feedback-form-text = Më shumë, po deshët
feedback-no-title = Duhen të paktën pak fjalë. Ajo që shkruat është ruajtur.
feedback-too-many = { $count ->
        [one] Mjafton një shënim në ditë. Ajo që shkruat ruhet deri nesër.
       *[other] Mjaftojnë { $count } shënime në ditë. Ajo që shkruat ruhet deri nesër.
    }
feedback-likely = Kjo është këtu tashmë. A e keni fjalën për këtë? Një votë vlen më shumë se e njëjta gjë dy herë.
feedback-like = #{ $number } { $title } · { $votes } · { $state }
feedback-posted = Faleminderit! Në tabelë është numri { $number }, me votën tuaj. Do t’ju tregoj se ç’bëhet me të.
feedback-posted-already = Është tashmë në tabelë, me numrin { $number }.
feedback-voted = Vota juaj për #{ $number } numërohet. { $count ->
        [one] Është e para.
       *[other] Vota tani: { $count }
    }
feedback-voted-already = Jeni tashmë pro #{ $number }; një njeri ka një votë. Vota: { $count }
feedback-unvoted = Vota juaj për #{ $number } u tërhoq. Vota tani: { $count }
feedback-closed = Kjo ka mbaruar: { $state }
feedback-news = #{ $number } { $title } tani është: { $state }
feedback-state-open = e hapur
feedback-state-planned = e planifikuar
feedback-state-started = e nisur
feedback-state-completed = e kryer
feedback-state-declined = e refuzuar
feedback-state-duplicate = e përsëritur
feedback-state-removed = e hequr
button-feedback-open = Ide dhe probleme
button-feedback-idea = Kam një ide
button-feedback-problem = Kam një problem
button-feedback-board = Tabela
button-feedback-vote = Jam pro · { $count }
button-feedback-for = Jam pro
button-feedback-unvote = Tërhiq votën time
button-feedback-more = Më shumë
button-feedback-see = Shih #{ $number }
button-feedback-number = #{ $number }
button-feedback-instead = Voto për #{ $number }
button-feedback-new = Jo, e imja është e re
button-feedback-all = të gjitha
button-feedback-back = Prapa
button-feedback-on = Më tej

# Rregullat vlejnë edhe për atë që boti shkruan për dikë.
vetting-refused = Rregullat këtu nuk më lejojnë ta botoj. Ajo që shkruat është ruajtur dhe mund ta ndryshoni.
vetting-refused-by = Nuk mund ta botoj: rregulli { $number }, { $guideline } Ajo që shkruat është ruajtur dhe mund ta ndryshoni.

# Çfarë lexon ekipi.
button-feedback-merge = E njëjta me …
button-feedback-part = Nuk është e përsëritur
button-feedback-remove = Hiqe
button-feedback-remove-sure = Hiqe përgjithmonë
button-feedback-take-back = Ktheje mbrapsht
button-feedback-export = Si tabelë
feedback-form-state = #{ $number }: { $state }
feedback-form-note = Një fjalë për ata që votuan, po deshët
feedback-form-merge = #{ $number } është e njëjta me
feedback-form-into = Numri i shënimit tjetër
feedback-really = Ta heq #{ $number } { $title } bashkë me fjalët e votat? Kjo nuk kthehet mbrapsht.
feedback-removed = #{ $number } u hoq.
feedback-set = #{ $number } tani është: { $state }
feedback-held = { $what } Ata që votuan e marrin vesh pas { $span }.
feedback-merge-done = #{ $number } numërohet tani si e njëjta me #{ $into }.
feedback-parted = #{ $number } qëndron sërish më vete, me votat që mori.
feedback-taken-back = #{ $number } është si më parë: { $state }
feedback-too-late = Tepër vonë: me #{ $number } ka ndodhur diçka që atëherë, ose ata që votuan e dinë.
feedback-is-duplicate = #{ $number } është e njëjta me #{ $into }; zhbëjeni më parë atë.
feedback-no-duplicate = #{ $number } nuk është e përsëritur.
feedback-is-so = #{ $number } është tashmë kështu: { $state }
feedback-itself = #{ $number } nuk mund të jetë përsëritje e vetvetes.
feedback-unknown = Nuk ka shënim { $number }.
feedback-exported = { $count ->
        [one] Tabela, një shënim:
       *[other] Tabela, { $count } shënime:
    }
feedback-digest = Tabela këtë javë
feedback-digest-quiet = Asgjë e re, asgjë nuk lëvizi.
feedback-digest-new = Të reja: { $count }
feedback-digest-top = Më të dëshiruarat:
feedback-digest-moved = Lëvizën: { $count }
feedback-digest-stale = Pa u prekur prej kohësh: { $count }
feedback-digest-gained = { $count ->
        [one] 1 votë më shumë këtë javë
       *[other] { $count } vota më shumë këtë javë
    }
feedback-digest-more = { $count ->
        [one] dhe një tjetër
       *[other] dhe { $count } të tjera
    }

# Komandat.
command-feedback = Sugjeroni një ide, tregoni një problem ose kërkoni te të tjerët
param-words = Çfarë të kërkohet
