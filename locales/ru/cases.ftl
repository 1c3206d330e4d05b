# Что слышит участник. Дата стоит после двоеточия: мессенджер может начать её с дня недели.
notice-note = Ваше сообщение в сообществе «{ $community }» удалено.
notice-warn = У вас предупреждение в сообществе «{ $community }».
notice-mute = Вы пока не можете писать в сообществе «{ $community }». Запрет закончится: { $until }.
notice-mute-forever = Вы больше не можете писать в сообществе «{ $community }».
notice-kick = Вас исключили из сообщества «{ $community }». Вы можете вернуться.
notice-ban = Вам на время закрыт доступ в сообщество «{ $community }». Запрет закончится: { $until }.
notice-ban-forever = Вам закрыт доступ в сообщество «{ $community }».
corrected-mute = Извините, предыдущее сообщение (дело № { $case }) неверно: запрет писать в сообществе «{ $community }» не введён.
corrected-kick = Извините, предыдущее сообщение (дело № { $case }) неверно: вас не исключили из сообщества «{ $community }».
corrected-softban = Извините, предыдущее сообщение (дело № { $case }) неверно: вас не исключили из сообщества «{ $community }».
corrected-ban = Извините, предыдущее сообщение (дело № { $case }) неверно: вас не забанили в сообществе «{ $community }».
notice-guideline = Наше правило { $number }: { $text }
notice-reason = Причина: { $reason }
notice-case = Это дело № { $case }. Если вы считаете, что это ошибка, нажмите кнопку, и люди посмотрят ещё раз.
button-appeal = Это ошибка
line-message-removed = { $who }, ваше сообщение удалено. Нажмите кнопку, чтобы прочитать, почему.
line-notice-for-you = { $who }, для вас есть извещение. Нажмите кнопку, чтобы его прочитать.

# Что видит команда. Имя всегда стоит в именительном падеже.
card-title-note = Дело № { $case }: { $who } — удаление сообщения
card-title-asked = Дело № { $case }: { $who } — вопрос фильтра
card-title-warn = Дело № { $case }: { $who } — предупреждение
card-title-mute = Дело № { $case }: { $who } — запрет писать
card-title-kick = Дело № { $case }: { $who } — исключение
card-title-ban = Дело № { $case }: { $who } — бан
card-title-milder = Дело № { $case }: { $who } — смягчение решения по делу № { $undone }
card-title-undone = Дело № { $case }: { $who } — отмена решения по делу № { $undone }
card-watched = Здесь сработал бы фильтр { $rule }: { $who }. Пока он только наблюдает.
card-repeated = { $times ->
        [one] { $times } раз
        [few] { $times } раза
        [many] { $times } раз
       *[other] { $times } раза
    } подряд
card-guideline = Правило { $number }: { $text }
card-rule = Фильтр { $rule }: найдено «{ $found }»
card-by = Решение: { $who }
card-reason = Причина: { $reason }
card-asks = Что дальше? Фильтр оставляет решение вам.
card-milder = Решение смягчено: дело № { $case }.
card-undone = Решение отменено: дело № { $case }.
automod-given-up = Фильтр { $rule } дал сбой на пяти сообщениях подряд и больше не применяется. Он будет испробован снова, когда изменится файл настроек.
did-deleted = ✓ удалено
did-deleted-pending = … удаляется
did-deleted-aloud = ✓ удалено
did-deleted-refused = ✗ не удалено: { $why }
did-told = ✓ сообщено лично
did-told-pending = … отправляется извещение
did-told-aloud = ✓ сообщено короткой строкой в чате
did-told-refused = ✗ не сообщено: { $why }
did-corrected = ✓ лично сообщено, что решение не выполнено
did-corrected-pending = … отправляется сообщение, что решение не выполнено
did-corrected-aloud = ✓ короткой строкой в чате сообщено, что решение не выполнено
did-corrected-refused = ✗ не сообщено, что решение не выполнено: { $why }
did-mute = ✓ писать запрещено
did-mute-pending = … вводится запрет писать
did-mute-aloud = ✓ писать запрещено
did-mute-refused = ✗ запретить писать не удалось: { $why }
did-kick = ✓ исключение выполнено
did-kick-pending = … выполняется исключение
did-kick-aloud = ✓ исключение выполнено
did-kick-refused = ✗ исключить не удалось: { $why }
did-ban = ✓ бан выдан
did-ban-pending = … выдаётся бан
did-ban-aloud = ✓ бан выдан
did-ban-refused = ✗ бан не выдан: { $why }
did-pardoned = ✓ запрет снят
did-pardoned-pending = … запрет снимается
did-pardoned-aloud = ✓ запрет снят
did-pardoned-refused = ✗ запрет не снят: { $why }
button-undo = Отменить решение
button-switch-on = Включить
case-unknown = Дела № { $case } нет.

# Что слышит модератор.
warn-done = Предупреждение вынесено: { $who }. Дело № { $case }.
warn-done-untold = Предупреждение записано: { $who }, дело № { $case }. Но написать этому человеку лично не удалось.
mute-done = Писать запрещено: { $who }. Дело № { $case }.
mute-done-untold = Писать запрещено: { $who }. Дело № { $case }. Написать этому человеку лично не удалось.
kick-done = Исключение выполнено: { $who }. Дело № { $case }.
kick-done-untold = Исключение выполнено: { $who }. Дело № { $case }. Написать этому человеку лично не удалось.
ban-done = Бан выдан: { $who }. Дело № { $case }.
ban-done-untold = Бан выдан: { $who }. Дело № { $case }. Написать этому человеку лично не удалось.
punish-refused = Ничего не изменилось ({ $who }): { $why }. Это записано в деле № { $case }.
undo-done = Решение по делу № { $case } отменено (дело № { $by }).
undo-already = Решение по делу № { $case } уже было отменено (дело № { $by }).
undo-refused = Решение по делу № { $case } отменено в записях, но мессенджер не снял запрет: { $why }.
switched-on = Фильтр { $rule } теперь действует.
