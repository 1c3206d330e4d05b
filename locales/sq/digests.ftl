# Lajme privatisht: për çka pajtohen njerëzit.
news-terms = Mund të marrësh lajme privatisht: për çka zgjedh, në kohë të caktuar ({ $every }), pa zhurmë, sa të duash. Ruaj cila llogari u pajtua, për çka dhe kur, dhe asgjë tjetër; çdo mesazh i tillë ka një buton që e mbyll këtë dhe e fshin atë.
news-pick = Zgjidh temat, pastaj thuaj po.
button-news-open = Lajme privatisht
button-news-agree = Po, m’i dërgo këto
button-news-leave = Mos më dërgo më
news-none = Këtu nuk ka lajme për të zgjedhur.
news-agreed = U shënua: do të marrësh lajme për çka zgjodhe ({ $every }).
news-left = U krye: nuk merr më, dhe asgjë prej kësaj nuk ruhet.
news-head = Lajme për çka zgjodhe
news-more = dhe { $count } të tjera në komunitet
button-interest-on = ✓ { $what }
button-interest-off = ○ { $what }
