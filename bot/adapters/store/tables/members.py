"""What is kept about members."""

from sqlalchemy import Index, Table, true

from bot.adapters.store.tables.columns import key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept, Person
from bot.core.privacy import Ends, Keeps

acceptances = Table(
    "acceptances",
    metadata,
    key("community"),
    key("space"),
    key("user"),
    words("asked"),
    words("agreed"),
    moment("at"),
)


arrivals = Table(
    "arrivals",
    metadata,
    key("community"),
    key("space"),
    key("user"),
    moment("at"),
    number("said"),
    Index(None, "community", "at"),
)


invitations = Table(
    "invitations",
    metadata,
    key("community"),
    key("space"),
    key("user"),
    words("by"),
    moment("at"),
    Index(None, "community", "by"),
)


languages = Table("languages", metadata, key("community"), key("user"), words("language"))


locales = Table("locales", metadata, key("community"), key("user"), words("locale"))
"""What a messenger said of somebody's language: no choice of hers, but better than the community's after a restart."""


erasures = Table(
    "erasures",
    metadata,
    key("community"),
    key("user"),
    words("alias"),
    words("names"),
    moment("at"),
)
"""Who asked to be forgotten while something of hers was still needed; gone as soon as nothing is."""

KEPT = (
    Kept(
        acceptances,
        "guidelines",
        Keeps(Ends.ASKED),
        people=(Person("user", gone=True),),
        plain=("space", "asked", "agreed"),
    ),
    # Somebody who could make herself old by asking for this would walk past every rule about newcomers.
    Kept(
        arrivals,
        "arrivals",
        Keeps(Ends.AGED, "keep_arrivals"),
        people=(Person("user", gone=True, until=true()),),
        plain=("space",),
        aged_by="at",
    ),
    # As above: whoever brought in false accounts could make that undone.
    Kept(
        invitations,
        "arrivals",
        Keeps(Ends.AGED, "keep_arrivals"),
        people=(Person("user", gone=True, until=true()), Person("by", gone=True, until=true(), exported=False)),
        plain=("space",),
        aged_by="at",
    ),
    Kept(languages, "languages", Keeps(Ends.ASKED), people=(Person("user", gone=True),), plain=("language",)),
    Kept(locales, "languages", Keeps(Ends.ASKED), people=(Person("user", gone=True),), plain=("locale",)),
    # Not for long, and by its own rule: see ``erasing``.
    Kept(erasures, "erasures", Keeps(Ends.DONE), plain=("user", "alias", "names")),
)
