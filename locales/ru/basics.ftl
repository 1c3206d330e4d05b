help-head = Вот что я могу сделать для вас в сообществе «{ $community }»:
help-line = { $usage } — { $what }
help-foot = Ещё можно ответить на сообщение командой /report, и модераторы его посмотрят.
health = У меня всё хорошо. Время работы: { $up }, за это время { $events ->
        [one] { $events } событие
        [few] { $events } события
        [many] { $events } событий
       *[other] { $events } события
    }.
health-faults = { $faults ->
        [one] В журнале { $faults } моя ошибка
        [few] В журнале { $faults } мои ошибки
        [many] В журнале { $faults } моих ошибок
       *[other] В журнале { $faults } моей ошибки
    }; подробности там найдёт владелец бота.
whoami = { $name }, ваш ранг здесь: { $rank }. Ваш аккаунт у меня: { $account }
rank-guest = гость
rank-member = участник
rank-trusted = доверенный участник
rank-helper = помощник
rank-moderator = модератор
rank-manager = руководитель
rank-owner = владелец
here = Эта строка в разделе «places» даст этому месту роль { $role }:
here-not-private = Спросите меня, пожалуйста, в той группе или в том канале, где нужна роль.
bind-how = Спасибо за приглашение! В той группе я молчу, пока она не привязана к сообществу «{ $community }». Возьмите код у владельца бота и напишите в группе /bind с этим кодом.
bind-done = Теперь эта группа относится к сообществу «{ $community }».
bind-already = Эта группа уже относится к сообществу «{ $community }».
bind-wrong-code = Код не подходит. Владелец бота узнает его так: python3 -m bot bind-code
bind-not-private = Напишите это, пожалуйста, в той группе, которую нужно привязать.
plain = { $text }
