# AutoMod в Discord как внешний слой: что слышит команда, когда ему дают списки слов.
native-refused = AutoMod в Discord не принял списки слов: { $why }. Дайте моей роли право «Управлять сервером» или уберите native_automod из настроек. Пока я модерирую без него.
native-left-out = { $words ->
        [one] AutoMod в Discord получил списки слов; не поместилось { $words } слово. Его я ищу без AutoMod.
        [few] AutoMod в Discord получил списки слов; не поместилось { $words } слова. Их я ищу без AutoMod.
        [many] AutoMod в Discord получил списки слов; не поместилось { $words } слов. Их я ищу без AutoMod.
       *[other] AutoMod в Discord получил списки слов; не поместилось { $words } слова. Их я ищу без AutoMod.
    }
