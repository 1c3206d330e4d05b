# Начало
command-contest = Объявить конкурс: название:"Река" работа:"фото" до:"пятница 18:00"; или list, 3
param-title = Название; или list, номер конкурса, csv 3, cancel 3, disqualify 3 2 почему
param-bring = Что присылать: рисунок, рецепт, фотографию реки
param-prizes = Что можно выиграть
param-settings = победители:3 оценка:жюри жюри:moderators оценивание:3d правило:среднее максимум:1 проверка:да
contest-form = Новый конкурс
contest-field-title = Название
contest-field-bring = Что присылать?
contest-field-until = До какого времени? 7d, пятница 18:00
contest-field-prizes = Что можно выиграть?
contest-field-settings = Настройки: победители:3 оценка:жюри
contest-not-you = В этом сообществе вы не можете объявлять конкурсы.
contest-nowhere = Не знаю, где разместить конкурс. В настройках нет такого места.
contest-fault-no-title = У конкурса нет названия.
contest-fault-lasts = Срок приёма работ: от { $shortest } до { $longest }.
contest-fault-judging = Срок оценивания после последней работы: от { $shortest } до { $longest }.
contest-fault-most = Один человек не может прислать столько работ: «{ $given }»; назовите число от 1 до { $most }.
contest-fault-setting = Не понимаю «{ $given }». Я знаю: победители, оценка (голоса или жюри), жюри (moderators, роль, discord:123), оценивание, правило (среднее или сумма), максимум, проверка, счёт, участник, аккаунт, ранг, роль, связаны, приглашения, забрать, везде.
contest-made = Конкурс { $number } объявлен. Работы принимаются до { $at }, оценивание идёт до { $until }.
contest-not-shown = Не удалось разместить конкурс { $number } везде, где нужно: { $why }.

# Карточка
contest-card = Конкурс { $number }. Работы принимаются до { $at }.
contest-bring = Что прислать: { $what }
contest-judged-votes = Потом голосуют все, до { $until }.
contest-judged-jury = Потом оценивает жюри, до { $until }.
contest-prizes = { $count ->
    [one] Можно выиграть ({ $count } место): { $prizes }
    [few] Можно выиграть ({ $count } места): { $prizes }
    [many] Можно выиграть ({ $count } мест): { $prizes }
   *[other] Можно выиграть ({ $count } места): { $prizes }
 }
contest-places = { $count ->
    [one] Побеждает { $count } человек.
    [few] Побеждают { $count } человека.
    [many] Побеждают { $count } человек.
   *[other] Побеждает { $count } человека.
 }
contest-most = { $count ->
    [one] { $count } работа от одного человека.
    [few] До { $count } работ от одного человека.
    [many] До { $count } работ от одного человека.
   *[other] До { $count } работы от одного человека.
 }
contest-brought = { $count ->
    [0] Пока никто ничего не прислал.
    [one] Пока { $count } работа.
    [few] Пока { $count } работы.
    [many] Пока { $count } работ.
   *[other] Пока { $count } работы.
 }
contest-how = Нажмите кнопку или ответьте на это сообщение рисунком, файлом или ссылкой.
contest-frozen = Конкурс { $number } больше не принимает работ; { $count ->
    [one] прислана { $count }
    [few] присланы { $count }
    [many] прислано { $count }
   *[other] прислано { $count }
 }.
contest-votes-until = До { $until } можно голосовать за ту, что нравится больше всех.
contest-jury-until = Жюри оценивает до { $until }.
contest-hidden = Голоса будет видно в конце.
contest-cancelled = Конкурс { $number } отменён.
contest-entry = Работа { $entry }, автор: { $who }
contest-entry-file = К работе { $number }:
contest-entry-gone = Этой работы больше нет в конкурсе.
contest-votes = { $count ->
    [one] { $count } голос
    [few] { $count } голоса
    [many] { $count } голосов
   *[other] { $count } голоса
 }
contest-points = баллы: { $score }, { $count ->
    [one] { $count } оценка жюри
    [few] { $count } оценки жюри
    [many] { $count } оценок жюри
   *[other] { $count } оценки жюри
 }
button-contest-bring = Участвую
button-contest-mine = Мои
button-contest-vote = Эта работа
button-contest-judge = Оценить
button-contest-claim = Забрать приз

# Участие
contest-bring-form = Ваша работа
contest-field-text = Слова
contest-field-link = Ссылка на рисунок или сообщение
contest-closed = Этот конкурс сейчас не принимает работ.
contest-empty = Здесь пока ничего нет: напишите слова или ссылку или ответьте на карточку рисунком.
contest-no-link = «{ $given }» — не ссылка. Она начинается с https://
contest-enough = { $count ->
    [one] У вас уже { $count } работа в конкурсе, больше нельзя. Под «Мои» её можно забрать.
    [few] У вас уже { $count } работы в конкурсе, больше нельзя. Под «Мои» одну можно забрать.
    [many] У вас уже { $count } работ в конкурсе, больше нельзя. Под «Мои» одну можно забрать.
   *[other] У вас уже { $count } работы в конкурсе, больше нельзя. Под «Мои» одну можно забрать.
 }
