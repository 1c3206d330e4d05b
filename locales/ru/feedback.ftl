# Что читают участники.
feedback-none = Доски идей здесь нет. Напишите команде через /ask.
feedback-panel = Чем хотите поделиться в сообществе «{ $community }»? Это увидят все, и за это можно голосовать.
feedback-board = { $count ->
        [0] Здесь пока ничего нет.
        [one] { $count } запись
        [few] { $count } записи
        [many] { $count } записей
       *[other] { $count } записи
    }
feedback-board-search = { $count ->
        [0] По запросу { $words } ничего не нашлось. Возможно, это новое.
        [one] { $count } запись по запросу { $words }
        [few] { $count } записи по запросу { $words }
        [many] { $count } записей по запросу { $words }
       *[other] { $count } записи по запросу { $words }
    }
feedback-board-state = Показано: { $state }
feedback-board-page = Страница { $page } из { $pages }
feedback-votes = { $count ->
        [one] { $count } голос
        [few] { $count } голоса
        [many] { $count } голосов
       *[other] { $count } голоса
    }
feedback-board-line = #{ $number } { $title } · { $votes } · { $state }
feedback-head-idea = Идея #{ $number }
feedback-head-problem = Проблема #{ $number }
feedback-line = { $state } · { $votes }
feedback-note = Команда: { $note }
feedback-merged = То же, что #{ $into }: голоса считаются там.
feedback-mine = Вы за.
feedback-by = Кто предлагает: { $who }
feedback-gone = Эта запись удалена, или её больше нет.
feedback-form-idea = Идея
feedback-form-problem = Проблема
feedback-form-title = В нескольких словах
feedback-form-text = Подробнее, если хотите
feedback-no-title = Нужно хотя бы несколько слов. То, что вы написали, сохранено.
feedback-too-many = { $count ->
        [one] { $count } запись в день, больше не нужно. То, что вы написали, сохранено до завтра.
        [few] { $count } записи в день, больше не нужно. То, что вы написали, сохранено до завтра.
        [many] { $count } записей в день, больше не нужно. То, что вы написали, сохранено до завтра.
       *[other] { $count } записи в день, больше не нужно. То, что вы написали, сохранено до завтра.
    }
feedback-likely = Такое здесь уже есть. Вы об этом? Голос за имеющееся весит больше, чем то же самое второй раз.
feedback-like = #{ $number } { $title } · { $votes } · { $state }
feedback-posted = Спасибо! На доске это номер { $number }, с вашим собственным голосом. Я сообщу вам, что из этого выйдет.
feedback-posted-already = Это уже на доске, под номером { $number }.
feedback-voted = Ваш голос за #{ $number } учтён. { $count ->
        [one] Голосов теперь: { $count }
        [few] Голосов теперь: { $count }
        [many] Голосов теперь: { $count }
       *[other] Голосов теперь: { $count }
    }
feedback-voted-already = Вы уже за #{ $number }; у человека один голос. Голосов: { $count }
feedback-unvoted = Ваш голос за #{ $number } отозван. Голосов теперь: { $count }
feedback-closed = Это уже завершено: { $state }
feedback-news = #{ $number } { $title }, новое состояние: { $state }
feedback-state-open = открыто
feedback-state-planned = запланировано
feedback-state-started = начато
feedback-state-completed = сделано
feedback-state-declined = отклонено
feedback-state-duplicate = дубликат
feedback-state-removed = удалено
button-feedback-open = Идеи и проблемы
button-feedback-idea = У меня идея
button-feedback-problem = У меня проблема
button-feedback-board = Доска
button-feedback-vote = Я за · { $count }
button-feedback-for = Я за
button-feedback-unvote = Отозвать мой голос
button-feedback-more = Ещё
button-feedback-see = Показать #{ $number }
button-feedback-number = #{ $number }
button-feedback-instead = За #{ $number }
button-feedback-new = Нет, у меня новое
button-feedback-all = все
button-feedback-back = Назад
button-feedback-on = Дальше

# Правила действуют и для того, что бот пишет за кого-то.
vetting-refused = Здешние правила не позволяют мне это опубликовать. То, что вы написали, сохранено, его можно изменить.
vetting-refused-by = Я не могу это опубликовать: правило { $number }, { $guideline } То, что вы написали, сохранено, его можно изменить.

# Что читает команда.
button-feedback-merge = То же, что …
button-feedback-part = Всё-таки не дубликат
button-feedback-remove = Удалить
button-feedback-remove-sure = Удалить навсегда
button-feedback-take-back = Вернуть как было
button-feedback-export = Таблицей
feedback-form-state = #{ $number }: { $state }
feedback-form-note = Слово голосовавшим, если хотите
feedback-form-merge = #{ $number }: то же, что
feedback-form-into = Номер другой записи
feedback-really = Удалить #{ $number } { $title } вместе со словами и голосами? Вернуть это будет нельзя.
feedback-removed = #{ $number }: запись удалена.
feedback-set = #{ $number }, новое состояние: { $state }
feedback-held = { $what } Голосовавшие узнают об этом через: { $span }.
feedback-merge-done = #{ $number } теперь считается тем же, что #{ $into }.
feedback-parted = #{ $number }: запись снова сама по себе, со своими голосами.
feedback-taken-back = #{ $number } снова как было: { $state }
feedback-too-late = Слишком поздно: с #{ $number } с тех пор что-то произошло, или голосовавшие уже знают.
feedback-is-duplicate = #{ $number } то же, что #{ $into }; сначала отмените это.
feedback-no-duplicate = #{ $number } не дубликат.
feedback-is-so = #{ $number } уже в этом состоянии: { $state }
feedback-itself = #{ $number } не может быть дубликатом самой себя.
feedback-unknown = Записи { $number } нет.
feedback-exported = { $count ->
        [one] Доска, { $count } запись:
        [few] Доска, { $count } записи:
        [many] Доска, { $count } записей:
       *[other] Доска, { $count } записи:
    }
feedback-digest = Доска на этой неделе
feedback-digest-quiet = Ничего нового, ничего не сдвинулось.
feedback-digest-new = Новое: { $count }
feedback-digest-top = Больше всего ждут:
feedback-digest-moved = Сдвинулось: { $count }
feedback-digest-stale = Давно не трогали: { $count }
feedback-digest-gained = { $count ->
        [one] на { $count } голос больше за неделю
        [few] на { $count } голоса больше за неделю
        [many] на { $count } голосов больше за неделю
       *[other] на { $count } голоса больше за неделю
    }
feedback-digest-more = { $count ->
        [one] и ещё { $count }
        [few] и ещё { $count }
        [many] и ещё { $count }
       *[other] и ещё { $count }
    }

# Команды.
command-feedback = Предложить идею, сообщить о проблеме или поискать среди других
param-words = Что искать
