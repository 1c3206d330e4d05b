# Что читают участники.
department-went = Ваш вопрос номер { $number } передан: { $department }. Ответ придёт сюда.
department-received = { $department }: ваш вопрос номер { $number } получен.
department-working = { $department }: над вашим вопросом номер { $number } работают.
department-waiting = { $department }: чтобы продолжить с вашим вопросом номер { $number }, нужно кое-чего дождаться.
department-resolved = { $department }: ваш вопрос номер { $number } решён. Напишите мне снова, если что-то осталось.
department-declined = { $department }: то, о чём вы просите в номере { $number }, сделать нельзя. Напишите мне снова, если что-то осталось.

# Что читает команда.
department-moved = Разговор { $number } продолжается здесь: { $department }.
department-same = Разговор { $number } уже здесь: { $department }.
department-arrived = Разговор { $number } ({ $who }) поступил: { $department }.
department-unknown = Нет отдела с названием { $name }. Есть: { $known }
department-noted = Участник узнает: { $progress }
progress-received = получено
progress-working = в работе
progress-waiting = ждёт чего-то
progress-resolved = решено
progress-declined = отклонено

# Что передаётся вместе с разговором.
packet-who = Разговор { $number }: { $who } ({ $account })
packet-since = С { $at }
packet-about = О чём: { $what }
packet-deadline = Ответить до { $at }
packet-note = Заметка: { $note }
packet-asked = Первый вопрос:
packet-last = Последние слова:
packet-case = Дело № { $number }: { $act }
packet-transcript = Что было сказано до сих пор:
packet-cut = Это не всё: целиком даёт /transcript.

# Письма в системы отдела.
letter-opened = Новое: { $department }
letter-handed = Передано: { $department }
letter-reopened = Снова открыто: { $department }
letter-dead = Что-то для { $department } не удаётся доставить через { $way } ({ $why }). Ничего не потеряно: /deadletters покажет это и отправит снова.
letter-off = { $department } больше ничего не принимает через { $way } (410 Gone), поэтому отправка остановлена. /deadletters отправит остальное и включит её снова.
letter-line = { $at } · { $number } · { $department } · { $way } · { $why }
letters-none = Всё, что нужно было доставить, доставлено или в пути.
letters-again = { $count ->
    [one] { $count } письмо отправляется снова.
    [few] { $count } письма отправляются снова.
    [many] { $count } писем отправляются снова.
   *[other] { $count } письма отправляются снова.
}
button-letters-again = Отправить снова

# Команды.
command-progress = Сказать, насколько отдел продвинулся с этим разговором; участник узнает
command-deadletters = Посмотреть, что не удалось доставить отделам, и отправить снова
param-department = Отдел, который займётся этим теперь
param-progress = received, working, waiting, resolved или declined
