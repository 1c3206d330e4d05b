# Asking
command-poll = Ask everybody something: /poll question a b c, or a form
command-polls = See the latest polls; with a number close or export one
param-ask = The question; or all in one: question a b c
param-options = The options: a | b | c
param-closes = When it closes: 2h, friday 18:00; a day if left out
param-how = several, ranked, quiz, anonymous, hidden, everywhere, quorum 10, starts monday 9:00
param-poll = The number of the poll
poll-form = A new poll
poll-field-question = The question
poll-field-options = The options, one on each line
poll-field-closes = When does it close? 2h, friday 18:00
poll-field-how = How: several, ranked, quiz, anonymous …
poll-not-you = In this community you cannot hold polls.
poll-nowhere = I do not know where to put the poll. The config has no such place.
poll-enough = You have { $count ->
    [one] one poll open
   *[other] { $count } polls open
 } already. Wait until one of them closes.
poll-fault-no-question = There is no question.
poll-fault-question-long = The question has { $count } characters; { $most } are the most.
poll-fault-few-options = A poll needs at least two options; here: { $count }. Put options of several words in quotes, or each on a line of its own.
poll-fault-many-options = These are { $count } options; { $most } are the most.
poll-fault-option-long = The option “{ $option }…” has { $count } characters; { $most } are the most.
poll-fault-twice = The option “{ $option }” is there twice.
poll-fault-right = A quiz needs the number of its right option, from 1 to { $most }: right 2.
poll-fault-because-long = The explanation has { $count } characters; { $most } are the most.
poll-fault-setting = I do not understand “{ $given }”. I know: several, ranked, quiz, anonymous, open, hidden, everywhere, quorum 10, right 2, because …, starts …, closes …
poll-fault-lasts = A poll is open for { $shortest } to { $longest }.
poll-fault-rules = A rule of this community forbids these words, so I cannot publish them.
poll-made = Poll { $number } is up; it closes { $at }.
poll-planned = Poll { $number } is planned for { $opens }.
poll-twice = The clocks show that time twice that night; I take the first.
poll-not-shown = I could not put poll { $number } everywhere it belongs: { $why }.
poll-doubled = An answer got lost on the way, so poll { $number } may stand here twice. Please vote in this one.

# The card
poll-how-one = Press your choice; press it again to take it back.
poll-how-several = Press as many as you like; press again to take one back.
poll-how-ranked = Press them in the order in which you like them. The least liked one goes, round by round.
poll-how-quiz = Press the right answer; you have one try.
poll-closes = Closes { $at }.
poll-hidden = The result is shown once it is closed.
poll-people-open = { $count ->
    [0] Nobody has voted yet
    [one] One person has voted
   *[other] { $count } people have voted
 }; staff can see how.
poll-people-anonymous = { $count ->
    [0] Nobody has voted yet
    [one] One person has voted
   *[other] { $count } people have voted
 }; nobody sees how.
poll-people-open-linked = { $count ->
    [0] Nobody has voted yet
    [one] One person has voted
   *[other] { $count } people have voted
 }, { $unlinked } without linked accounts; staff can see how.
poll-people-anonymous-linked = { $count ->
    [0] Nobody has voted yet
    [one] One person has voted
   *[other] { $count } people have voted
 }, { $unlinked } without linked accounts; nobody sees how.
button-take-back-vote = Take my vote back

# The result
poll-nobody = Nobody has voted.
poll-no-quorum = It does not count: { $count } took part, { $quorum } were needed.
poll-right = Right is “{ $option }”; { $count ->
    [one] one person knew
   *[other] { $count } knew
 }.
poll-tie = A tie between { $options }.
poll-winner = “{ $option }” wins.
poll-run-off = After { $count } rounds: { $votes }.
poll-ended = Poll { $number } is closed.
poll-closed-line = This poll is closed.

# Voting
poll-over = Poll { $number } is closed.
poll-answered = You have answered already.
poll-nothing-to-take-back = There is no vote of yours here.
poll-taken-back = Your vote is taken back.
poll-counted = Your vote counts.
poll-counted-many = Your vote counts; options chosen: { $count }.
poll-chosen = Your vote: { $options }
poll-quiz-right = Right!
poll-quiz-wrong = No; right is “{ $option }”.

# For staff
poll-none = There has been no poll yet.
poll-unknown = There is no poll { $number }.
poll-list-how = /polls with a number closes or exports one.
poll-line-open = { $number } · open until { $at } · { $question }
poll-line-planned = { $number } · planned · { $question }
poll-line-closed = { $number } · closed { $at } · { $question }
poll-line-withdrawn = { $number } · withdrawn · { $question }
poll-export = Poll { $number }
poll-closed-now = Poll { $number } is closed.
poll-withdrawn = Poll { $number } will not be published.
button-poll-close = Close it now
button-poll-withdraw = Do not publish
button-poll-csv = As a table (CSV)
button-poll-json = As JSON
poll-never-native = Polls here are always held with buttons.
poll-not-native = On { $messenger } it has buttons: { $why }.
poll-unfit-elsewhere = it has no polls of its own
poll-unfit-anonymous = its own polls show who chose what
poll-unfit-counted = it knows no ranking, weights or quorum
poll-unfit-hidden = it would show the counts at once
poll-unfit-quiz = it has no quizzes
poll-unfit-options = it takes fewer options
poll-unfit-length = the question, an option or the explanation is too long for it
poll-unfit-time = it cannot close at that moment by itself
poll-missed = Poll { $number } was not published: I was away for all of its time. { $question }
