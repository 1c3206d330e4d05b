# Një veprim mbi kufirin e orës pret një person të dytë.
consent-asked = Keni arritur kufirin tuaj për orë për këtë veprim: { $cap }. Ai pret me numrin { $number } derisa të pajtohet dikush tjetër nga ekipi.
consent-card = { $who } do të bëjë diçka mbi kufirin për orë:
consent-kick = nxjerrje: { $whom }
consent-softban = nxjerrje me pastrim: { $whom }
consent-ban = përjashtim: { $whom }
consent-many-kick = nxjerrje: { $count ->
        [one] { $count } person
       *[other] { $count } persona
    }
consent-many-softban = nxjerrje me pastrim: { $count ->
        [one] { $count } person
       *[other] { $count } persona
    }
consent-many-ban = përjashtim: { $count ->
        [one] { $count } person
       *[other] { $count } persona
    }
consent-purge = { $count ->
        [one] heqje e { $count } mesazhi
       *[other] heqje e { $count } mesazheve
    }
consent-lasts = Për { $lasts }
consent-number = Numri { $number }. Duhet të pajtohet dikush tjetër.
button-consent = Pajtohem
button-refuse = Refuzoj
consent-given = { $who } u pajtua me numrin { $number }.
consent-given-alone = { $who } u pajtua vetëm me numrin { $number }: nuk kishte njeri tjetër.
consent-refused = { $who } e refuzoi numrin { $number }.
consent-expired = Numri { $number } priti tepër gjatë; nuk u bë asgjë.
consent-own = Me atë që doni të bëni duhet të pajtohet dikush tjetër.
consent-wait = Në ekip nuk ka pothuajse njeri tjetër, prandaj mund të pajtoheni vetë, por jo para { $until }.
consent-over = Numri { $number } është vendosur tashmë, nga { $who }.
consent-done = Numri { $number } u krye.
consent-no-more = Numri { $number } nuk mund të kryhet më.
