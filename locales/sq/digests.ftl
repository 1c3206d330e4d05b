# Lajme privatisht: për çka pajtohen njerëzit.
news-terms = Mund të merrni lajme privatisht: për çka zgjidhni, në kohë të caktuar ({ $every }), pa zhurmë, sa të doni. Ruaj cila llogari u pajtua, për çka dhe kur, dhe asgjë tjetër; çdo mesazh i tillë ka një buton që e mbyll këtë dhe e fshin shënimin.
news-pick = Zgjidhni temat, pastaj thoni po.
button-news-open = Lajme privatisht
button-news-agree = Po, m’i dërgo
button-news-leave = Mos më dërgo më
news-none = Këtu nuk ka lajme për të zgjedhur.
news-agreed = U shënua: do të merrni lajme për çka zgjodhët ({ $every }).
news-left = U krye: nuk merrni më, dhe asgjë prej kësaj nuk ruhet.
news-head = Lajme për çka zgjodhët
news-more = dhe { $count } të tjera në komunitet
button-interest-on = ✓ { $what }
button-interest-off = ○ { $what }
