"""How questions are worded: their words without accents and case, what carries little, and what asks."""

import re
import unicodedata
from collections.abc import Mapping

_WORD = re.compile(r"\w+")
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ё": "е", "’": "'", "ß": "s"})
LONGEST = 600
"""Characters of a question that are looked at; nobody asks better in more."""

_ASKING: Mapping[str, str] = {
    "en": "who what when where why how which whose can could is are do does did will would should may anyone anybody",
    "pl": "kto co kiedy gdzie skad dokad dlaczego czemu jak jaki jaka jakie ktory ktora ktore ile czy czyj ktos",
    "ru": "кто что когда где откуда куда почему зачем как какой какая какие каким сколько можно чеи ли кто-то",
    "es": "quien quienes que cuando donde adonde por como cual cuales cuanto cuanta cuantos cuantas puedo alguien",
    "sq": "kush cfare cka kur ku nga pse si cili cila cilat sa a mund dikush",
}
_LIGHT: Mapping[str, str] = {
    "en": "a an the i you we they he she it me my your our to of in on at for from with and or if be been was were am "
    "have has had there here this that these those s t m re ve not no so please want need get got some any about just "
    "by as us know tell hi hello hey guys im don doesn one somebody someone it's",
    "pl": "a i o u w z na do od ze sie mi mnie mam ma moge mozna mozecie jest sa to ten ta te tu tam dla po przy za i "
    "lub albo nie tak prosze chce chcialbym chcialabym musze trzeba jakis jakas cos ktos bym by was wam wy ja my moj "
    "moja moje swoj swoja swoje wasz wasza czesc hej powiedziec wiecie",
    "ru": "а и о у в с на до от за по при для из к ко не нет да я мы вы он она оно они мне меня мои моя мое свои свою "
    "свое ваш ваша ваши у вас нас нам вам это этот эта есть быть бы же то там тут здесь мне нужно надо хочу могу "
    "можете пожалуиста привет подскажите скажите если или чтобы кого какои какого",
    "es": "a al de del el la los las un una unos unas en con para por y o u e mi mis tu tus su sus me te se nos lo le "
    "es son esta estan ser estar hay yo vosotros ustedes no si este eso ese esa tengo tiene tienen quiero necesito "
    "favor hola hace hacer hago podria puedes debo alguna algun sobre muy ya",
    "sq": "e i te ne me per nga dhe ose se qe nje ka kam keni jam jeni eshte jane do duhet dua me mua ju ne une ti im "
    "ime juaj tuaj kjo ky ketu atje po jo nuk s ta ju lutem pershendetje tek te duhen ndonje bej behet",
}
ASKING = {language: frozenset(words.split()) for language, words in _ASKING.items()}
LIGHT = {language: frozenset(_LIGHT[language].split()) | ASKING[language] for language in _LIGHT}


def folded(text: str) -> str:
    """Lower case without accents."""
    plain = unicodedata.normalize("NFKD", text[:LONGEST].casefold().translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return _WORD.findall(folded(text))


def is_question(text: str, language: str) -> bool:
    """Say whether it looks like a question: by its mark, or by its first word where people leave the mark out."""
    said = text.strip()
    spoken = words(said)
    if not 2 <= len(spoken) <= 80 or said.startswith(("/", "!")):
        return False
    if said.endswith("?") or "? " in said or "¿" in said:
        return any(char.isalpha() for char in said)
    asks = ASKING.get(language, frozenset())
    return len(spoken) >= 4 and spoken[0] in asks and not said.endswith(("!", ".", "…", ":"))
