# Напоминания команде.
level-conversation-answer = Разговор { $number } ({ $who }) ждёт ответа. Срок: { $until }.
level-conversation-solution = Разговор { $number } ({ $who }) не решён. Срок: { $until }.
level-complaint-answer = Обращение № { $number } ждёт решения. Срок: { $until }.
level-complaint-solution = Обращение { $number } не рассмотрено. Срок: { $until }.
level-owner = Этим занимается { $who }.
level-free = Этим никто не занимается.
level-ping = { $who }, посмотрите, пожалуйста.

# Список дня.
digest-head = { $count ->
        [one] Команду ждёт { $count } дело:
        [few] Команду ждут { $count } дела:
        [many] Команду ждут { $count } дел:
       *[other] Команду ждут { $count } дела:
    }
digest-conversation-open = { $number } · { $who } · { $owner } · с { $since }
digest-conversation-late = Просрочено: { $number } · { $who } · { $owner } · с { $since }
digest-complaint-open = { $number } · обращение · { $owner } · с { $since }
digest-complaint-late = Просрочено: { $number } · обращение · { $owner } · с { $since }
digest-more = И ещё { $count }: их покажет /inbox.

# Кто на дежурстве.
duty-now = Вы сейчас на дежурстве, в рабочие часы сообщества.
duty-now-own = Вы сейчас на дежурстве, с { $start } до { $end }.
duty-not-now = Вы сейчас не на дежурстве: рабочие часы сообщества закончились. Никто вас не позовёт.
duty-not-now-own = Вы сейчас не на дежурстве; ваши часы: с { $start } до { $end }. Никто вас не позовёт.
duty-off = Вы не на дежурстве, пока не напишете /duty on. Никто вас не позовёт.
duty-how = Напишите /duty on, /duty off или свои часы: /duty 09:00-17:00.
duty-yours = Разговор { $number } ({ $who }) ваш: сейчас ваша очередь.

# Слово модератора.
promise-told = В сообществе «{ $community }» этим уже занимаются; вам напишут до { $until }.
promise-given = { $who } обещает ответ в разговоре { $number } до { $until }. Участник об этом знает.
promise-when = Укажите время, самое позднее через: { $longest }. Например, 15:00, 2h, завтра 10:00.
promise-soon = { $who } ждёт обещанного ответа в разговоре { $number } до { $until }.
promise-broken = { $by }: ответ, обещанный { $who } в разговоре { $number }, не пришёл вовремя. Посмотрите, пожалуйста.

# Команды.
command-duty = Сказать, когда бот может вас звать, или узнать, как сейчас
param-hours = on, off или с какого по какой час: 09:00-17:00
command-promise = Сообщить участнику этого разговора, когда вы вернётесь
param-until = До какого времени: 15:00, 2h, завтра 10:00
