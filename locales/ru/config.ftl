config-here = Это файл настроек, который сейчас действует.
config-fine = Настройки в порядке.
config-faults = { $count ->
        [one] В файле { $count } ошибка:
        [few] В файле { $count } ошибки:
        [many] В файле { $count } ошибок:
       *[other] В файле { $count } ошибки:
    }
config-kept = Ничего не изменилось; в силе остаются последние исправные настройки.
config-ready = Файл в порядке. Вот что изменится:
config-same = В этом файле то же, что и в нынешнем.
config-nothing-uploaded = Загруженного файла нет. Дайте мне его командой /config upload.
config-applied = Готово: теперь действуют новые настройки.
button-apply = Применить
