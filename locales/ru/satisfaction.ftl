# Что читают участники.
rating-ask = Ваш разговор номер { $number } с командой сообщества «{ $community }» окончен. Как всё прошло? Ваш ответ увидит только команда.
rating-thanks = Спасибо, что рассказали нам.
rating-form = Как всё прошло?
rating-form-text = Что вы хотите об этом сказать?
rating-may-show = Можно ли сообществу «{ $community }» показать другим именно эти слова, без вашего имени? Согласие можно отозвать в любое время.
rating-shown = Спасибо. Ваши слова можно показывать без имени, пока вы не отзовёте согласие.
rating-not-shown = Хорошо: ваши слова читает только команда.
rating-words-back = Готово: ваши слова больше никому нельзя показывать, и я их не храню.
button-rate-good = 🙂 Хорошо
button-rate-fair = 😐 Так себе
button-rate-bad = 🙁 Плохо
button-rate-more = Сказать больше
button-may-show = Да, покажите
button-may-not-show = Нет
button-words-back = Отозвать мои слова

# Что читают руководители.
satisfaction-head = За последний год спросили, как всё прошло: { $asked }; ответили: { $rated }.
satisfaction-line = { $what }: { $good } хорошо · { $fair } так себе · { $bad } плохо
satisfaction-all = Всего
satisfaction-categories = По категориям:
satisfaction-months = По месяцам:
satisfaction-none = За последний год никого не спрашивали.
review-line = Номер { $number }, { $month }:
review-none = Нет слов, которые можно показывать.
review-unknown = Нет отзыва номер { $number }, который можно показывать.
review-withdrawn = Отзыв { $number } больше нельзя показывать. Уберите его, пожалуйста, отовсюду, где он был показан.

# Команды.
command-satisfaction = Узнать, довольны ли участники, по категориям и месяцам
command-reviews = Прочитать слова участников, которые можно показывать, или убрать одни из них
param-remove = Номер отзыва, который автор просит убрать
