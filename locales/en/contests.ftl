# Starting one
command-contest = Start a contest: title:"The river" bring:"a picture" until:"friday 18:00"; or list, 3
param-title = The title; or list, the number of a contest, csv 3, cancel 3, disqualify 3 2 why
param-bring = What people bring: a picture, a recipe, a photo of the river
param-prizes = What can be won
param-settings = winners:3 judged:jury jury:moderators judging:3d law:mean most:1 review:yes counts:open
contest-form = A new contest
contest-field-title = Title
contest-field-bring = What shall people bring?
contest-field-until = Until when? 7d, friday 18:00
contest-field-prizes = What can be won?
contest-field-settings = Settings: winners:3 judged:jury most:1
contest-not-you = In this community you cannot hold contests.
contest-nowhere = I do not know where to put the contest. The config has no such place.
contest-fault-no-title = The contest has no title.
contest-fault-lasts = A contest takes submissions for { $shortest } to { $longest }.
contest-fault-judging = Judging takes { $shortest } to { $longest } after the last submission.
contest-fault-most = One person cannot bring “{ $given }” submissions; say a number from 1 to { $most }.
contest-fault-setting = I do not understand “{ $given }”. I know: winners, judged (votes or jury), jury (moderators, a role, discord:123), judging, law (mean or sum), most, review, counts, member_for, account_for, rank, role, linked, invites, claim, everywhere.
contest-made = Contest { $number } is up. It takes submissions until { $at } and is judged until { $until }.
contest-not-shown = I could not put contest { $number } everywhere it belongs: { $why }.

# The card
contest-card = Contest { $number }. Bring yours before { $at }.
contest-bring = What to bring: { $what }
contest-judged-votes = Then everybody can vote, until { $until }.
contest-judged-jury = Then the jury judges, until { $until }.
contest-prizes = { $count ->
    [one] To be won: { $prizes }
   *[other] To be won, by { $count } people: { $prizes }
 }
contest-places = { $count ->
    [one] One wins.
   *[other] { $count } win.
 }
contest-most = { $count ->
    [one] One submission each.
   *[other] Up to { $count } submissions each.
 }
contest-brought = { $count ->
    [0] Nobody has brought anything yet.
    [one] One submission so far.
   *[other] { $count } submissions so far.
 }
contest-how = Press the button, or reply to this message with a picture, a file or a link.
contest-frozen = Contest { $number } is closed for submissions; { $count ->
    [one] one is
   *[other] { $count } are
 } in.
contest-votes-until = Vote for the one you like best before { $until }.
contest-jury-until = The jury judges until { $until }.
contest-hidden = You see the votes when it is over.
contest-cancelled = Contest { $number } is cancelled.
contest-entry = Submission { $entry }, by { $who }
contest-entry-file = To submission { $number }:
contest-entry-gone = This submission is not in the contest any more.
contest-votes = { $count ->
    [one] one vote
   *[other] { $count } votes
 }
contest-points = { $score } points from { $count ->
    [one] one judge
   *[other] { $count } judges
 }
button-contest-bring = I take part
button-contest-mine = Mine
button-contest-vote = This one
button-contest-judge = Judge
button-contest-claim = Claim the prize

# Taking part
contest-bring-form = Your submission
contest-field-text = Words
contest-field-link = A link, to a picture or a message
contest-closed = This contest takes no submissions now.
contest-empty = There is nothing in it yet: give words or a link, or reply to the card with a picture.
contest-no-link = “{ $given }” is not a link. It begins with https://
contest-enough = { $count ->
    [one] You have brought something already; one each is the most. You can take it back under “Mine”.
   *[other] You have brought { $count } already, which is the most. You can take one back under “Mine”.
 }
contest-full = This contest is full.
contest-too-often = You have brought something and taken it back so often that this contest takes no more from you.
contest-taken-in = You are in “{ $title }” with submission { $entry }. Under “Mine” you can take it back.
contest-taken-waiting = Thank you. Submission { $entry } for “{ $title }” is with the team, who look at it first.
contest-nothing-of-yours = You have brought nothing to this contest.
contest-mine-waiting = { $entry } · with the team · { $words }
contest-mine-in = { $entry } · in · { $words }
contest-mine-refused = { $entry } · not taken · { $words }
contest-mine-withdrawn = { $entry } · taken back · { $words }
contest-mine-disqualified = { $entry } · disqualified · { $words }
contest-why = Reason: { $why }
button-contest-withdraw = Take back { $entry }
contest-withdrawn = Submission { $entry } is out of the contest.
contest-let-in = Your submission { $entry } is in “{ $title }”.
contest-refused-you = Your submission for “{ $title }” was not taken. Reason: { $why }
contest-disqualified-you = Your submission is out of “{ $title }”. Reason: { $why }