contest-full = В этом конкурсе больше нет места.
contest-too-often = Вы столько раз присылали и забирали работы, что этот конкурс больше от вас не принимает.
contest-taken-in = Ваша работа { $entry } участвует в «{ $title }». Под «Мои» её можно забрать.
contest-taken-waiting = Спасибо. Работа { $entry } на «{ $title }» у команды: она посмотрит первой.
contest-nothing-of-yours = Вы ничего не присылали на этот конкурс.
contest-mine-waiting = { $entry } · у команды · { $words }
contest-mine-in = { $entry } · участвует · { $words }
contest-mine-refused = { $entry } · не принята · { $words }
contest-mine-withdrawn = { $entry } · забрана · { $words }
contest-mine-disqualified = { $entry } · снята с конкурса · { $words }
contest-why = Причина: { $why }
button-contest-withdraw = Забрать { $entry }
contest-withdrawn = Работы { $entry } больше нет в конкурсе.
contest-let-in = Ваша работа { $entry } участвует в «{ $title }».
contest-refused-you = Вашу работу на «{ $title }» не приняли. Причина: { $why }
contest-disqualified-you = Ваша работа снята с «{ $title }». Причина: { $why }

# Оценивание
contest-votes-over = Голоса сейчас не считаются.
contest-own = Это ваша работа. Проголосуйте за другую.
contest-cannot-vote = Вы не можете голосовать. Условие: { $need }.
contest-voted = Ваш голос у работы { $entry }. До конца его можно отдать другой.
contest-vote-moved = Теперь ваш голос у работы { $entry }.
contest-unvoted = Вы забрали свой голос у работы { $entry }.
contest-jury-called = «{ $title }» ждёт жюри: { $count ->
    [one] { $count } работа
    [few] { $count } работы
    [many] { $count } работ
   *[other] { $count } работы
 }, до { $until }.
contest-jury-so-far = Жюри на данный момент:
contest-jury-one = { $who }: { $judged } из { $count }
contest-jury-more = и ещё { $count }
contest-jury-unknown = Пока никто ничего не оценил.
contest-jury-behind = Конкурс { $number }, «{ $title }»: жюри оценивает до { $until } и ещё не закончило.
contest-jury-reminder = «{ $title }» ещё ждёт ваших баллов: { $count ->
    [one] { $count } работа
    [few] { $count } работы
    [many] { $count } работ
   *[other] { $count } работы
 }, до { $until }.
contest-not-of-the-jury = Вам здесь нечего оценивать: либо вы не в жюри, либо всё уже закончилось.
contest-nothing-to-judge = Нет ничего, что вы могли бы оценить.
contest-jury-page = { $title }: { $at } из { $count }
contest-file = С файлом: { $name }
contest-your-points = Ваша оценка: { $points } из 10.
contest-no-points = Сколько баллов, от 1 до 10?
contest-judged-all = Вы оценили все. До { $until } оценку можно изменить.
contest-file-sent = Файл отправлен вам.
contest-file-unsent = Не удалось отправить вам файл лично.
button-contest-back = ◀
button-contest-on = ▶
button-contest-see = Показать файл

# Конец
contest-over = Итоги конкурса { $number } подведены.
contest-nobody = Нет ни одной оценённой работы, поэтому никто не побеждает.
contest-none-fit = Никто из оценённых не может победить.
contest-winner = { $place }. { $who }, работа { $entry }: { $score }
contest-passed-over = { $count ->
    [one] Пропущена { $count } работа.
    [few] Пропущены { $count } работы.
    [many] Пропущено { $count } работ.
   *[other] Пропущено { $count } работы.
 }
contest-standing = Все работы:
contest-place = { $place }. Работа { $entry }, автор: { $who }: { $score }
contest-unclaimed = Конкурс { $number }: приз не забрали вовремя.
contest-passed-on = Конкурс { $number }: работа { $entry } снята с конкурса. Причина: { $why }
contest-you-won = Победа: место { $place } в «{ $title }».
contest-your-prize = Можно выиграть: { $prizes }
contest-claimed-news = { $who } забирает приз конкурса { $number }: { $title }

# Для команды
contest-none = Конкурсов ещё не было.
contest-unknown = Конкурса { $number } нет.
contest-list-how = /contest с номером покажет, как он идёт.
contest-line-open = { $number } · открыт до { $at } · { $title }
contest-line-judging = { $number } · оценивается до { $at } · { $title }
contest-line-closed = { $number } · завершён · { $title }
contest-line-cancelled = { $number } · отменён · { $title }
contest-too-late = Сейчас этого сделать нельзя.
contest-no-entry = В нём нет работы { $entry }, или она уже выбыла.
contest-disqualify-why = Для этого нужна причина, не больше { $most } знаков; её прочтёт автор: /contest disqualify 3 2 почему
contest-disqualified = Работы { $entry } больше нет в конкурсе.
contest-export = Конкурс { $number }
contest-review = На конкурс { $number }, { $title }:
contest-field-why = Причина, её прочтёт автор
contest-refuse-form = Почему нет?
contest-review-in = Принято: { $who }.
contest-review-out = Не принято: { $who }. Причина: { $why }
contest-reviewed-already = Кто-то уже решил это, или конкурс закончился.
contest-unreviewed = Конкурс { $number } больше не принимает работ, а { $count ->
    [one] { $count } ещё ждёт
    [few] { $count } ещё ждут
    [many] { $count } ещё ждут
   *[other] { $count } ещё ждёт
 } проверки. Пока идёт оценивание, принять ещё можно.
button-contest-let-in = Принять
button-contest-refuse = Не принимать
button-contest-csv = Таблицей (CSV)
button-contest-cancel = Отменить
