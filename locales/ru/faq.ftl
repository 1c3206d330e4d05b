# Что читают участники.
faq-source = Источник: { $source }
faq-none = Готовых ответов здесь пока нет. Напишите команде через /ask.
faq-unsure = Я не уверен, что знаю это. Человек ответит точнее.
faq-topics =
    { $count ->
        [one] Я знаю { $count } ответ. Спросите своими словами: /faq ваш вопрос
        [few] Я знаю { $count } ответа. Спросите своими словами: /faq ваш вопрос
        [many] Я знаю { $count } ответов. Спросите своими словами: /faq ваш вопрос
       *[other] Я знаю { $count } ответа. Спросите своими словами: /faq ваш вопрос
    }
faq-thanks = Хорошо, что помогло. Спасибо!
button-helped = Это помогло
button-person = Нет, нужен человек
button-person-please = Нужен человек

# Что читает команда.
button-wrong-answer = Неверный ответ
faq-wrong = Ответ { $entry } отозван. Он молчит, пока его не изменят в конфигурации.
faq-wrong-already = Ответ { $entry } уже отозван.
faq-wrong-card = Ответ { $entry } из FAQ неверен, его отзывает { $who }. Кто знает лучше: { $owner }
faq-changed = Этот ответ с тех пор изменён или удалён.
faq-not-enough = { $who } просит человека; ответа { $entry } не хватило на вопрос:
faq-unanswered = { $who } спрашивает, и никто не отвечает уже { $span }:
faq-stats =
    Ответы за последние дни ({ $days }): { $given }
    Помогли: { $contained }
    Переданы человеку: { $handed }
    Остались без слова: { $abandoned }
    Казались достаточными, но не были: { $false }
    Пока не ясно: { $waiting }
faq-stats-entry = { $entry }: не хватило { $count ->
        [one] { $count } раз
        [few] { $count } раза
        [many] { $count } раз
       *[other] { $count } раза
    }

# Команды.
command-faq = Задать частый вопрос; ответ видите только вы
param-question = Что вы хотите узнать
