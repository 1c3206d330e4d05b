"""What advertising is about, as beginnings of words in five languages: general knowledge, where no set reaches.

A theme says little by itself (people do speak of work and money); two of them together, and what stands around them,
are what a model weighs. Written by hand, from no corpus.
"""

from collections.abc import Iterable

from bot.domain.moderation.text.letters import unaccented

_THEMES = {
    "pay": """pay paid payout payment salar wage income earn profit cash money bonus reward
        оплат заплач плачу плата зарпл зарабо зараба доход деньг денег деньж прибыл выплат премия вознагр тысяч рубл
        zarob zarab wypłac wypłat pensj dochod dochó pieniąd pienięd premi ganar ganas ganancia sueldo salari ingreso
        dinero pago pagar pagam fitime fitoj paga rrog parave leke ardhura""",
    "work": """job jobs hiring hire vacanc recruit remote parttime freelanc staff employ
        работ подраб ваканс сотрудн персонал удаленк удаленн грузчик разнораб курьер водител менеджер оператор график
        занятост должност стажир praca prace pracy pracown zatrudn rekrut zdaln dorywcz etat trabaj empleo vacante
        contrata remoto punesim punonjes punetor pune""",
    "seek": """need needed looking wanted seeking require требу ищем ищу нужен нужна нужны нужно набира набор приглаша
        возьму возьмем szuka poszuk potrzeb busco buscam busca necesit requer kerko kerkoj nevojit""",
    "people": """guys people person workers men girls students человек людей люди парней парни парня ребят мужчин
        женщин студент девушк osob osoby ludzi chłopa dziewczyn personas gente chicos chicas njerez persona vajza""",
    "private": """dm pm inbox contact whatsapp viber telegram bio profile лс личк личн пиши пишит напиши отпиш
        обраща обрати стучи стучит профил контакт вотсап ватсап вацап телег связ priv prv pisz napisz kontakt odezw
        profil escrib privado md perfil shkru privat kontakto""",
    "easy": """easy easily quick fast guarante instant free daily passive simple legit trusted
        легк быстр гарант бесплат ежедн пассив прост официальн провер надежн стабил высок łatw szybk gwaran darm bezpłat
        codzien pasywn facil rapid garant gratis diari pasiv leht shpejt garanci falas perdit""",
    "novice": """experience beginner training learn teach opportunity опыт обуч научу научи новичк возможност вложен
        doświadcz szkolen możliw experien aprend oportun pervoj mesoj mundesi""",
    "hurry": """urgent hurry limited now today tomorrow immediat asap last срочн успе сегодня завтра ограничен последн
        осталос спеши pilne teraz dziś dzisiaj jutro ostatn spiesz hoy mañana ahora ultim limitad urgjent tani sot
        neser fundit""",
    "crypto": """crypto bitcoin btc usdt eth invest trading trader forex airdrop wallet nft token крипт биткоин инвест
        трейд бирж кошел арбитраж крипто криптов krypto inwest gield cripto invers inviert bolsa kripto""",
    "prize": """casino bet bets betting jackpot slot slots poker win winner won prize lottery gift giveaway claim
        казин ставк джекпот слоты выигр приз лотере розыгр подар фриспин kasyn zaklad wygra nagrod loteri prezent apuest
        premio sorteo regal kazino bast fitues shperbl lotari dhurat""",
    "dating": """dating sexy sex nude escort onlyfans horny интим секс эскорт знакомст вирт досуг randk seks citas sexo
        takime""",
    "loan": """loan credit debt mortgage card bank кредит займ заем долг ипотек карт банк сбер тиньк обнал дроп kredyt
        pożycz dług karta karty prestam credito deuda tarjeta kredi hua borxh kart""",
    "goods": """buy sale sell selling discount price cheap shop order delivery offer прода купи куплю скидк цена цене
        магаз заказ достав товар ассорт предлага услуг sprzed kup zniżk promoc cena ceny sklep vend compr descuent
        oferta preci tienda shitet shes blej zbritj oferte cmim""",
    "papers": """licen passport diploma document certificat права паспорт диплом документ справк граждан dyplom dokument
        paszport pasaport titulo patent""",
    "join": """join channel subscrib follow click link group visit check video подпис подпиш канал ссылк переход перейд
        вступ присоед жми жмите кликай dołącz kanał subskry klik unete canal suscr enlace clic grupo sigue bashkohu
        abono kliko""",
    "chores": """carry move moving clean repair ремонт убор убра вынес погруз разгруз перевез переезд помо помоч стройк
        мебел мусор przeprow sprzat remont naprawa limpi mudanza repara pastrim""",
    "drugs": """cocaine weed mdma cannabis мефедрон марихуан гашиш закладк шишки kokain marihuan droga""",
    "greeting": """hello hi hey dear everyone friends всем привет здравст добрый доброг приветств уважаем дорогие witam
        cześć czesc drodzy hola buenos estimad amigos pershendetje tung miq""",
}  # fmt: skip
THEMES = tuple(_THEMES)
_SHORTEST, _LONGEST = 2, 8
_WHOLE = 3
"""A beginning of so few letters must be the whole word."""
_REMEMBERED = 1 << 15


def _table() -> dict[str, str]:
    stems = {unaccented(stem): theme for theme, written in _THEMES.items() for stem in written.split()}
    return {stem[:_LONGEST]: theme for stem, theme in stems.items()}


_STEMS = _table()
_BEGINNINGS = frozenset(stem[: _WHOLE + 1] for stem in _STEMS)


def themes_of(words: Iterable[str]) -> tuple[str, ...]:
    """Name the themes that these words (folded, as ``Reading.words``) touch, in a fixed order."""
    found = set(map(_known.__getitem__, words))
    return tuple(filter(found.__contains__, THEMES)) if len(found) > 1 or "" not in found else ()


class _Known(dict[str, str]):
    """The theme of each word that was said lately, empty for none: people say the same words all day."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = theme = _theme(word) if word[: _WHOLE + 1] in _BEGINNINGS else ""  # few words begin so
        return theme


_known = _Known()


def _theme(word: str) -> str:
    """Find the theme of a word, empty for none; the longest beginning counts."""
    if len(word) <= _WHOLE:
        return _STEMS[word]
    found = (_STEMS[word[:n]] for n in range(min(len(word), _LONGEST), _WHOLE, -1) if word[:n] in _STEMS)
    return next(found, "")
