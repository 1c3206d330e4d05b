# Discord's own AutoMod as an outer layer: what staff hear when the word lists are given to it.
native-refused = Discord’s own AutoMod did not take the word lists: { $why }. Give my role the right “Manage Server”, or take native_automod out of the config. I go on moderating without it.
native-left-out = { $words ->
        [one] Discord’s own AutoMod has the word lists now; for { $words } word it had no room. I look for it myself.
       *[other] Discord’s own AutoMod has the word lists now; for { $words } words it had no room. I look for those myself.
    }
