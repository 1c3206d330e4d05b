# Co łączy ankiety, konkursy i wydarzenia
button-change-it = Popraw
form-keep = (Żeby zostawić bez zmian, wyślij: =)
moment-unreadable = Nie rozumiem czasu „{ $given }”. Napisz na przykład 2h, piątek 18:00 albo 2027-01-31 9:00.
moment-past = Ten czas już minął: „{ $given }”.
moment-skipped = Godzina „{ $given }” nie istnieje: tej nocy zegary przeskakują do przodu. Wybierz godzinę wcześniej lub później.
moment-too-far = Czas „{ $given }” jest zbyt odległy; najdalej dwa lata naprzód.
