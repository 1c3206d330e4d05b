# Newcomers at the gate.
gate-line = Mirë se erdhe, { $who }! Shtyp butonin brenda { $minutes ->
    [one] një minute
   *[other] { $minutes } minutash
}; pastaj mund të marrësh pjesë.
gate-wave = Sapo erdhe? Shtyp butonin; pastaj mund të marrësh pjesë.
gate-asked-in = Mirë se erdhe! Para se të hysh në { $community }, shtyp butonin.
button-gate = Më lër të hyj
gate-not-waiting = Je brenda tashmë, ose koha mbaroi. Atëherë thjesht hyr përsëri.
gate-question = Të lutem përgjigju pyetjes së këtij komuniteti.
gate-form = Para se të hysh
gate-sum = Sa bën? Shtyp numrin.
gate-sum-words = Sa bën { $sum } Shtyp numrin.
button-in-words = Nuk e shoh: me fjalë, të lutem
gate-wrong = { $count ->
    [one] Nuk ishte kjo. Ke edhe një provë.
   *[other] Nuk ishte kjo. Ke edhe { $count } prova.
}
gate-failed = Nuk ishte kjo. Mund të hysh përsëri dhe të provosh sërish.
gate-passed = Faleminderit, dhe mirë se erdhe në { $community }!
gate-refused = Ishte e saktë, por nuk munda ta hap derën ({ $why }). Do të të ndihmojë një moderator.
