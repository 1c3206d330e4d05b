config-here = Ky është skedari i konfigurimit në përdorim.
config-fine = Konfigurimi është në rregull.
config-faults = { $count ->
        [one] Në skedar ka { $count } gabim:
       *[other] Në skedar ka { $count } gabime:
    }
config-kept = Asgjë nuk ndryshoi; mbetet në fuqi konfigurimi i fundit i vlefshëm.
config-ready = Skedari është në rregull. Ja çfarë do të ndryshonte:
config-same = Skedari thotë të njëjtën gjë si ai në përdorim.
config-nothing-uploaded = Nuk ka skedar të ngarkuar. Më jepni një me /config upload.
config-applied = U krye: konfigurimi i ri vlen që tani.
button-apply = Zbatoje
