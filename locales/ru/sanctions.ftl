# Меры, принятые вручную, и что из них следует.
notice-softban = Вас исключили из сообщества «{ $community }» вместе с сообщениями за последний день. Вы можете вернуться.
notice-unmute = Вы снова можете писать в сообществе «{ $community }».
notice-undone = Команда сообщества { $community } отменила решение по делу № { $case }: оно больше не учитывается.
notice-unban = Вы снова можете войти в сообщество «{ $community }».
card-title-noted = Дело № { $case }: { $who } — заметка
card-title-softban = Дело № { $case }: { $who } — исключение с очисткой
card-title-unmute = Дело № { $case }: { $who } — снова может писать
card-title-unban = Дело № { $case }: { $who } — может вернуться
note-done = Заметка записана: { $who }, дело № { $case }. Её видит только команда.
softban-done = Исключение с очисткой выполнено, вернуться можно: { $who }. Дело № { $case }.
softban-done-untold = Исключение с очисткой выполнено: { $who }. Дело № { $case }. Написать лично не удалось.
unmute-done = Снова может писать: { $who }. Дело № { $case }.
unmute-done-untold = Снова может писать: { $who }. Дело № { $case }. Сообщить лично не удалось.
unban-done = Может вернуться: { $who }. Дело № { $case }.
unban-done-untold = Может вернуться: { $who }. Дело № { $case }. Сообщить лично не удалось.
note-empty = Напишите, что запомнить, или ответьте на нужное сообщение.
act-first = Вас опередили ({ $who }): об этом уже есть дело № { $case }. Дважды ничего не сделано.
act-first-until = Вас опередили ({ $who }): дело № { $case } действует до { $until }. Дважды ничего не сделано; /case { $case } edit lasts:2d изменит срок.
act-first-forever = Вас опередили ({ $who }): дело № { $case } действует бессрочно. Дважды ничего не сделано; /case { $case } edit lasts:2d изменит срок.
act-instead = Оно заменяет дело № { $case }, которое длилось бы до { $until }.
act-instead-forever = Оно заменяет дело № { $case }, которое было бессрочным.
act-nothing-to-end = По моим записям заканчивать было нечего.
act-channel = { $who } — это канал: ему можно только вынести предупреждение, записать о нём заметку, забанить его или снять бан.
act-out-of-reach = { $who }: мессенджер не даёт мне запретить этому человеку писать, исключить или забанить его. Это администратор, или его роль не ниже моей. Ничего не сделано, и человеку ничего не сообщалось.
act-before = Раньше: { $count ->
        [one] { $count } предупреждение.
        [few] { $count } предупреждения.
        [many] { $count } предупреждений.
       *[other] { $count } предупреждения.
    }
mute-renewed = Discord принимает не больше 28 дней за раз; я продлю вовремя.
term-span = Возможный срок: от { $shortest } до { $longest }. Более короткий Telegram считает вечным.
term-over = Я понимаю это как { $until } по времени сообщества, а оно уже прошло.
param-lasts = На сколько: 10м, 2ч, 1д12ч, пятница 18:00, завтра, навсегда
command-note = Записать заметку об участнике; её видит только команда
command-unmute = Вернуть участнику возможность писать раньше срока
command-softban = Исключить участника с сообщениями за день; он может вернуться
command-unban = Разрешить вернуться раньше срока
card-link = Сообщение: { $link }
card-noted = Заметка, { $who }, { $at }: { $text }
card-edited = Причина изменена, { $who }, { $at }; раньше: { $before }
case-unclear = Не понимаю «{ $given }» как дело. Напишите /case 12, /case last, /case 12 edit новая причина или /case 12 note пара слов.
entry-note = Заметка добавлена к делу № { $case }.
entry-reason = Причина дела № { $case } изменена; прежняя сохранена.
list-title = Дела, сначала новые:
list-title-person = В записях ({ $who }), сначала новые:
list-line = { $case } · { $at } · { $what } · { $who } · { $why }
list-empty = В записях ничего подходящего нет.
sanction-note = заметка
sanction-warn = предупреждение
sanction-mute = запрет писать
sanction-kick = исключение
sanction-softban = исключение с очисткой
sanction-ban = бан
sanction-unmute = запрет писать снят
sanction-unban = бан снят
sanction-milder = смягчает дело № { $case }
sanction-undo = отменяет дело № { $case }
button-older = Более старые
button-newer = Более новые
command-case-edit = Изменить причину, правило или срок дела; прежнее сохраняется
command-case-note = Добавить заметку к делу; её видит только команда
command-history = Всё, что записано о человеке, сначала новое
command-cases = Поиск в записях: человек, модератор, мера, время, правило или слова
param-which = Номер дела; без номера — последнее
param-by = Кто из модераторов действовал
param-act = Что было сделано
menu-card = Townkeeper: карточка
command-card = Кто это и что о нём записано, с кнопками; видите только вы
command-strikes = Сколько штрафных баллов сейчас учитывается
card-whom = Ответьте на чьё-то сообщение командой /card или назовите человека: /card @имя.
strikes-of = { $who } — сейчас { $count ->
        [one] { $count } штрафной балл.
        [few] { $count } штрафных балла.
        [many] { $count } штрафных баллов.
       *[other] { $count } штрафного балла.
    }
