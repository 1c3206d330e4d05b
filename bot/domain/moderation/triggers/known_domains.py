"""Domains whose names are worth imitating, and services that hide where a link leads."""

KNOWN = (
    "discord.com", "discord.gg", "discordapp.com", "telegram.org", "telegram.me", "steamcommunity.com",
    "steampowered.com", "epicgames.com", "roblox.com", "minecraft.net", "twitch.tv", "youtube.com", "google.com",
    "gmail.com", "microsoft.com", "outlook.com", "apple.com", "icloud.com", "amazon.com", "netflix.com", "spotify.com",
    "facebook.com", "instagram.com", "whatsapp.com", "twitter.com", "tiktok.com", "reddit.com", "linkedin.com",
    "github.com", "gitlab.com", "dropbox.com", "paypal.com", "stripe.com", "revolut.com", "western-union.com",
    "binance.com", "coinbase.com", "metamask.io", "opensea.io", "kraken.com", "blockchain.com", "trustwallet.com",
    "allegro.pl", "inpost.pl", "vinted.pl", "yandex.ru", "vkontakte.ru", "sberbank.ru", "gosuslugi.ru",
    "wildberries.ru", "correos.es", "santander.com", "wikipedia.org", "ebay.com", "adobe.com", "openai.com",
)  # fmt: skip

INNOCENT = frozenset({
    "discard", "discords", "finance", "goggle", "googled", "twitters", "striped", "stripes", "appl", "ample", "apply",
    "adobes", "amazons", "reedit", "redditt", "kraker", "outlooks", "yande", "gitlabs", "stripe", "strip", "ripe",
    "inpost", "impost",
})  # fmt: skip
"""Names close to a known one that are words or firms of their own."""

SHORTENERS = frozenset({
    "bit.ly", "tinyurl.com", "t.co", "goo.gl", "is.gd", "v.gd", "ow.ly", "buff.ly", "cutt.ly", "rb.gy", "rebrand.ly",
    "shorturl.at", "tiny.cc", "tiny.one", "s.id", "bl.ink", "t.ly", "short.io", "clck.ru", "vk.cc", "u.to", "qr.ae",
    "lnkd.in", "adf.ly", "linktr.ee", "bc.vc", "shorte.st", "ouo.io", "ouo.press", "soo.gd", "x.gd", "da.gd", "dub.sh",
    "urlz.fr", "gg.gg", "cli.re", "kutt.it", "shrtco.de", "2no.co", "grabify.link", "iplogger.org", "iplogger.com",
    "yip.su", "iplis.ru", "goo.su", "t2m.io", "snip.ly", "shorturl.asia", "surl.li", "han.gl", "lnk.to", "lnk.bio",
})  # fmt: skip
