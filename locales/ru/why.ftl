# Почему: ответ каждого фильтра для команды и то, что касается самого участника. Имена фильтров — как в настройках.
command-why = Узнать, почему: ваше дело, а для команды любое дело или сообщение
command-check = Проверить сообщение нынешними фильтрами; с ним ничего не будет
menu-check = Что скажут фильтры?
why-head = Дело № { $case }: { $who }
why-check-head = Вот что нынешние фильтры говорят об этом сообщении. С ним ничего не происходит.
why-fired-on = ● Фильтр { $rule } ({ $trigger }, строка { $line }): срабатывает
why-fired-watch = ○ Фильтр { $rule } ({ $trigger }, строка { $line }): срабатывает, но только наблюдает
why-fired-failed = ● Фильтр { $rule } ({ $trigger }, строка { $line }): сбой, в таком случае он задерживает сообщения
why-found = найдено: «{ $found }»
why-found-at = найдено: «{ $found }», знаки { $start }–{ $end }
why-words-gone = найдено: эти слова больше не хранятся
why-read-as = прочитано как: «{ $read }»
why-word = написание: { $how }; сила: { $strength }
why-score = оценка: { $score }
why-count = насчитано: { $seen }; предел: { $most } за такое время: { $within }
why-how-plain = обычное
why-how-inside = внутри более длинного слова
why-how-split = в двух частях
why-how-leet = цифры или знаки вместо букв
why-how-stretched = растянутое
why-how-masked = со скрытыми буквами
why-how-backwards = задом наперёд
why-how-doubled = с удвоенными буквами
why-how-other-letters = буквы другого алфавита
why-how-marked-up = с разметкой внутри
why-how-upside-down = вверх ногами
why-how-cut = без одной буквы
why-severity-mild = слабая
why-severity-medium = средняя
why-severity-strong = большая
why-none-fired = Ни один фильтр не срабатывает.
why-passed-clean = Ничего не найдено: { $rules }
why-passed-abstained = Не знают этого языка: { $rules }
why-passed-off = Выключены: { $rules }
why-passed-spared = Не касаются этого человека: { $rules }
why-passed-not-here = Не смотрят на это место, на таких участников или в это время: { $rules }
why-passed-broken = Сбой, сообщение пропущено: { $rules }
why-passed-given-up = Отключены после повторных сбоев: { $rules }
why-strikes = Баллов раньше: { $prior }; добавлено: { $added }
why-config = Версия настроек: { $version }
why-by-hand = Это решил человек; фильтры не спрашивали.
why-not-kept = Объяснение к этому делу не сохранилось.
why-which = О каком деле речь? Укажите его номер или вызовите команду на сообщении.

# Что читает участник о своём деле, под извещением, которое пришло.
why-none = Здесь нет дела, которое касалось бы вас.
why-mine-found = Что найдено в вашем сообщении: «{ $found }»
why-mine-many = За короткое время пришло слишком много сообщений или одно и то же несколько раз.
why-mine-held = Ваше сообщение не удалось проверить, поэтому оно задержано.

# Кнопка для команды и то, что за ней следует.
button-was-fine = Всё было в порядке
fine-done = Решение по делу № { $case } отменено (дело № { $by }). Это засчитано против фильтра.
precision-low = Фильтр { $rule } часто ошибается. Отменённых решений: { $overturned } из { $verdicts }. Пусть пока только наблюдает?
button-watch = Только наблюдать
watching-now = Фильтр { $rule } теперь только наблюдает.
