# Lajme nga faqe të tjera: pako për ekipin, dhe kanale që nuk lexohen dot.
feed-batch = { $count ->
    [one] Një hyrje e re nga { $feed }. Del kur dikush pajtohet.
   *[other] { $count } hyrje të reja nga { $feed }. Secila del kur dikush pajtohet.
}
feed-line = { $number } · { $title }
button-feed-post = Postimi { $number }
feed-failed = Tri herë radhazi nuk e lexova dot kanalin { $feed }: { $why } Vazhdoj të provoj, gjithnjë e më rrallë, dhe njoftoj kur të funksionojë sërish.
feed-mended = Kanali { $feed } lexohet sërish.
feed-fault-address = adresa e tij gjendet, ose të çon, ku nuk më lejohet të lidhem (vetëm publike, përveçse me allow_private).
feed-fault-name = askush nuk e njeh emrin e serverit të tij.
feed-fault-connection = nuk ka lidhje.
feed-fault-certificate = certifikata e tij nuk pranohet.
feed-fault-time = zgjati shumë.
feed-fault-redirects = ka shumë ridrejtime.
feed-fault-status = serveri i tij u përgjigj { $detail }.
feed-fault-size = është më i madh se 2 MB.
feed-fault-entities = deklaron një lloj dokumenti ose entitete, të cilat nuk i lexoj.
feed-fault-broken = nuk është as RSS, as Atom, ose është i prishur.