person-who = { $who } ({ $id }), { $rank }
person-joined = Здесь с: { $at } ({ $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    })
person-created = Аккаунт создан: { $at } ({ $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    })
person-language = Язык: { $language }
person-account = Также: { $id }
person-counts = В записях: { $cases } · предупреждения: { $warnings } · заметки: { $notes } · штрафные баллы сейчас: { $strikes }
person-mute = Запрет писать до: { $until } (дело № { $case })
person-mute-forever = Запрет писать навсегда (дело № { $case })
person-ban = Бан до: { $until } (дело № { $case })
person-ban-forever = Бан навсегда (дело № { $case })
hand-warn = Предупредить
hand-mute-10m = Запрет писать 10 мин
hand-mute-1h = Запрет писать 1 ч
hand-mute-1d = Запрет писать 1 д
hand-kick = Исключить
hand-ban = Забанить
hand-note = Заметка
hand-history = История
hand-form = { $what }: { $who }
hand-form-warned = { $what }: { $who } — уже { $count ->
        [one] { $count } предупреждение
        [few] { $count } предупреждения
        [many] { $count } предупреждений
       *[other] { $count } предупреждения
    }
hand-reason = Почему? Достаточно ключа правила.
purge-preview = Будет удалено: { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
        [many] { $count } сообщений
       *[other] { $count } сообщения
    }
purge-people = Авторы: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
purge-by = { $who }: { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
        [many] { $count } сообщений
       *[other] { $count } сообщения
    }
purge-done = Удалено: { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
        [many] { $count } сообщений
       *[other] { $count } сообщения
    }
purge-kept = Не удалено: { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
        [many] { $count } сообщений
       *[other] { $count } сообщения
    } — { $why }
purge-what = Скажите, что удалить: /purge @имя, /purge 20, /purge 1h или слова из сообщений.
purge-none = Таких сообщений здесь я не помню. Я знаю сказанное с моего запуска, до 500 в каждом месте.
massban-preview = Будут забанены, вошли с { $since }: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
massban-who = · { $who }
massban-none = Насколько я помню, за это время не вошёл никто, кого я могу забанить: я знаю вошедших с моего запуска.
massban-done = Забанено: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
massban-kept = Без бана: { $who } — { $why }
massban-untold = Не удалось сообщить лично: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
massban-left-alone = Не тронуты, так как уже в команде или кто-то успел раньше: { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
and-more = … и ещё { $count }
sweep-by = Решение: { $who }
sweep-left = Ничего не сделано.
button-go = Выполнить
button-cancel = Отмена
command-purge = Удалить сообщения здесь: автор, число, время или слова; сначала показ
command-massban = Забанить всех, кто вошёл за это время; сначала показ
param-count = Сколько самое большее
param-containing = Слова из сообщений
param-joined = Вошли за: 10м, 1ч
list-none-since = Начиная с дела № { $case } ничего подходящего. Более старые — по кнопке.
list-not-yet = { $since } ещё впереди: с этого времени записей быть не может.
list-backwards = Такой промежуток закончился бы ({ $until }) раньше, чем начался ({ $since }).
edit-no-time = Дело № { $case } — не запрет писать и не бан: срока у него нет.
edit-over = Получится до { $until }, а это уже прошло. Закончить можно через /unmute и /unban или отменой.
edit-not-holding = Дело № { $case } больше не действует; срок изменить уже нельзя.
edit-empty = Что изменить? Напишите новую причину, правило или срок.
edit-refused = Записано, но мессенджер не позволил мне это сделать: { $why }.
edit-told = Команда изменила срок этой меры.
entry-guideline = Правило в деле № { $case } изменено; прежнее осталось в истории.
edit-until = Дело № { $case } теперь действует до { $until }.
edit-forever = Дело № { $case } теперь действует бессрочно.
card-until = До { $until }
card-forever = Бессрочно
card-edited-guideline = { $who } меняет правило, { $at }; раньше: { $before }
card-edited-until = { $who } меняет срок, { $at }; раньше: { $before }
case-apart = Дело № { $case } в другом мессенджере, вместе с которым заведено это, остаётся как есть: что делается с тем, относится к обоим.
card-edited-along = Вместе с ним изменено дело № { $case } в другом мессенджере.
for-good = бессрочно
