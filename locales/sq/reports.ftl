# Çfarë lexon kush njofton.
report-form = Njoftoni moderatorët
report-form-text = Çfarë ndodhi?
report-done = Faleminderit. Moderatorët e kanë me numrin { $number }; do t’ju tregoj si përfundon.
status-report-open = Ankesa juaj me numrin { $number } pret që dikush ta shohë.
status-report-taken = Dikush po merret me ankesën tuaj me numrin { $number }.
status-report-over = Ankesa juaj me numrin { $number } është mbyllur.
report-own = Ky është mesazhi juaj. Nëse doni t’u thoni diçka moderatorëve, shkruani /report me fjalët tuaja.
report-empty = Nuk kishte asgjë për të dërguar. Ju lutem, tregoni me pak fjalë çfarë ndodhi.
button-send = Dërgoje
outcome-upheld = Për ankesën tuaj me numrin { $number }: moderatorët ju dhanë të drejtë dhe vepruan. Faleminderit që na treguat.
outcome-declined = Për ankesën tuaj me numrin { $number }: moderatorët e shqyrtuan dhe vendosën të mos veprojnë. Faleminderit që na treguat.
outcome-closed = Për ankesën tuaj me numrin { $number }: moderatorët e shqyrtuan dhe e mbyllën. Faleminderit që na treguat.

# Çfarë sheh ekipi.
complaint-title = Ankesa { $number }
complaint-title-about = Ankesa { $number } për { $who }
complaint-by = Nga { $who }
complaint-reporters = { $count ->
        [one] E njoftoi { $count } person
       *[other] E njoftuan { $count } persona
    }
complaint-message = Mesazhi:
complaint-state-upheld = E zgjidhi { $who }: u pranua.
complaint-state-declined = E zgjidhi { $who }: nuk u pranua.
complaint-state-closed = E mbyllur ({ $who }), pa vendim.
complaint-rules = Filtrat që e kapën: { $rules }
complaint-stays = Biseda { $number } filloi me një njoftim. Mund t’i kalojë një personi, por jo një departamenti, dhe nuk bashkohet me një tjetër.
complaint-waits = Ankesa { $number } pret dikë nga drejtuesit.
complaint-settled = Ankesa { $number } u zgjidh.
complaint-settled-untold = Ankesa { $number } u zgjidh. Anëtarit nuk munda t’i shkruaj privatisht.
complaint-already = Ju parapriu { $who }: ankesa { $number } është zgjidhur tashmë.
button-open = Hape
button-take = E marr unë
button-delete = Fshije mesazhin
button-warn = Paralajmëroje
button-mute = Vëre në heshtje 1 orë
button-ban = Përjashtoje
button-decline = Mos e prano
button-uphold = Pranoje
