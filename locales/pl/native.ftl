# AutoMod Discorda jako warstwa zewnętrzna: co słyszy zespół, gdy dostaje on listy słów.
native-refused = AutoMod Discorda nie przyjął list słów: { $why }. Nadaj mojej roli uprawnienie „Zarządzanie serwerem” albo usuń native_automod z konfiguracji. Na razie moderuję bez niego.
native-left-out = { $words ->
        [one] AutoMod Discorda ma już listy słów; zabrakło miejsca dla { $words } słowa. Tego szukam w wiadomościach bez jego pomocy.
        [few] AutoMod Discorda ma już listy słów; zabrakło miejsca dla { $words } słów. Tych szukam w wiadomościach bez jego pomocy.
        [many] AutoMod Discorda ma już listy słów; zabrakło miejsca dla { $words } słów. Tych szukam w wiadomościach bez jego pomocy.
       *[other] AutoMod Discorda ma już listy słów; zabrakło miejsca dla { $words } słowa. Tych szukam w wiadomościach bez jego pomocy.
    }
