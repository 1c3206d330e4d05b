# Бури: уровни, планы, отчёты; и то, что боту больше нельзя.
command-raid-on = Закрыть на время то, что названо в плане
command-raid-off = Снова открыть всё в точности как было
command-raid-status = Узнать, идёт ли буря
command-raid = Налёты: закрыть и открыть сообщество
command-incident = Прочитать отчёт о буре
param-level = Уровень, от 1 до 3

storm-cause-joins = сразу пришло много людей
storm-cause-messages = наплыв сообщений
storm-cause-reports = много обращений сразу
storm-cause-words = слова, на которые это сообщество обращает внимание
storm-cause-moderator = по просьбе модератора
storm-card = Буря { $number }, уровень { $level }: { $cause }. { $count ->
    [0] Пока к ней никто не относится.
    [one] Пока к ней относится { $count } человек.
    [few] Пока к ней относятся { $count } человека.
    [many] Пока к ней относятся { $count } человек.
   *[other] Пока к ней относятся { $count } человека.
}
button-storm-over = Всё закончилось
button-sift-mute = Запретить писать новым
button-sift-kick = Исключить новых
storm-over = Снова спокойно; всё открыто как было. Спасибо за терпение.
storm-nobody-left = Больше никого не осталось.
storm-would-mute = { $count ->
    [one] Запретить писать { $count } человеку, который пришёл с бурей { $number }:
    [few] Запретить писать { $count } людям, которые пришли с бурей { $number }:
    [many] Запретить писать { $count } людям, которые пришли с бурей { $number }:
   *[other] Запретить писать { $count } человека, которые пришли с бурей { $number }:
}
storm-would-kick = { $count ->
    [one] Исключить { $count } человека, который пришёл с бурей { $number }:
    [few] Исключить { $count } человек, которые пришли с бурей { $number }:
    [many] Исключить { $count } человек, которые пришли с бурей { $number }:
   *[other] Исключить { $count } человека, которые пришли с бурей { $number }:
}
storm-would-who = { $who } · { $at }
storm-would-later = Только они: тех, кто придёт с этой минуты, здесь нет.
storm-would-list = Вот все, таблицей.
storm-reason = приход вместе с бурей
storm-spared-team = { $count ->
    [one] Не тронут { $count } человек из команды.
    [few] Не тронуты { $count } человека из команды.
    [many] Не тронуты { $count } человек из команды.
   *[other] Не тронуты { $count } человека из команды.
}
storm-spared-left = { $count ->
    [one] Не тронут { $count } человек: уже ушёл.
    [few] Не тронуты { $count } человека: уже ушли.
    [many] Не тронуты { $count } человек: уже ушли.
   *[other] Не тронуты { $count } человека: уже ушли.
}
storm-spared-judged = { $count ->
    [one] Не тронут { $count } человек: о нём уже решено.
    [few] Не тронуты { $count } человека: о них уже решено.
    [many] Не тронуты { $count } человек: о них уже решено.
   *[other] Не тронуты { $count } человека: о них уже решено.
}
storm-deed-rights = закрыть и открыть то, что разрешено
storm-deed-pace = изменить темп
storm-deed-survey = узнать, как было
storm-deed-punish = принять меры по новичкам
storm-sifting = { $count ->
    [one] Занимаюсь { $count } новичком.
    [few] Занимаюсь { $count } новичками, понемногу.
    [many] Занимаюсь { $count } новичками, понемногу.
   *[other] Занимаюсь { $count } новичками, понемногу.
}
storm-not-opened = Не удалось вернуть { $space } как было. Я пробую дальше; пожалуйста, проверьте мои права.
storm-report = Буря { $number } закончилась. Высший уровень: { $peak }. Длительность: { $lasted }.
storm-report-by = Уровень поднят: { $who } ({ $cause })
storm-report-so-far = Буря { $number } продолжается. Высший уровень пока: { $peak }. Длительность пока: { $lasted }.
storm-report-lockdown = { $seconds ->
    [0] Всё названное закрыто сразу.
    [one] Всё названное закрыто через { $seconds } секунду.
    [few] Всё названное закрыто через { $seconds } секунды.
    [many] Всё названное закрыто через { $seconds } секунд.
   *[other] Всё названное закрыто через { $seconds } секунды.
}
storm-report-no-lockdown = Удалось закрыть не всё.
storm-report-came = { $count ->
    [0] Никто не пришёл.
    [one] Пришёл { $count } человек:
    [few] Пришли { $count } человека:
    [many] Пришло { $count } человек:
   *[other] Пришло { $count } человека:
}
storm-report-done = Убрано сообщений: { $held }. Новичков, по которым приняты меры: { $sifted }.
storm-report-refused = Не сделано: { $what } ({ $times }×): { $why }
raid-on = Уровень { $level } действует. Время: { $lasts }. Закончить: /raid off.
raid-off = Всё закончилось. Всё снова открыто как было.
raid-is-calm = Всё спокойно.
raid-no-level = Уровня { $level } здесь нет; высший — { $highest }. Уровни пишут под storm: в файле настроек.
raid-too-long = Самое большее: { $longest }.
raid-status = Буря { $number }, уровень { $level }; следующая проверка через: { $left }. { $count ->
    [0] Никто не пришёл.
    [one] Пришёл { $count } человек.
    [few] Пришли { $count } человека.
    [many] Пришло { $count } человек.
   *[other] Пришло { $count } человека.
}
incident-unknown = Отчёта о такой буре нет.
ability-lost = В { $where } ({ $space }) мне больше нельзя { $ability }. Я не пробую снова, пока мои права не изменятся.
ability-delete = удалять сообщения
ability-mute = запрещать писать
ability-kick = исключать людей
ability-ban = банить
ability-rights = менять то, что можно всем
ability-pace = включать медленный режим
ability-admit = отвечать на просьбы вступить
ability-roles = выдавать роли
ability-remove-thread = удалять ветки
ability-threads = открывать и закрывать ветки
ability-filter = настраивать фильтр мессенджера
greeting-wave = { $count ->
    [one] Добро пожаловать в сообщество «{ $community }»!
    [few] Добро пожаловать в сообщество «{ $community }» — вас { $count } человека!
    [many] Добро пожаловать в сообщество «{ $community }» — вас { $count } человек!
   *[other] Добро пожаловать в сообщество «{ $community }» — вас { $count } человека!
}
