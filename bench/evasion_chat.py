"""Chat lines without end in five languages, of everyday words, made-up names, numbers and links."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

LANGUAGES = ("en", "pl", "ru", "es", "sq")
_WORDS = {
    "en": """the a to and of it you I that is in for on not we with this have but they be what so at just like was
        know get think can if do me my out up all about when one time would really good see there their
        from more people want how which make right need still going only work back yeah thanks maybe
        because something never again today tomorrow morning evening pictures workshop ladder garden
        meeting ticket window engine update server channel question answer looks broken works finished
        started tried wondering bought painted measured uploading restarted compiled""",
    "pl": """i w na nie to się z że jest do jak a ale co mam tak już po za od czy dla tylko może być jutro dzisiaj
        wczoraj chyba nawet bardzo dobrze wszystko potem teraz jeszcze zawsze nigdy kto gdzie kiedy
        dlaczego można trzeba będzie był była mieliśmy zrobiłem zrobiłam pojechaliśmy przyniosę
        zobaczymy spotkanie spotkania warsztat warsztacie deska deskę kolorze śrubokręt wiertarka farby
        obrazek zdjęcia wiadomość pytanie odpowiedź przekładnia naprawiony działa""",
    "ru": """и в не на что я с это как а то все так его но да ты к у же вы за бы по только мне было вот от меня еще
        нет о из ему теперь когда даже ну вдруг ли если уже или быть был него до вас опять завтра
        сегодня вчера всегда никогда можно нужно будет были сделал сделала поехали принесу посмотрим
        встреча встречи мастерская доска отвертка краски картинка фотографии сообщение вопрос ответ
        починили работает получилось привезли выложил напишите подскажите""",
    "es": """de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si
        sin sobre este ya entre cuando todo esta sido son dos también fue había era muy años hasta desde
        está mi porque qué solo han yo hay vez puede todos así nos ni parte tiene él uno donde bien
        tiempo mismo ese ahora mañana ayer siempre nunca taller tabla pintura imagen mensaje pregunta
        respuesta arreglado funciona compramos llevaremos quedamos subiré""",
    "sq": """të e në i dhe me një për që nga si do nuk është u më ka ai ky kjo por edhe ne ju po jo ose kur ku pse
        çfarë mirë sot nesër dje gjithmonë kurrë shumë pak tani pastaj mund duhet ishte kam kemi bëra
        bëmë shkuam sjell shohim takimi takimit punishtja dërrasa ngjyra fotografi mesazhi pyetja
        përgjigja rregulluar punon blemë dërgoj""",
}
_SYLLABLES = tuple("kalomirentaveldorselnibramarpetsimulfagrijo"[at : at + 3] for at in range(0, 40, 2))
_ENDS = ("", "", "", ".", ".", "!", "?", " :)", " 😄", "...", " lol", ", ok?")


def chat(seed: int, path: Path | None = None) -> Iterator[str]:
    """Talk without end; or give, in turns, the texts of a file of JSON lines: texts, or lists that end with one."""
    chance = random.Random(seed)  # noqa: S311 - for a repeatable mix, not for secrets
    if path:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        texts = [line if isinstance(line, str) else line[-1] for line in lines]
        while True:
            yield from texts
    while True:
        yield line_of(chance.choice(LANGUAGES), chance)


def line_of(language: str, chance: random.Random) -> str:
    """Make one line of five to thirty words; one word of eight is a name that nobody has heard before."""
    words = _WORDS[language].split()
    # The first words of a list are the commonest, as in any language.
    said = [words[min(int(chance.expovariate(0.05)), len(words) - 1)] for _ in range(chance.randint(5, 25))]
    for _ in range(len(said) // 8 + 1):
        said[chance.randrange(len(said))] = _odd(chance)
    if chance.random() < 0.3:
        said[0] = said[0].capitalize()
    for spot in range(3, len(said) - 1):
        if chance.random() < 0.08:
            said[spot] += ","
    return " ".join(said) + chance.choice(_ENDS)


def _odd(chance: random.Random) -> str:
    name = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))
    forms = (name, name.capitalize(), f"@{name}", f"{name}{chance.randrange(100)}", str(chance.randrange(3000)))
    links = (f"https://{name}.example/{chance.randrange(10**6)}",)
    return chance.choice(forms * 3 + links)
