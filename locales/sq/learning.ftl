# Çfarë u mësojnë moderatorët modeleve.
button-well-spotted = E gjetur drejt
learning-taken = Faleminderit, do ta mbaj mend.
teach-question = { $model ->
    [toxicity] A është ky një sulm ndaj dikujt? Përgjigjja më mëson.
   *[spam] A është ky spam? Përgjigjja më mëson.
}
teach-score = Mendoj: { $percent } %.
teach-unknown = Nuk e gjej dot: njoh shumë pak nga këto fjalë.
teach-yes = { $model ->
    [toxicity] Sulm
   *[spam] Spam
}
teach-pass = Tjetra
teach-nothing = Tani nuk kam pyetje. Më pyesni përsëri kur të jetë shkruar më shumë.
teach-no-rule = { $model ->
    [toxicity] Këtu asnjë filtër nuk i vlerëson sulmet, prandaj nuk ka çfarë të mësoj. Për fillim mjafton një filtër me «toxicity: 90%» që vetëm vëzhgon.
   *[spam] Këtu asnjë filtër nuk e vlerëson spamin, prandaj nuk ka çfarë të mësoj. Për fillim mjafton një filtër me «spam: 90%» që vetëm vëzhgon.
}
command-teach = Përgjigjuni disa pyetjeve për mesazhe: asgjë nuk më mëson më mirë
param-model = Çfarë duhet të mësoj
