# Действие сверх часового предела ждёт второго человека.
consent-asked = Ваш предел за час для этого действия исчерпан: { $cap }. Оно ждёт под номером { $number }, пока не согласится кто-то ещё из команды.
consent-card = { $who } хочет сделать больше, чем положено за час:
consent-kick = исключение: { $whom }
consent-softban = исключение с очисткой: { $whom }
consent-ban = бан: { $whom }
consent-many-kick = исключение: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
consent-many-softban = исключение с очисткой: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
consent-many-ban = бан: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
consent-purge = { $count ->
        [one] удаление { $count } сообщения
        [few] удаление { $count } сообщений
        [many] удаление { $count } сообщений
       *[other] удаление { $count } сообщения
    }
consent-lasts = Срок: { $lasts }
consent-number = Номер { $number }. Нужно согласие кого-то ещё.
button-consent = Согласиться
button-refuse = Отказать
consent-given = { $who }: согласие на номер { $number }.
consent-given-alone = { $who }: согласие на номер { $number } в одиночку, больше никого не было.
consent-refused = { $who }: отказ по номеру { $number }.
consent-expired = Номер { $number } ждал слишком долго; ничего не сделано.
consent-own = С тем, чего хотите вы, должен согласиться кто-то другой.
consent-wait = В команде почти никого нет, поэтому вы можете согласиться сами, но не раньше { $until }.
consent-over = По номеру { $number } уже решено: { $who }.
consent-done = Номер { $number } выполнен.
consent-no-more = Номер { $number } выполнить уже нельзя.
