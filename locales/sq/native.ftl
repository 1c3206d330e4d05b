# AutoMod i Discord-it si shtresë e jashtme: çfarë lexon ekipi kur i jepen listat e fjalëve.
native-refused = AutoMod i Discord-it nuk i pranoi listat e fjalëve: { $why }. Jepini rolit tim të drejtën «Manage Server», ose hiqni native_automod nga konfigurimi. Unë vazhdoj pa të.
native-left-out = { $words ->
        [one] AutoMod i Discord-it i ka tani listat; për { $words } fjalë nuk kishte vend. Atë e kërkoj vetë.
       *[other] AutoMod i Discord-it i ka tani listat; për { $words } fjalë nuk kishte vend. Ato i kërkoj vetë.
    }
