# Co czytają członkowie.
rating-ask = Twoja rozmowa numer { $number } z zespołem społeczności { $community } jest zakończona. Jak było? Odpowiedź zobaczy tylko zespół.
rating-thanks = Dziękujemy, że nam o tym mówisz.
rating-form = Jak było?
rating-form-text = Co chcesz o tym powiedzieć?
rating-may-show = Czy społeczność { $community } może pokazać innym dokładnie te słowa, bez Twojego imienia? Zgodę możesz cofnąć w każdej chwili.
rating-shown = Dziękujemy. Twoje słowa mogą być pokazywane, bez imienia, dopóki nie cofniesz zgody.
rating-not-shown = Dobrze: Twoje słowa czyta tylko zespół.
rating-words-back = Gotowe: nikt już nie może pokazywać Twoich słów, a ja ich nie przechowuję.
button-rate-good = 🙂 Dobrze
button-rate-fair = 😐 Tak sobie
button-rate-bad = 🙁 Źle
button-rate-more = Powiedz więcej
button-may-show = Tak, pokażcie je
button-may-not-show = Nie
button-words-back = Wycofaj moje słowa

# Co czyta kierownictwo.
satisfaction-head = Pytania „jak było?” w ostatnim roku: { $asked }, odpowiedzi: { $rated }.
satisfaction-line = { $what }: { $good } dobrze · { $fair } tak sobie · { $bad } źle
satisfaction-all = Razem
satisfaction-categories = Według kategorii:
satisfaction-months = Według miesięcy:
satisfaction-none = W ostatnim roku nikogo nie pytano.
review-line = Numer { $number }, { $month }:
review-none = Nie ma słów, które wolno pokazywać.
review-unknown = Nie ma opinii numer { $number }, którą wolno pokazywać.
review-withdrawn = Opinii { $number } nie wolno już pokazywać. Usuń ją, proszę, wszędzie tam, gdzie była pokazana.

# Polecenia.
command-satisfaction = Zobacz, jak zadowoleni byli członkowie, według kategorii i miesięcy
command-reviews = Przeczytaj słowa członków, które wolno pokazywać, albo usuń jedne z nich
param-remove = Numer opinii, której autor nie chce już pokazywać
