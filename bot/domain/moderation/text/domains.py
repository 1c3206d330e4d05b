"""Which endings make a name without a scheme a link, and which need more before anybody would click it."""

_SURE = """
com net org info biz edu gov mil int io gg app dev xyz online site website shop store club vip pro casino tech tv
cc icu cyou sbs cfd buzz crypto pl ru ua kz eu uk fr cz sk lt lv ee nl dk fi ch br mx cl ec xk mk rs gr hu bg tr cn
jp kr vn ph hk tw sg nz ng ke eg sa ae ws ly gq cf ml tk рф бел укр
"""
_WITH_PATH = """
me it is to in no so do my be at am as es al de co ai si st sh id im an or are re pt mu ms md nu se pw cat by us
su ve ir la za au il ro ge pe ar ga name one new now here best how love you see ing fm gl vc ag lc sc tc hr ba ie
li lu mt cy ca zip mov py top live link click win bet fun space news cloud host page blog art games game chat zone
monster quest rest bond bid loan men date download stream trade review science party racing work world life today
email group digital network agency media academy center company social money finance capital fund exchange
"""

DOT_NAMES = ("dot", "punto", "kropka", "точка", "pikë", "pike")
"""What a dot is called by people who spell a link out."""

SURE = frozenset(_SURE.split())
"""Endings that hardly ever follow a forgotten space."""

WITH_PATH = frozenset(_WITH_PATH.split())
"""Endings that are words or file types as well: a path or a `www.` must stand with them."""

BREAKS = "<>()[]{}\"'`|«»“”„,;"
"""Signs that end a link, as every blank does."""
EDGES = "*_~.:!?#&…-—"
"""Signs that stand around a link and are no part of it."""
PUNYCODE = "xn--"
