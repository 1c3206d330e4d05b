# Starting one
command-giveaway = Start a giveaway: prize:"A book" winners:1 until:"friday 18:00"; or list, 3, proof 3, reroll 3 1 why
param-prize = The prize; or list, the number of a giveaway, cancel 3, proof 3, reroll 3 1 why
param-winners = How many win; 1 if left out
param-conditions = member_for:7d account_for:30d rank:trusted role:123 linked:yes question:"…" answer:"…" claim:3d
giveaway-form = A new giveaway
giveaway-field-prize = The prize
giveaway-field-winners = How many win? 1 if left out
giveaway-field-until = Until when can people enter? 2d, friday 18:00
giveaway-field-conditions = Conditions: member_for:7d linked:yes question:"…" answer:"…"
giveaway-not-you = In this community you cannot hold giveaways.
giveaway-nowhere = I do not know where to put the giveaway. The config has no such place.
giveaway-fault-no-prize = There is no prize.
giveaway-fault-long = “{ $given }…” has { $count } characters; { $most } are the most.
giveaway-fault-question = A question needs an answer, and an answer a question: question:"…" answer:"one|another".
giveaway-fault-winners = There cannot be “{ $given }” winners; say a number from 1 to { $most }.
giveaway-fault-lasts = A giveaway takes entries for { $shortest } to { $longest }.
giveaway-fault-setting = I do not understand “{ $given }”. I know: prize, winners, until, member_for, account_for, rank, role, linked, invites, question, answer, claim, everywhere.
giveaway-made = Giveaway { $number } is up; the draw is { $at }.
giveaway-twice = The clocks show that time twice that night; I take the first.
giveaway-not-shown = I could not put giveaway { $number } everywhere it belongs: { $why }.

# The card
giveaway-card = Giveaway { $number }, { $count ->
    [one] one winner
   *[other] { $count } winners
 }. The draw is { $at }.
giveaway-needs = Who can enter:
giveaway-need-member-for = members for at least { $span }
giveaway-need-account-for = accounts at least { $span } old
giveaway-need-rank = from this rank on: { $rank }
giveaway-need-role = who has the role { $role }
giveaway-need-linked = who has linked their accounts with /link
giveaway-need-invites = who has brought in nobody who was banned or is gone again
giveaway-need-answer = who answers a question
giveaway-need-here = members of this community
giveaway-entrants = { $count ->
    [0] Nobody has entered yet.
    [one] One person has entered.
   *[other] { $count } people have entered.
 }
giveaway-commitment = The draw can be checked. Promised seed (SHA-256): { $commitment }
button-giveaway-enter = I take part
giveaway-cancelled = Giveaway { $number } is cancelled; nothing is drawn.
giveaway-over = Closed; { $count ->
    [one] one person took part
   *[other] { $count } people took part
 }.

# Entering
giveaway-closed = This giveaway is closed.
giveaway-entered = You are in. Your entry: { $code }. It stands in the proof instead of your name.
giveaway-entered-already = You are in already. Your entry: { $code }
giveaway-cannot-enter = You cannot enter. Asked for: { $need }.
giveaway-question = One question
giveaway-wrong-answer = That is not the answer. You can try again.

# The draw
giveaway-drawn = Giveaway { $number } is drawn.
giveaway-nobody = Nobody has entered, so nothing is drawn.
giveaway-none-fit = Nobody who entered can win.
giveaway-winners = { $count ->
    [one] The winner:
   *[other] The winners:
 }
giveaway-too-few = { $count ->
    [one] One prize is left over.
   *[other] { $count } prizes are left over.
 }
giveaway-passed-over = { $count ->
    [one] One entry was passed over
   *[other] { $count } entries were passed over
 }; the proof says why.
giveaway-seed = The seed, as promised: { $seed }
giveaway-next = Next in the order:
giveaway-no-next = Nobody is left who could win.
giveaway-unclaimed = Giveaway { $number }: a prize was not claimed in time.
giveaway-rerolled = Giveaway { $number }: place { $place } goes on. Reason: { $why }
giveaway-claim-until = Claim the prize before { $at }, or it goes on to the next.
giveaway-you-won = You have won: { $prize }
giveaway-you-won-aloud = { $who }, you have won: { $prize }
button-giveaway-claim = Claim the prize
button-giveaway-proof = Proof
giveaway-not-yours = There is no prize of yours here, or its time is over.
giveaway-claimed = It is yours. { $who } will tell you how to get it.
giveaway-claimed-already = You have claimed it already.
giveaway-claimed-news = { $who } has claimed the prize of giveaway { $number }: { $prize }
giveaway-proof = The proof of giveaway { $number }. What was promised: { $commitment }
giveaway-no-proof = There is no proof: nothing is drawn, or a place is being settled right now.

# For staff
giveaway-none = There has been no giveaway yet.
giveaway-unknown = There is no giveaway { $number }.
giveaway-list-how = /giveaway with a number shows who is in.
giveaway-line-open = { $number } · open until { $at } · { $prize }
giveaway-line-drawn = { $number } · drawn { $at } · { $prize }
giveaway-line-cancelled = { $number } · cancelled · { $prize }
giveaway-latest = Entries: { $count }; the latest:
giveaway-export = Giveaway { $number }
giveaway-too-late-open = That can be done once it is drawn.
giveaway-too-late-drawn = It is drawn already.
giveaway-too-late-cancelled = It is cancelled.
giveaway-reroll-place = Say which place goes on, from 1 to { $count }: /giveaway reroll 3 1 why
giveaway-reroll-why = A reroll needs a reason of up to { $most } characters, which everybody can read.
giveaway-rerolled-done = Passed over; the next place comes up.
button-giveaway-list = Who is in
button-giveaway-csv = As a table (CSV)
button-giveaway-cancel = Cancel it
