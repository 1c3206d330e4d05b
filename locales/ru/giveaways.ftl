# Начало
command-giveaway = Розыгрыш: приз:"Книга" победители:1 до:"пятница 18:00"; или list, 3, proof 3, reroll 3 1 причина
param-prize = Приз; или list, номер розыгрыша, cancel 3, proof 3, reroll 3 1 причина
param-winners = Сколько победителей; по умолчанию 1
param-conditions = участник:7d аккаунт:30d ранг:trusted роль:123 связаны:да вопрос:"…" ответ:"…" забрать:3d
giveaway-form = Новый розыгрыш
giveaway-field-prize = Приз
giveaway-field-winners = Сколько победителей? По умолчанию 1
giveaway-field-until = До какого времени можно участвовать? 2d, пятница 18:00
giveaway-field-conditions = Условия: участник:7d связаны:да вопрос:"…" ответ:"…"
giveaway-not-you = В этом сообществе вы не можете проводить розыгрыши.
giveaway-nowhere = Не знаю, где разместить розыгрыш. В настройках нет такого места.
giveaway-fault-no-prize = Не указан приз.
giveaway-fault-long = Длина «{ $given }…» в знаках: { $count }; можно не больше { $most }.
giveaway-fault-question = Вопросу нужен ответ, а ответу вопрос: вопрос:"…" ответ:"один|другой".
giveaway-fault-winners = Столько победителей быть не может: «{ $given }»; укажите число от 1 до { $most }.
giveaway-fault-lasts = Срок приёма заявок: от { $shortest } до { $longest }.
giveaway-fault-setting = Не понимаю «{ $given }». Знаю: приз, победители, до, участник, аккаунт, ранг, роль, связаны, приглашения, вопрос, ответ, забрать, везде.
giveaway-made = Розыгрыш { $number } объявлен; он состоится { $at }.
giveaway-twice = В ту ночь часы показывают это время дважды; беру первое.
giveaway-not-shown = Не удалось разместить розыгрыш { $number } везде, где нужно: { $why }.

# Карточка
giveaway-card = Розыгрыш { $number }, { $count ->
    [one] { $count } победитель
    [few] { $count } победителя
    [many] { $count } победителей
   *[other] { $count } победителя
 }. Состоится { $at }.
giveaway-needs = Кто может участвовать:
giveaway-need-member-for = срок в сообществе, не меньше: { $span }
giveaway-need-account-for = возраст аккаунта, не меньше: { $span }
giveaway-need-rank = начиная с этого ранга: { $rank }
giveaway-need-role = у кого есть роль { $role }
giveaway-need-linked = кто связал свои аккаунты через /link
giveaway-need-invites = кто не привёл никого, кто забанен или снова ушёл
giveaway-need-answer = кто ответит на вопрос
giveaway-need-here = участники этого сообщества
giveaway-entrants = { $count ->
    [0] Пока никто не участвует.
    [one] Участвует { $count } человек.
    [few] Участвуют { $count } человека.
    [many] Участвуют { $count } человек.
   *[other] Участвует { $count } человека.
 }
giveaway-commitment = Розыгрыш можно проверить. Обещанное зерно (SHA-256): { $commitment }
button-giveaway-enter = Участвую
giveaway-cancelled = Розыгрыш { $number } отменён; ничего не разыгрывается.
giveaway-over = Закрыто; { $count ->
    [one] участвовал { $count } человек
    [few] участвовали { $count } человека
    [many] участвовали { $count } человек
   *[other] участвовало { $count } человека
 }.

# Участие
giveaway-closed = Этот розыгрыш закрыт.
giveaway-entered = Вы участвуете. Ваш код: { $code }. В доказательстве он стоит вместо имени.
giveaway-entered-already = Вы уже участвуете. Ваш код: { $code }
giveaway-cannot-enter = Вы не можете участвовать. Условие: { $need }.
giveaway-question = Один вопрос
giveaway-wrong-answer = Ответ не тот. Можно попробовать ещё раз.

# Розыгрыш
giveaway-drawn = Розыгрыш { $number } состоялся.
giveaway-nobody = Никто не участвовал, поэтому разыгрывать нечего.
giveaway-none-fit = Никто из участников не может выиграть.
giveaway-winners = { $count ->
    [one] Победитель:
    [few] Победители:
    [many] Победители:
   *[other] Победители:
 }
giveaway-too-few = { $count ->
    [one] Остался { $count } приз.
    [few] Осталось { $count } приза.
    [many] Осталось { $count } призов.
   *[other] Осталось { $count } приза.
 }
giveaway-passed-over = { $count ->
    [one] Пропущена { $count } заявка
    [few] Пропущены { $count } заявки
    [many] Пропущено { $count } заявок
   *[other] Пропущено { $count } заявки
 }; причины есть в доказательстве.
giveaway-seed = Обещанное зерно: { $seed }
giveaway-next = Следующее место:
giveaway-no-next = Больше никто не может выиграть.
giveaway-unclaimed = Розыгрыш { $number }: приз не забрали вовремя.
giveaway-rerolled = Розыгрыш { $number }: место { $place } переходит дальше. Причина: { $why }
giveaway-claim-until = Заберите приз до { $at }, иначе он перейдёт следующему.
giveaway-you-won = Вы выиграли: { $prize }
giveaway-you-won-aloud = { $who }, вы выиграли: { $prize }
button-giveaway-claim = Забрать приз
button-giveaway-proof = Доказательство
giveaway-not-yours = Вашего приза здесь нет, или его время вышло.
giveaway-claimed = Приз ваш. { $who } расскажет, как его получить.
giveaway-claimed-already = Вы уже забрали приз.
giveaway-claimed-news = { $who } забирает приз розыгрыша { $number }: { $prize }
giveaway-proof = Доказательство розыгрыша { $number }. Обещано: { $commitment }
giveaway-no-proof = Доказательства нет: розыгрыш ещё не состоялся, или одно из мест решается прямо сейчас.

# Для команды
giveaway-none = Розыгрышей ещё не было.
giveaway-unknown = Розыгрыша { $number } нет.
giveaway-list-how = /giveaway с номером покажет, кто участвует.
giveaway-line-open = { $number } · открыт до { $at } · { $prize }
giveaway-line-drawn = { $number } · состоялся { $at } · { $prize }
giveaway-line-cancelled = { $number } · отменён · { $prize }
giveaway-latest = Заявки: { $count }; последние:
giveaway-export = Розыгрыш { $number }
giveaway-too-late-open = Это можно сделать после розыгрыша.
giveaway-too-late-drawn = Розыгрыш уже состоялся.
giveaway-too-late-cancelled = Розыгрыш отменён.
giveaway-reroll-place = Укажите, какое место переходит дальше, от 1 до { $count }: /giveaway reroll 3 1 причина
giveaway-reroll-why = Нужна причина, не длиннее { $most } знаков; её увидят все.
giveaway-rerolled-done = Пропущено; очередь следующего места.
button-giveaway-list = Кто участвует
button-giveaway-csv = Таблицей (CSV)
button-giveaway-cancel = Отменить
