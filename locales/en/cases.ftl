# What a member is told.
notice-note = A message of yours in { $community } was removed.
notice-warn = You have been warned in { $community }.
notice-mute = You cannot write in { $community } until { $until }.
notice-mute-forever = You cannot write in { $community } any more.
notice-kick = You have been removed from { $community }. You may come back.
notice-ban = You have been banned from { $community } until { $until }.
notice-ban-forever = You have been banned from { $community }.
corrected-mute = Sorry, what I wrote about case { $case } was not done: you have not been muted in { $community }.
corrected-kick = Sorry, what I wrote about case { $case } was not done: you have not been removed from { $community }.
corrected-softban = Sorry, what I wrote about case { $case } was not done: you have not been removed from { $community }.
corrected-ban = Sorry, what I wrote about case { $case } was not done: you have not been banned from { $community }.
notice-guideline = Our guideline { $number }: { $text }
notice-reason = Reason: { $reason }
notice-case = This is case { $case }. If you think it is a mistake, press the button and people will look at it again.
button-appeal = This is a mistake
line-message-removed = { $who }, a message of yours was removed. Press the button to read why.
line-notice-for-you = { $who }, there is a notice for you. Press the button to read it.

# What staff see.
card-title-note = Case { $case }: removed message of { $who }
card-title-asked = Case { $case }: a rule asks about { $who }
card-title-warn = Case { $case }: warning for { $who }
card-title-mute = Case { $case }: mute for { $who }
card-title-kick = Case { $case }: kick of { $who }
card-title-ban = Case { $case }: ban of { $who }
card-title-milder = Case { $case }: makes case { $undone } about { $who } milder
card-title-undone = Case { $case }: takes back case { $undone } about { $who }
card-watched = { $rule } would have fired on { $who }. It only watches so far.
card-repeated = { $times ->
        [one] { $times } time
       *[other] { $times } times
    } in a row
card-guideline = Guideline { $number }: { $text }
card-rule = Rule { $rule }: found “{ $found }”
card-by = By { $who }
card-reason = Reason: { $reason }
card-asks = What next? The rule leaves it to you.
card-milder = Made milder by case { $case }.
card-undone = Taken back by case { $case }.
automod-given-up = The rule { $rule } broke down over five messages in a row and is not asked any more. It is tried again when the config file changes.
did-deleted = ✓ removed
did-deleted-pending = … being removed
did-deleted-aloud = ✓ removed
did-deleted-refused = ✗ not removed: { $why }
did-told = ✓ told in private
did-told-pending = … being told
did-told-aloud = ✓ told by a short public line
did-told-refused = ✗ not told: { $why }
did-corrected = ✓ told in private that it did not happen
did-corrected-pending = … being told that it did not happen
did-corrected-aloud = ✓ told by a short public line that it did not happen
did-corrected-refused = ✗ not told that it did not happen: { $why }
did-mute = ✓ muted
did-mute-pending = … being muted
did-mute-aloud = ✓ muted
did-mute-refused = ✗ not muted: { $why }
did-kick = ✓ kicked
did-kick-pending = … being kicked
did-kick-aloud = ✓ kicked
did-kick-refused = ✗ not kicked: { $why }
did-ban = ✓ banned
did-ban-pending = … being banned
did-ban-aloud = ✓ banned
did-ban-refused = ✗ not banned: { $why }
did-pardoned = ✓ lifted
did-pardoned-pending = … being lifted
did-pardoned-aloud = ✓ lifted
did-pardoned-refused = ✗ not lifted: { $why }
button-undo = Take back
button-switch-on = Switch on
case-unknown = There is no case { $case }.

# What a moderator hears.
warn-done = { $who } was warned: case { $case }.
warn-done-untold = The warning for { $who } is on record as case { $case }, but I could not reach them in private.
mute-done = { $who } was muted: case { $case }.
mute-done-untold = { $who } was muted: case { $case }. I could not reach them in private.
kick-done = { $who } was kicked: case { $case }.
kick-done-untold = { $who } was kicked: case { $case }. I could not reach them in private.
ban-done = { $who } was banned: case { $case }.
ban-done-untold = { $who } was banned: case { $case }. I could not reach them in private.
punish-refused = Nothing happened to { $who }: { $why }. Case { $case } says so.
undo-done = Case { $case } is taken back, by case { $by }.
undo-already = Case { $case } was taken back already, by case { $by }.
undo-refused = Case { $case } is taken back on record, but the messenger would not lift it: { $why }.
switched-on = The rule { $rule } acts from now on.