# Judging
contest-votes-over = Votes are not counted now.
contest-own = That is your own. Vote for another one.
contest-cannot-vote = You cannot vote. Asked for: { $need }.
contest-voted = Your vote is for submission { $entry }. You can move it until the end.
contest-vote-moved = Your vote is for submission { $entry } now.
contest-unvoted = You have taken your vote for submission { $entry } back.
contest-jury-called = “{ $title }” waits for the jury: { $count ->
    [one] one submission
   *[other] { $count } submissions
 }, until { $until }.
contest-not-of-the-jury = There is nothing here for you to judge: either you are not on the jury, or it is over.
contest-jury-so-far = The jury so far:
contest-jury-one = { $who }: { $judged } of { $count }
contest-jury-more = and { $count } more
contest-jury-unknown = Nobody has judged yet.
contest-jury-behind = Contest { $number }, “{ $title }”: the jury judges until { $until } and is not done.
contest-jury-reminder = “{ $title }” still waits for your points: { $count ->
    [one] one submission
   *[other] { $count } submissions
 }, until { $until }.
contest-nothing-to-judge = There is nothing that you can judge.
contest-jury-page = { $title }: { $at } of { $count }
contest-file = With a file: { $name }
contest-your-points = You gave { $points } of 10.
contest-no-points = How many points, from 1 to 10?
contest-judged-all = You have judged all of them. You can change it until { $until }.
contest-file-sent = I sent it to you.
contest-file-unsent = I could not send it to you in private.
button-contest-back = ◀
button-contest-on = ▶
button-contest-see = See the file

# The end
contest-over = Contest { $number } is decided.
contest-nobody = Nobody judged any submission, so nobody wins.
contest-none-fit = Nobody who is placed can win.
contest-winner = { $place }. { $who } with submission { $entry }: { $score }
contest-passed-over = { $count ->
    [one] One was passed over.
   *[other] { $count } were passed over.
 }
contest-standing = All of them:
contest-place = { $place }. Submission { $entry }, by { $who }: { $score }
contest-unclaimed = Contest { $number }: a prize was not claimed in time.
contest-passed-on = Contest { $number }: submission { $entry } is disqualified. Reason: { $why }
contest-you-won = You have won: place { $place } in “{ $title }”.
contest-your-prize = To be won: { $prizes }
contest-claimed-news = { $who } has claimed the prize of contest { $number }: { $title }

# For staff
contest-none = There has been no contest yet.
contest-unknown = There is no contest { $number }.
contest-list-how = /contest with a number shows how it stands.
contest-line-open = { $number } · open until { $at } · { $title }
contest-line-judging = { $number } · judged until { $at } · { $title }
contest-line-closed = { $number } · decided · { $title }
contest-line-cancelled = { $number } · cancelled · { $title }
contest-too-late = That cannot be done now.
contest-no-entry = There is no submission { $entry } in it, or it is out already.
contest-disqualify-why = That needs a reason of up to { $most } characters, which its author reads: /contest disqualify 3 2 why
contest-disqualified = Submission { $entry } is out.
contest-export = Contest { $number }
contest-review = For contest { $number }, { $title }:
contest-field-why = The reason, which its author reads
contest-refuse-form = Why not?
contest-review-in = { $who } let it in.
contest-review-out = { $who } kept it out. Reason: { $why }
contest-reviewed-already = Somebody has decided that already, or the contest is over.
contest-unreviewed = Contest { $number } is closed for submissions, and { $count ->
    [one] one still waits
   *[other] { $count } still wait
 } for somebody to look at it. As long as it is judged they can be let in.
button-contest-let-in = Let it in
button-contest-refuse = Keep it out
button-contest-csv = As a table (CSV)
button-contest-cancel = Cancel it
