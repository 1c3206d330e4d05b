# Të sapoardhurit te porta.
command-gate = Merrni lidhjen me të cilën të rinjtë kërkojnë të hyjnë
gate-line = Mirë se erdhët, { $who }! Shtypni butonin brenda { $minutes ->
    [one] një minute
   *[other] { $minutes } minutash
}; pastaj mund të merrni pjesë.
gate-wave = Sapo erdhët? Shtypni butonin; pastaj mund të merrni pjesë.
gate-asked-in = Mirë se erdhët! Para se të hyni në komunitetin { $community }, shtypni butonin.
button-gate = Më lër të hyj
gate-not-waiting = Jeni brenda tashmë, ose koha mbaroi. Atëherë thjesht hyni përsëri.
gate-question = Ju lutem, përgjigjuni pyetjes së këtij komuniteti.
gate-form = Para se të hyni
gate-sum = Sa bën? Shtypni numrin.
gate-sum-words = Sa bën { $sum } Shtypni numrin.
button-in-words = Me fjalë, ju lutem
gate-wrong = { $count ->
    [one] Nuk ishte kjo. Keni edhe një provë.
   *[other] Nuk ishte kjo. Keni edhe { $count } prova.
}
gate-failed = Nuk ishte kjo. Mund të hyni përsëri dhe të provoni sërish.
gate-passed = Faleminderit, dhe mirë se erdhët në komunitetin { $community }!
gate-refused = Ishte e saktë, por nuk munda ta hap derën ({ $why }). Do t’ju ndihmojë një moderator.
gate-off = Këtu nuk ka portë: askush nuk pyetet për asgjë kur hyn.
gate-link = Kush vjen nga kjo lidhje kërkon të hyjë dhe përgjigjet te porta para se të jetë brenda:
    { $link }
    Shpërndajeni këtë në vend të çdo tjetre.
gate-link-none = Nuk mund ta krijoj një lidhje të tillë. Në Telegram më duhet e drejta për të ftuar; Discord nuk ka lidhje të këtij lloji.
gate-link-refused = Nuk munda ta krijoj lidhjen: { $why }.
button-new-link = Krijo të re, mbyll këtë
