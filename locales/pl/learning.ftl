# Czego moderatorzy uczą modele.
button-well-spotted = Słusznie
learning-taken = Dziękuję, zapamiętam.
teach-question = { $model ->
    [toxicity] Czy to atak na kogoś? Uczę się z odpowiedzi.
   *[spam] Czy to spam? Uczę się z odpowiedzi.
}
teach-score = Zgaduję: { $percent } %.
teach-unknown = Nie zgadnę, znam za mało z tych słów.
teach-yes = { $model ->
    [toxicity] Atak
   *[spam] Spam
}
teach-pass = Następne
teach-nothing = Na razie nie mam pytań. Zajrzyj, gdy będzie więcej wiadomości.
teach-no-rule = { $model ->
    [toxicity] Żadna reguła nie ocenia tu ataków, więc nie mam się czego uczyć. Na początek wystarczy reguła „toxicity: 90%”, która tylko obserwuje.
   *[spam] Żadna reguła nie ocenia tu spamu, więc nie mam się czego uczyć. Na początek wystarczy reguła „spam: 90%”, która tylko obserwuje.
}
command-teach = Odpowiedz na kilka pytań o wiadomości: nic nie uczy mnie lepiej
param-model = Czego mam się nauczyć
