# Fillimi
command-giveaway = Short: çmimi:"Një libër" fitues:1 deri:"premte 18:00"; ose list, 3, proof 3, reroll 3 1 arsyeja
param-prize = Çmimi; ose list, numri i një shorti, cancel 3, proof 3, reroll 3 1 arsyeja
param-winners = Sa fitojnë; 1 po u la bosh
param-conditions = anëtar:7d llogari:30d grada:trusted roli:123 lidhur:po pyetja:"…" përgjigja:"…" marrja:3d
giveaway-form = Një short i ri
giveaway-field-prize = Çmimi
giveaway-field-winners = Sa fitojnë? 1 po u la bosh
giveaway-field-until = Deri kur mund të hyhet? 2d, premte 18:00
giveaway-field-conditions = Kushtet: anëtar:7d lidhur:po pyetja:"…" përgjigja:"…"
giveaway-not-you = Në këtë komunitet nuk mund të mbani shorte.
giveaway-nowhere = Nuk e di ku ta vendos shortin. Konfigurimi nuk ka një vend të tillë.
giveaway-fault-no-prize = Mungon çmimi.
giveaway-fault-long = «{ $given }…» ka { $count } shenja; më e shumta janë { $most }.
giveaway-fault-question = Një pyetje do përgjigje, dhe një përgjigje do pyetje: pyetja:"…" përgjigja:"një|tjetër".
giveaway-fault-winners = «{ $given }» fitues nuk mund të ketë; jepni një numër nga 1 në { $most }.
giveaway-fault-lasts = Një short merr hyrje nga { $shortest } deri në { $longest }.
giveaway-fault-setting = Nuk e kuptoj «{ $given }». Njoh: çmimi, fitues, deri, anëtar, llogari, grada, roli, lidhur, ftesat, pyetja, përgjigja, marrja, kudo.
giveaway-made = Shorti { $number } u shpall; hidhet { $at }.
giveaway-twice = Atë natë orët e tregojnë atë kohë dy herë; marr të parën.
giveaway-not-shown = Nuk munda ta vendos shortin { $number } kudo ku duhet: { $why }.

# Karta
giveaway-card = Shorti { $number }, { $count ->
    [one] një fitues
   *[other] { $count } fitues
 }. Hidhet { $at }.
giveaway-needs = Kush mund të hyjë:
giveaway-need-member-for = anëtarë prej të paktën { $span }
giveaway-need-account-for = llogari të paktën { $span } të vjetra
giveaway-need-rank = nga ky rang e lart: { $rank }
giveaway-need-role = kush ka rolin { $role }
giveaway-need-linked = kush i ka lidhur llogaritë me /link
giveaway-need-invites = kush nuk ka sjellë askënd që u përjashtua ose u largua sërish
giveaway-need-answer = kush i përgjigjet një pyetjeje
giveaway-need-here = anëtarë të këtij komuniteti
giveaway-entrants = { $count ->
    [0] Ende nuk ka hyrë askush.
    [one] Ka hyrë një person.
   *[other] Kanë hyrë { $count } persona.
 }
giveaway-commitment = Shorti mund të kontrollohet. Fara e premtuar (SHA-256): { $commitment }
button-giveaway-enter = Marr pjesë
giveaway-cancelled = Shorti { $number } u anulua; nuk hidhet asgjë.
giveaway-over = U mbyll; { $count ->
    [one] mori pjesë një person
   *[other] morën pjesë { $count } persona
 }.

# Hyrja
giveaway-closed = Ky short është mbyllur.
giveaway-entered = Jeni brenda. Kodi juaj: { $code }. Në provë qëndron në vend të emrit tuaj.
giveaway-entered-already = Jeni tashmë brenda. Kodi juaj: { $code }
giveaway-cannot-enter = Nuk mund të hyni. Kërkohet: { $need }.
giveaway-question = Një pyetje
giveaway-wrong-answer = Nuk është kjo përgjigja. Mund të provoni sërish.

# Hedhja
giveaway-drawn = Shorti { $number } u hodh.
giveaway-nobody = Nuk hyri askush, prandaj nuk hidhet asgjë.
giveaway-none-fit = Askush nga ata që hynë nuk mund të fitojë.
giveaway-winners = { $count ->
    [one] Fituesi:
   *[other] Fituesit:
 }
giveaway-too-few = { $count ->
    [one] Mbetet një çmim.
   *[other] Mbeten { $count } çmime.
 }
giveaway-passed-over = { $count ->
    [one] U kapërcye një hyrje
   *[other] U kapërcyen { $count } hyrje
 }; prova thotë pse.
giveaway-seed = Fara e premtuar: { $seed }
giveaway-next = Radha tjetër:
giveaway-no-next = Nuk mbetet askush që mund të fitojë.
giveaway-unclaimed = Shorti { $number }: një çmim nuk u mor në kohë.
giveaway-rerolled = Shorti { $number }: vendi { $place } kalon te tjetri. Arsyeja: { $why }
giveaway-claim-until = Merreni çmimin para { $at }, përndryshe kalon te tjetri.
giveaway-you-won = Keni fituar: { $prize }
giveaway-you-won-aloud = { $who }, keni fituar: { $prize }
button-giveaway-claim = E marr çmimin
button-giveaway-proof = Prova
giveaway-not-yours = Këtu nuk ka çmim tuajin, ose koha e tij kaloi.
giveaway-claimed = Është juaji. { $who } do t’ju tregojë si ta merrni.
giveaway-claimed-already = E keni marrë tashmë.
giveaway-claimed-news = { $who } e mori çmimin e shortit { $number }: { $prize }
giveaway-proof = Prova e shortit { $number }. U premtua: { $commitment }
giveaway-no-proof = Nuk ka provë: nuk është hedhur asgjë, ose një vend po vendoset tani.

# Për ekipin
giveaway-none = Ende nuk ka pasur asnjë short.
giveaway-unknown = Nuk ka short { $number }.
giveaway-list-how = /giveaway me numër tregon kush merr pjesë.
giveaway-line-open = { $number } · i hapur deri më { $at } · { $prize }
giveaway-line-drawn = { $number } · u hodh { $at } · { $prize }
giveaway-line-cancelled = { $number } · i anuluar · { $prize }
giveaway-latest = Hyrje: { $count }; të fundit:
giveaway-export = Shorti { $number }
giveaway-too-late-open = Kjo mund të bëhet pasi të hidhet.
giveaway-too-late-drawn = Është hedhur tashmë.
giveaway-too-late-cancelled = Është anuluar.
giveaway-reroll-place = Thoni cili vend kalon te tjetri, nga 1 në { $count }: /giveaway reroll 3 1 arsyeja
giveaway-reroll-why = Duhet një arsye me deri { $most } shenja, që e lexojnë të gjithë.
giveaway-rerolled-done = U kapërcye; vjen radha e vendit tjetër.
button-giveaway-list = Kush merr pjesë
button-giveaway-csv = Si tabelë (CSV)
button-giveaway-cancel = Anuloje
