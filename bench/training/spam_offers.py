"""Made-up offers of the kinds that Telegram groups are flooded with, put together from parts: no corpus may be shipped.

Written from general knowledge of such offers; nobody's message is among them. Whoever wrote them had looked at mistakes
of an earlier model, also on the set that serves as a chat it was not trained on: figures there flatter it a little.
"""

# ruff: noqa: E501  # lists of phrases are read best as they are

import random
from collections.abc import Sequence

_RU = {
    "hello": "|Всем привет!|Здравствуйте.|Добрый день!|Доброго времени суток.|Привет, ребята|Салют!|Внимание!|Друзья,",
    "who": "2 человека|3-4 человека|пара крепких парней|двое ребят|человек|люди|несколько человек|партнёры|сотрудники"
    "|ответственные люди|девушки и парни|люди от 18 лет",
    "need": "Нужны {who}|Требуются {who}|Срочно нужны {who}|Ищу {who}|Ищем {who}|Набираем {who}|Возьму {who}"
    "|Ищу {who} в команду|Нужна помощь, {who}",
    "chore": "на склад|на разгрузку машины|на переезд|вынести мусор|собрать мебель|на стройку|на подработку"
    "|убрать территорию|перенести вещи на этаж|раздать листовки|на пару часов|на удалённую работу|для удалённого заработка"
    "|в сферу криптовалют|на неполный день|для простой работы с телефона",
    "sum": "2000|2500|3000 р|3.500|5000 рублей|от 100$ в день|70-90$ в неделю|1000 долларов в месяц|15к|по 4000 каждому"
    "|от 5 тысяч в день|300 рублей в час|200 000 в месяц|от 50 USDT",
    "pay": "Плачу {sum}|Оплата {sum}|Оплата сразу {sum}|Заплачу {sum}|Доход {sum}|Заработок {sum}|Платим {sum}"
    "|Деньги в тот же день, {sum}|Оплачу хорошо|Достойная оплата|Ежедневные выплаты|Стабильный доход {sum}",
    "how": "|Занятость 1-2 часа в день|Без опыта|Без вложений|Всему научим|Всё легально|Свободный график|Нужен только телефон"
    "|Обучение бесплатно|Строго от 18 лет|Подробности в личке|Работа на пару часов|Мест мало",
    "write": "|Пишите в лс|Пиши в личку|За подробностями в личные сообщения|Пишите + в лс|Ставь + в чат|Кому интересно, пишите"
    "|Жду в лс|Писать @{name}|Пишите менеджеру @{name}|Отпишите мне|Свяжитесь со мной: @{name}|Ссылка в профиле",
    "offer": "Помогу заработать на крипте|Арбитраж криптовалюты, новая связка|Сигналы по трейдингу бесплатно"
    "|Есть тема с заработком|Есть схема, делюсь за процент|Покажу, как зарабатывать из дома|Инвестируй и получай прибыль"
    "|Куплю банковские карты|Нужны карты любого банка|Займ на карту без проверок|Кредит с плохой историей, помогу"
    "|Помощь в получении кредита|Спишем долги законно|Дипломы и справки с доставкой"
    "|Медкнижки и документы за день|Накрутка подписчиков недорого|Продам аккаунты и базы|Скидки до 70 %, доставка по стране"
    "|Ищу парня для встреч без обязательств|Скину фото, мальчики, пишите|Знакомства рядом с тобой, бот в профиле"
    "|Девушки на час, досуг|Казино с бонусом за регистрацию|Фриспины всем новым игрокам|Ставки на спорт, прогнозы 95 %"
    "|Розыгрыш телефона, подпишись на канал|Бесплатный курс по заработку"
    "|Магазин работает круглосуточно, клады|Заходи в закрытый канал",
}
_EN = {
    "hello": "|Hello everyone!|Hi guys|Dear friends,|Good day!|Attention!",
    "who": "2 people|serious people|partners|five beginners|remote workers|people from any country",
    "need": "Looking for {who}|We need {who}|Hiring {who}|{who} wanted|We are recruiting {who}",
    "chore": "for an online job|for simple work from home|for my crypto team|to test apps|for a part-time job|for typing work",
    "sum": "$100 a day|500 USDT a week|$3000 monthly|from $50 per hour|0.5 BTC|€200 daily",
    "pay": "Earn {sum}|Pay is {sum}|We pay {sum}|Daily payouts, {sum}|Income {sum}|Guaranteed profit {sum}",
    "how": "|No experience needed|No investment|Free training|Only your phone|18+ only|Few places left|100% legit",
    "write": "|DM me|Write me in private|Message @{name}|PM for details|Contact @{name} on Telegram|Link in bio|Text me now",
    "offer": "Free crypto signals|I turned $200 into $5000 with her help, thank you|Double your bitcoin today"
    "|Free Nitro for the first 100, claim here|Steam gift 50$, claim yours|Airdrop is live, connect your wallet"
    "|Bank logs and cards for sale|Loans without checks|Passports, licences and diplomas|Casino bonus, free spins for you"
    "|Hot girls near you|Leaked content in my channel|Cheap followers and likes|Join our trading group, 95% accuracy"
    "|I am giving away my MacBook for free, moving out|Selling concert tickets, message me",
}
_LINKS = "|||t.me/+{name}|https://t.me/{name}|{name}.top/win|bit.ly/{name}"
_PATTERNS = (
    "{hello} {need} {chore}. {pay}. {how}. {write}",
    "{need} {chore}, {pay}",
    "{hello} {offer}. {how}. {write} {link}",
    "{offer}. {write}",
    "{pay}. {how}. {write}",
    "{need} {chore}. {write}",
    "{hello} {need} {chore}. {how}\n{pay}\n{write}",
    "{offer} {link}",
    "{offer}. {pay}. {write}",
)
_LOOK_ALIKES = str.maketrans("аеорсху", "aeopcxy")
_EMOJI = "🔥💰✅💵📲🚀👇💎"


def offers(many: int, seed: int = 1) -> list[str]:
    """Make up so many different offers, three in four of them in Russian; some are disguised as such offers are."""
    source = random.Random(seed)  # noqa: S311 - for repeatable texts
    made: dict[str, None] = {}
    while len(made) < many:
        made[_dressed(_one(_RU if source.random() < 0.75 else _EN, source), source)] = None
    return list(made)


def _one(parts: dict[str, str], source: random.Random) -> str:
    text = source.choice(_PATTERNS)
    while "{" in text:
        name, _, _ = text.partition("{")[2].partition("}")
        text = text.replace(f"{{{name}}}", _filling(name, parts, source), 1)
    return " ".join(text.replace(". .", ".").replace(" .", ".").split(" ")).strip(" .")


def _filling(name: str, parts: dict[str, str], source: random.Random) -> str:
    if name == "name":
        return "".join(
            source.choice(("ra", "ki", "mo", "ne", "la", "work", "job", "vip", "_")) for _ in range(4)
        ).strip("_")
    choices: Sequence[str] = (_LINKS if name == "link" else parts[name]).split("|")
    return source.choice(choices)


def _dressed(text: str, source: random.Random) -> str:
    how = source.random()
    if how < 0.1:
        return "".join(c.translate(_LOOK_ALIKES) if source.random() < 0.4 else c for c in text)
    if how < 0.2:
        return f"{source.choice(_EMOJI)} {text} {source.choice(_EMOJI) * source.randint(1, 3)}"
    if how < 0.35:
        return text.lower().replace(".", "")
    return text.upper() if how < 0.38 else text
