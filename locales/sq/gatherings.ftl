# Çfarë kanë të përbashkët sondazhet, konkurset dhe ngjarjet
button-change-it = Ndryshoje
form-keep = (Për ta lënë siç është, dërgoni: =)
moment-unreadable = Nuk e kuptoj kohën «{ $given }». Shkruajeni si 2h, premte 18:00 ose 2027-01-31 9:00.
moment-past = Kjo kohë ka kaluar tashmë: «{ $given }».
moment-skipped = Ora «{ $given }» nuk ekziston: atë natë orët çohen përpara. Zgjidhni një orë më herët ose më vonë.
moment-too-far = Koha «{ $given }» është shumë larg; e shumta dy vjet përpara.
