# An act beyond somebody's hourly share waits for a second person.
consent-asked = You have used up your share of { $cap } within an hour for this act. It waits as number { $number } until somebody else on the team agrees.
consent-card = { $who } wants to do something beyond the hourly share:
consent-kick = kick: { $whom }
consent-softban = kick with clean-up: { $whom }
consent-ban = ban: { $whom }
consent-many-kick = kick: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
consent-many-softban = kick with clean-up: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
consent-many-ban = ban: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
consent-purge = { $count ->
        [one] remove { $count } message
       *[other] remove { $count } messages
    }
consent-lasts = For { $lasts }
consent-number = Number { $number }. Somebody else has to agree.
button-consent = Agree
button-refuse = Refuse
consent-given = { $who } agreed to number { $number }.
consent-given-alone = { $who } agreed to number { $number } alone: nobody else was there.
consent-refused = { $who } refused number { $number }.
consent-expired = Number { $number } waited for too long; nothing was done.
consent-own = Somebody else has to agree to what you want to do.
consent-wait = You are nearly alone on the team, so you may agree to it yourself, but not before { $until }.
consent-over = Number { $number } is decided already, by { $who }.
consent-done = Number { $number } is done.
consent-no-more = Number { $number } cannot be done any more.
