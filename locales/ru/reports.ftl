# Что слышит тот, кто обратился.
report-form = Сообщить модераторам
report-form-text = Что случилось?
report-done = Спасибо. Модераторы получили ваше обращение, его номер: { $number }; я сообщу вам, чем всё закончится.
status-report-open = Ваше обращение номер { $number } ждёт, пока его рассмотрят.
status-report-taken = Вашим обращением номер { $number } уже занимаются.
status-report-over = Ваше обращение номер { $number } рассмотрено.
report-own = Это ваше собственное сообщение. Если хотите что-то передать модераторам, напишите /report и свои слова.
report-empty = Отправлять было нечего. Расскажите, пожалуйста, в нескольких словах, что случилось.
button-send = Отправить
outcome-upheld = О вашем обращении № { $number }: модераторы согласились и приняли меры. Спасибо, что сообщили.
outcome-declined = О вашем обращении № { $number }: модераторы посмотрели и решили ничего не менять. Спасибо, что сообщили.
outcome-closed = О вашем обращении № { $number }: модераторы разобрались и закрыли его. Спасибо, что сообщили.

# Что видит команда.
complaint-title = Обращение № { $number }
complaint-title-about = Обращение № { $number }, о ком: { $who }
complaint-by = От кого: { $who }
complaint-reporters = { $count ->
        [one] Об этом сообщил { $count } человек
        [few] Об этом сообщили { $count } человека
        [many] Об этом сообщили { $count } человек
       *[other] Об этом сообщили { $count } человека
    }
complaint-message = Сообщение:
complaint-state-upheld = Решено ({ $who }): обращение принято.
complaint-state-declined = Решено ({ $who }): обращение отклонено.
complaint-state-closed = Закрыто ({ $who }) без решения.
complaint-rules = Сработали фильтры: { $rules }
complaint-stays = Разговор { $number } начался с обращения. Его можно передать человеку, но не отделу, и нельзя соединить с другим.
complaint-waits = Обращение № { $number } ждёт кого-нибудь из руководства.
complaint-settled = Обращение № { $number } решено.
complaint-settled-untold = Обращение № { $number } решено. Написать участнику лично не удалось.
complaint-already = Вас опередили: { $who }. Обращение № { $number } уже решено.
button-open = Открыть
button-take = Займусь этим
button-delete = Удалить сообщение
button-warn = Предупредить
button-mute = Запрет писать на 1 ч
button-ban = Забанить
button-decline = Отклонить
button-uphold = Принять
