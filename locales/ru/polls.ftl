# Вопрос
command-poll = Спросить всех: /poll вопрос a b c или форма
command-polls = Последние опросы; с номером — закрыть или выгрузить один
param-ask = Вопрос; или всё сразу: вопрос a b c
param-options = Варианты: a | b | c
param-closes = Когда закрывается: 2h, пятница 18:00; обычно через сутки
param-how = несколько, рейтинг, викторина, анонимно, скрыто, везде, кворум 10, начало понедельник 9:00
param-poll = Номер опроса
poll-form = Новый опрос
poll-field-question = Вопрос
poll-field-options = Варианты, каждый с новой строки
poll-field-closes = Когда закрыть? 2h, пятница 18:00
poll-field-how = Как: несколько, рейтинг, викторина…
poll-not-you = В этом сообществе вы не можете проводить опросы.
poll-nowhere = Не знаю, где разместить опрос. В настройках нет такого места.
poll-enough = У вас уже { $count ->
    [one] открыт { $count } опрос
    [few] открыто { $count } опроса
    [many] открыто { $count } опросов
   *[other] открыто { $count } опроса
 }. Подождите, пока один из них закроется.
poll-fault-no-question = Нет вопроса.
poll-fault-question-long = Длина вопроса в знаках: { $count }; самое большее — { $most }.
poll-fault-few-options = Опросу нужно не меньше двух вариантов; здесь их { $count }. Варианты из нескольких слов возьмите в кавычки или напишите каждый с новой строки.
poll-fault-many-options = Вариантов: { $count }; самое большее — { $most }.
poll-fault-option-long = Длина варианта «{ $option }…» в знаках: { $count }; самое большее — { $most }.
poll-fault-twice = Вариант «{ $option }» стоит дважды.
poll-fault-right = Викторине нужен номер верного варианта, от 1 до { $most }: ответ 2.
poll-fault-because-long = Длина объяснения в знаках: { $count }; самое большее — { $most }.
poll-fault-setting = Не понимаю «{ $given }». Знаю: несколько, рейтинг, викторина, анонимно, открыто, скрыто, везде, кворум 10, ответ 2, потому …, начало …, закрыть …
poll-fault-lasts = Срок опроса: от { $shortest } до { $longest }.
poll-fault-rules = Правило этого сообщества запрещает такие слова, поэтому опубликовать их нельзя.
poll-made = Опрос { $number } открыт; закроется { $at }.
poll-planned = Опрос { $number } запланирован на { $opens }.
poll-twice = В эту ночь часы покажут это время дважды; беру первый раз.
poll-not-shown = Опрос { $number } не удалось показать везде, где нужно: { $why }.
poll-doubled = Ответ потерялся по дороге, и опрос { $number } может стоять здесь дважды. Голосуйте, пожалуйста, в этом.

# Карточка
poll-how-one = Нажмите свой вариант; нажмите ещё раз, чтобы отменить.
poll-how-several = Нажмите сколько угодно; нажмите ещё раз, чтобы отменить.
poll-how-ranked = Нажимайте в том порядке, в каком нравятся. Наименее любимые выбывают, тур за туром.
poll-how-quiz = Нажмите верный ответ; попытка одна.
poll-closes = Закроется { $at }.
poll-hidden = Итог будет виден после закрытия.
poll-people-open = { $count ->
    [0] Пока никто не голосовал
    [one] Проголосовал { $count } человек
    [few] Проголосовали { $count } человека
    [many] Проголосовали { $count } человек
   *[other] Проголосовали { $count } человека
 }; команда видит, кто что выбрал.
poll-people-anonymous = { $count ->
    [0] Пока никто не голосовал
    [one] Проголосовал { $count } человек
    [few] Проголосовали { $count } человека
    [many] Проголосовали { $count } человек
   *[other] Проголосовали { $count } человека
 }; никто не видит, кто что выбрал.
poll-people-open-linked = { $count ->
    [0] Пока никто не голосовал
    [one] Проголосовал { $count } человек
    [few] Проголосовали { $count } человека
    [many] Проголосовали { $count } человек
   *[other] Проголосовали { $count } человека
 }, без связанных аккаунтов: { $unlinked }; команда видит, кто что выбрал.
poll-people-anonymous-linked = { $count ->
    [0] Пока никто не голосовал
    [one] Проголосовал { $count } человек
    [few] Проголосовали { $count } человека
    [many] Проголосовали { $count } человек
   *[other] Проголосовали { $count } человека
 }, без связанных аккаунтов: { $unlinked }; никто не видит, кто что выбрал.
button-take-back-vote = Отменить мой голос

# Итог
poll-nobody = Никто не проголосовал.
poll-no-quorum = Не засчитывается: голосов { $count }, нужно было { $quorum }.
poll-right = Верно: «{ $option }»; { $count ->
    [one] знал { $count } человек
    [few] знали { $count } человека
    [many] знали { $count } человек
   *[other] знали { $count } человека
 }.
poll-tie = Ничья: { $options }.
poll-winner = Победил вариант «{ $option }».
poll-run-off = Туров: { $count }. В конце: { $votes }.
poll-ended = Опрос { $number } закрыт.
poll-closed-line = Этот опрос закрыт.

# Голосование
poll-over = Опрос { $number } закрыт.
poll-answered = Вы уже ответили.
poll-nothing-to-take-back = Вашего голоса здесь нет.
poll-taken-back = Ваш голос отменён.
poll-counted = Ваш голос учтён.
poll-counted-many = Ваш голос учтён; выбрано вариантов: { $count }.
poll-chosen = Ваш голос: { $options }
poll-quiz-right = Верно!
poll-quiz-wrong = Нет; верно «{ $option }».

# Для команды
poll-none = Опросов ещё не было.
poll-unknown = Опроса { $number } нет.
poll-list-how = /polls с номером закрывает опрос или выгружает его.
poll-line-open = { $number } · открыт до { $at } · { $question }
poll-line-planned = { $number } · запланирован · { $question }
poll-line-closed = { $number } · закрыт { $at } · { $question }
poll-line-withdrawn = { $number } · отозван · { $question }
poll-export = Опрос { $number }
poll-closed-now = Опрос { $number } закрыт.
poll-withdrawn = Опрос { $number } не будет опубликован.
button-poll-close = Закрыть сейчас
button-poll-withdraw = Не публиковать
button-poll-csv = Таблицей (CSV)
button-poll-json = В JSON
poll-never-native = Здесь голосуют только кнопками.
poll-not-native = В { $messenger } голосуют кнопками: { $why }.
poll-unfit-elsewhere = своих опросов там нет
poll-unfit-anonymous = в его опросах видно, кто что выбрал
poll-unfit-counted = он не знает рейтинга, весов и кворума
poll-unfit-hidden = он сразу показал бы счёт
poll-unfit-quiz = викторин там нет
poll-unfit-options = он принимает меньше вариантов
poll-unfit-length = вопрос, вариант или объяснение для него слишком длинные
poll-unfit-time = он не может сам закрыть опрос в это время
poll-missed = Опрос { $number } не вышел: всё его время меня не было. { $question }
