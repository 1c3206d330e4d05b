# What members read.
rating-ask = Your conversation number { $number } with the team of { $community } is over. How was it? Nobody but the team sees your answer.
rating-thanks = Thank you for telling us.
rating-form = How was it?
rating-form-text = What would you like to say about it?
rating-may-show = May { $community } show just these words to others, without your name? You can take a yes back at any time.
rating-shown = Thank you. Your words may be shown, without your name, until you take that back.
rating-not-shown = All right: only the team reads your words.
rating-words-back = Done: nobody may show your words any more, and I do not keep them.
button-rate-good = 🙂 Good
button-rate-fair = 😐 So-so
button-rate-bad = 🙁 Bad
button-rate-more = Say more
button-may-show = Yes, show them
button-may-not-show = No
button-words-back = Take my words back

# What managers read.
satisfaction-head = In the last year, asked how it was: { $asked }; answered: { $rated }.
satisfaction-line = { $what }: { $good } good · { $fair } so-so · { $bad } bad
satisfaction-all = In all
satisfaction-categories = By category:
satisfaction-months = By month:
satisfaction-none = Nobody was asked in the last year.
review-line = Number { $number }, { $month }:
review-none = There are no words that may be shown.
review-unknown = There is no review number { $number } that may be shown.
review-withdrawn = Review { $number } may not be shown any more. Please take it down wherever you showed it.

# Commands.
command-satisfaction = See how content members were, by category and by month
command-reviews = Read words of members that may be shown, or take one off
param-remove = The number of a review whose author wants it gone
