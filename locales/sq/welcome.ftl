greeting-guidelines = Ja çfarë i kërkojmë njëri-tjetrit:
greeting-agree = Ju lutem, lexojeni dhe shtypni «Pajtohem».
greeting-agree-first = Ju lutem, lexojeni dhe shtypni «Pajtohem»; pastaj mund të shkruani këtu.
guideline-line = { $number }. { $text }
button-agree = Pajtohem
agreed = Faleminderit! Kalofshi mirë në komunitetin { $community }!
agree-first = Para se të shkruani në komunitetin { $community }, ju lutem, lexojeni këtë dhe shtypni «Pajtohem»:
line-agree-first = { $who }, ju lutem, pranoni më parë rregullat; pastaj mund të shkruani këtu.
guidelines-changed = Rregullat tona kanë ndryshuar. Ju lutem, lexojini edhe një herë dhe shtypni «Pajtohem»:
rules-head = Ja çfarë i kërkojmë njëri-tjetrit në komunitetin { $community }:
rules-none = Komuniteti { $community } ende nuk i ka shkruar rregullat e veta.

# Çdo gjuhë me emrin e vet, njësoj në të gjithë skedarët.
language-en = English
language-pl = Polski
language-ru = Русский
language-es = Español
language-sq = Shqip
language-which = Në cilën gjuhë t’ju flas?
language-chosen = Tani e tutje ju flas shqip.
language-unknown = Këtu nuk flas «{ $given }». Mund të zgjidhni mes: { $offered }
