# Nowości prywatnie: na co ludzie się zgadzają.
news-terms = Możesz dostawać nowości prywatnie: o tym, co wybierzesz, w stałych porach ({ $every }), po cichu, jak długo chcesz. Zapisuję, które konto się zgodziło, na co i kiedy, i nic więcej; każda taka wiadomość ma przycisk, który to kończy i usuwa ten zapis.
news-pick = Wybierz tematy, a potem powiedz tak.
button-news-open = Nowości prywatnie
button-news-agree = Tak, przysyłaj mi to
button-news-leave = Nie przysyłaj więcej
news-none = Nie ma tu nowości do wyboru.
news-agreed = Zgoda zapisana: dostaniesz nowości o tym, co wybrane ({ $every }).
news-left = Gotowe: nic więcej nie dostaniesz, a zapis usunięto.
news-head = Nowości o tym, co wybrane
news-more = i jeszcze { $count } w społeczności
button-interest-on = ✓ { $what }
button-interest-off = ○ { $what }
