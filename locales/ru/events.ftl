# Объявление
command-event = Объявлять события и смотреть, кто придёт
command-event-new = Объявить событие с помощью формы
command-event-list = Последние события; с номером: кто придёт, изменить, отменить
command-event-feed = Все предстоящие события файлом календаря
param-event = Номер события
event-form = Событие
event-field-title = Как называется?
event-field-starts = Когда начало? пятница 18:00
event-field-ends = До какого часа? 2h, 20:00
event-field-where = Где? Место или ссылка
event-field-more = места: 20 / повтор: weekly / описание
event-nowhere = Не знаю, где это объявить. В настройках нет такого места.
event-made = Событие { $number } объявлено. Начало: { $at }.
event-changed = Событие { $number } изменено. Начало: { $at }.
event-cancelled = Событие { $number } отменено; все, кто хотел прийти, узнают об этом.
event-twice = Этой ночью часы покажут это время дважды; беру первое.
event-not-shown = Не удалось объявить событие { $number } везде, где нужно: { $why }.
event-feed-failed = Не получается записать файл календаря с событиями в { $folder } ({ $why }). Буду пробовать снова каждый час.
event-feed-again = Файл календаря с событиями снова записывается, в нём всё свежее.
event-no-native = События объявляются только карточками: добавить их в события Discord не получается ({ $why }). Если это нужно, дайте мне там право управлять событиями.
event-fault-no-title = Нет названия.
event-fault-title-long = В названии слишком много знаков ({ $count }); не больше { $most }.
event-fault-no-place = Нет места; подойдёт и ссылка.
event-fault-place-long = В месте слишком много знаков ({ $count }); не больше { $most }.
event-fault-about-long = В описании слишком много знаков ({ $count }); не больше { $most }.
event-fault-seats = Число мест — от 1 до { $most }; без этой строки прийти может каждый.
event-fault-kind = Не знаю вида «{ $given }». Знаю: meeting, webinar, live, offline, drive.
event-fault-repeats = Не понимаю, как часто это «{ $given }». Знаю: daily, weekly, monthly или правило, например FREQ=WEEKLY;INTERVAL=2.
event-fault-ends-before = Конец «{ $given }» не позже начала.
event-fault-lasts = Длительность события: от { $shortest } до { $longest }.

# Карточка
event-kind-meeting = Встреча, ведёт { $by }
event-kind-webinar = Вебинар, ведёт { $by }
event-kind-live = Прямой эфир, ведёт { $by }
event-kind-offline = Личная встреча, ведёт { $by }
event-kind-drive = Тест-драйв, ведёт { $by }
event-when = { $starts } — { $ends }
event-clock = { $starts } — { $ends } ({ $zone })
event-where = Где: { $where }
event-again = Будет повторяться.
event-on-now = Идёт сейчас
event-is-cancelled = Отменено
event-is-over = Уже закончилось. { $count ->
    [0] Никто не собирался прийти.
    [one] Собирался прийти { $count } человек.
    [few] Собирались прийти { $count } человека.
    [many] Собирались прийти { $count } человек.
   *[other] Собирались прийти { $count } человека.
 }
event-seats = { $count ->
    [one] Есть { $count } место.
    [few] Есть { $count } места.
    [many] Есть { $count } мест.
   *[other] Есть { $count } места.
 }
event-heads = Придут: { $count } · может быть: { $maybe } · ждут: { $waiting }
event-interested = Интересуются событием в Discord: { $count } (в счёт выше не входят)
button-event-yes = Приду
button-event-maybe = Может быть
button-event-no = Не смогу
button-event-calendar = В календарь
button-event-ask = Спросить
button-event-check-in = Я здесь
button-event-zone = Мой часовой пояс
button-event-all = Все события

# Участие
event-over = Событие { $number } закончилось или отменено.
event-you-yes = У вас есть место.
event-you-maybe = Записано: может быть.
event-you-no = Записано: вы не сможете.
event-you-wait = Все места заняты; вы в списке ожидания. { $ahead ->
    [0] Перед вами никого.
    [one] Перед вами { $ahead } человек.
    [few] Перед вами { $ahead } человека.
    [many] Перед вами { $ahead } человек.
   *[other] Перед вами { $ahead } человека.
 }
event-promoted = Освободилось место: вы можете прийти на «{ $title }».
event-reminder = Напоминание: «{ $title }».
event-moved = «{ $title }» меняется. Теперь так:
event-cancelled-told = «{ $title }» отменено.
event-survey = Как прошло «{ $title }»?
event-thanks = Спасибо.
event-file = «{ $title }» для вашего календаря
event-feed = { $count ->
    [0] Предстоящих событий нет.
    [one] Впереди { $count } событие.
    [few] Впереди { $count } события.
    [many] Впереди { $count } событий.
   *[other] Впереди { $count } события.
 }
event-question-form = Вопрос
event-field-question = Что вы хотите узнать?
event-asked = Ведущий получит ваш вопрос.
event-fault-question = В вопросе от 1 до { $most } знаков.
event-fault-questions = Вопросов от одного человека может быть не больше { $most }.
event-code-form = Отметка
event-field-code = Код, названный на месте
event-not-now = Отметиться можно с часа до начала и до трёх часов после конца события.
event-checked-in = Вы отмечены на «{ $title }».
event-code-wrong = Это не тот код. { $count ->
    [one] Осталась { $count } попытка.
    [few] Осталось { $count } попытки.
    [many] Осталось { $count } попыток.
   *[other] Осталось { $count } попытки.
 }
event-code-tries = Слишком много неверных кодов. Спросите ведущего.
event-zone-form = Ваш часовой пояс
event-field-zone = Город или пояс: Europe/Warsaw
event-fault-zone = Не знаю часового пояса «{ $given }». Напишите, например, Europe/Warsaw или большой город.
event-zone-set = Теперь я называю вам время по часам: { $zone }.

# Для команды
event-none = Событий ещё не было.
event-unknown = Нет события { $number }.
event-list-how = /event list с номером показывает, кто придёт.
event-line-ahead = { $number } · { $at } · { $title }
event-line-over = { $number } · закончилось · { $title }
event-line-cancelled = { $number } · отменено · { $title }
event-came = Отметились: { $count }
event-felt = { $count ->
    [one] { $count } ответ о том, как прошло: { $faces }
    [few] { $count } ответа о том, как прошло: { $faces }
    [many] { $count } ответов о том, как прошло: { $faces }
   *[other] { $count } ответа о том, как прошло: { $faces }
 }
event-host = «{ $title }» начинается; { $count ->
    [one] придёт { $count } человек
    [few] придут { $count } человека
    [many] придут { $count } человек
   *[other] придут { $count } человека
 }.
event-code = Код события { $number }, его называют на месте:
event-questions = { $count ->
    [one] { $count } вопрос:
    [few] { $count } вопроса:
    [many] { $count } вопросов:
   *[other] { $count } вопроса:
 }
event-no-questions = Никто ничего не спросил.
button-event-questions = Вопросы
button-event-csv = Кто придёт (CSV)
button-event-code = Код для отметки
button-event-change = Изменить
button-event-cancel = Отменить событие
