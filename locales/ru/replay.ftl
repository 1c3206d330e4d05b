# Trying the rules out from chat: /replay. $mode is how the config writes it: on, watch.
command-replay = Кого задели бы правила за последнее время; ничего не делается
param-since = За какое время: 12h, 7d, 30d
replay-off = Здесь ничего не записывается. Чтобы испытать правила на том, что говорилось, задайте privacy.record_for_replay, например 7d, и скажите об этом участникам; вернитесь через несколько дней.
replay-empty = За это время ещё ничего не записано. Запись начинается со следующего сообщения после включения.
replay-head = Просмотрено сообщений: { $messages }. Ничего не делается; вот кого задели бы нынешние правила:
replay-none = Ни одно не срабатывает.
replay-rule = ● { $rule } ({ $mode }): { $messages } × · людей: { $people } ({ $names })
replay-more = … и ещё правил: { $rules }
