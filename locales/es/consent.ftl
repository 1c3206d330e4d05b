# Una acción más allá del límite por hora espera a una segunda persona.
consent-asked = Has llegado a tu límite por hora para esta acción: { $cap }. Espera con el número { $number } hasta que alguien más del equipo esté de acuerdo.
consent-card = { $who } quiere hacer algo más allá del límite por hora:
consent-kick = expulsión: { $whom }
consent-softban = expulsión con limpieza: { $whom }
consent-ban = baneo: { $whom }
consent-many-kick = expulsión: { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
consent-many-softban = expulsión con limpieza: { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
consent-many-ban = baneo: { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
consent-purge = { $count ->
        [one] borrar { $count } mensaje
       *[other] borrar { $count } mensajes
    }
consent-lasts = Durante { $lasts }
consent-number = Número { $number }. Alguien más tiene que estar de acuerdo.
button-consent = De acuerdo
button-refuse = Rechazar
consent-given = { $who } está de acuerdo con el número { $number }.
consent-given-alone = { $who } ha aprobado el número { $number } por su cuenta: no había nadie más.
consent-refused = { $who } ha rechazado el número { $number }.
consent-expired = El número { $number } esperó demasiado; no se ha hecho nada.
consent-own = Alguien más tiene que estar de acuerdo con lo que quieres hacer.
consent-wait = En el equipo casi no hay nadie más, así que puedes aprobarlo tú, pero todavía no. Podrás desde: { $until }.
consent-over = El número { $number } ya está decidido, por { $who }.
consent-done = El número { $number } está hecho.
consent-no-more = El número { $number } ya no se puede hacer.
