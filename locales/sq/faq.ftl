# Çfarë lexojnë anëtarët.
faq-source = Burimi: { $source }
faq-phrased = Këtë përgjigje e formuloi një model gjuhësor nga përgjigjet tona: { $entries }. Nëse keni dyshime, pyesni një njeri.
faq-none = Këtu nuk ka ende përgjigje. Shkruajini ekipit me /ask.
faq-unsure = Nuk jam i sigurt se e di këtë. Një njeri do ta dijë.
faq-topics =
    { $count ->
        [one] Di një përgjigje. Pyesni me fjalët tuaja: /faq pyetja juaj
       *[other] Di { $count } përgjigje. Pyesni me fjalët tuaja: /faq pyetja juaj
    }
faq-thanks = Mirë që ndihmoi. Faleminderit!
button-helped = Kjo ndihmoi
button-person = Jo, dua një njeri
button-person-please = Dua një njeri

# Çfarë lexon ekipi.
button-wrong-answer = Përgjigje e gabuar
faq-wrong = Përgjigjja { $entry } u tërhoq. Hesht derisa të shkruhet sërish në konfigurim.
faq-wrong-already = Përgjigjja { $entry } është tërhequr tashmë.
faq-wrong-card = { $who } e tërhoqi përgjigjen { $entry } nga pyetjet e shpeshta: është e gabuar. Kush e di më mirë: { $owner }
faq-changed = Kjo përgjigje është ndryshuar që atëherë, ose nuk ekziston më.
faq-not-enough = { $who } kërkon një njeri; përgjigjja { $entry } nuk mjaftoi për:
faq-unanswered = { $who } pyeti diçka dhe askush nuk përgjigjet prej { $span }:
faq-stats =
    Përgjigje në { $days } ditët e fundit: { $given }
    Ndihmuan: { $contained }
    Iu dhanë një njeriu: { $handed }
    U lanë pa asnjë fjalë: { $abandoned }
    Dukeshin të mjaftueshme, por nuk ishin: { $false }
    Ende e paqartë: { $waiting }
faq-stats-entry = { $entry }: nuk mjaftoi { $count ->
        [one] një herë
       *[other] { $count } herë
    }

# Komandat.
command-faq = Bëni një pyetje të shpeshtë; përgjigjen e shihni vetëm ju
param-question = Çfarë doni të dini
