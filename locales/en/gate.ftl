# Newcomers at the gate.
command-gate = Get the link by which newcomers ask to come in
gate-line = Welcome, { $who }! Please press the button within { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}; then you can take part.
gate-wave = New here? Please press the button; then you can take part.
gate-asked-in = Welcome! Before you come into { $community }, please press the button.
button-gate = Let me in
gate-not-waiting = You are in already, or the time is up. Then simply join again.
gate-question = Please answer the question of this community.
gate-form = Before you come in
gate-sum = How much is it? Press the number.
gate-sum-words = How much is { $sum } Press the number.
button-in-words = In words, please
gate-wrong = { $count ->
    [one] That was not it. You have one more try.
   *[other] That was not it. You have { $count } more tries.
}
gate-failed = That was not it. You may join again and have another try.
gate-passed = Thank you, and welcome to { $community }!
gate-refused = That was right, but I could not open the door ({ $why }). A moderator will help you.
gate-off = There is no gate here: nobody is asked anything when they come in.
gate-link = Whoever comes by this link asks to join, and answers at the gate before they are inside:
    { $link }
    Hand this one out instead of any other.
gate-link-none = I cannot make such a link. On Telegram I need the right to invite people; Discord has no links of this kind.
gate-link-refused = I could not make the link: { $why }.
button-new-link = New link, end this one
