# Sanctions by hand, and what follows from them.
notice-softban = You have been removed from { $community }, together with your messages of the last day. You may come back.
notice-unmute = You can write in { $community } again.
notice-undone = The team has taken case { $case } in { $community } back: it counts no more.
notice-unban = You are welcome in { $community } again.
card-title-noted = Case { $case }: note about { $who }
card-title-softban = Case { $case }: kick with clean-up of { $who }
card-title-unmute = Case { $case }: { $who } may write again
card-title-unban = Case { $case }: { $who } may come back
note-done = Noted about { $who }: case { $case }. Only staff see it.
softban-done = { $who } was removed with the messages of the last day, and may come back: case { $case }.
softban-done-untold = { $who } was removed with the messages of the last day: case { $case }. I could not reach them in private.
unmute-done = { $who } can write again: case { $case }.
unmute-done-untold = { $who } can write again: case { $case }. I could not tell them in private.
unban-done = { $who } may come back: case { $case }.
unban-done-untold = { $who } may come back: case { $case }. I could not tell them in private.
note-empty = Write what I should remember, or answer the message it is about.
act-first = { $who } was first: case { $case } says the same. Nothing was done twice.
act-first-until = { $who } was first: case { $case } holds until { $until }. Nothing was done twice; /case { $case } edit lasts:2d changes its time.
act-first-forever = { $who } was first: case { $case } holds for good. Nothing was done twice; /case { $case } edit lasts:2d changes its time.
act-instead = It takes the place of case { $case }, which would have lasted until { $until }.
act-instead-forever = It takes the place of case { $case }, which was for good.
act-nothing-to-end = On my record there was nothing to end.
act-channel = { $who } is a channel: it can be warned, noted down, banned and let back, and nothing else.
act-out-of-reach = { $who } is an administrator, or does not stand below my role: the messenger does not let me mute, kick or ban them. Nothing was done, and they were told nothing.
act-before = { $count ->
        [one] There was { $count } warning before.
       *[other] There were { $count } warnings before.
    }
mute-renewed = Discord takes at most 28 days at once; I renew it in time.
term-span = It can last from { $shortest } to { $longest }. Telegram takes anything shorter as for ever.
term-over = I read that as { $until } by the community’s clock, which is over already.
param-lasts = For how long: 10m, 2h, 1d12h, friday 18:00, tomorrow, forever
command-note = Write something down about a member; only staff see it
command-unmute = Let a member write again, before the time is over
command-softban = Remove a member with the messages of the last day; they may come back
command-unban = Let somebody come back, before the time is over
card-link = The message: { $link }
card-noted = Note by { $who }, { $at }: { $text }
card-edited = Reason changed by { $who }, { $at }; before: { $before }
case-unclear = I cannot read “{ $given }” as a case. Say /case 12, /case last, /case 12 edit a new reason, or /case 12 note some words.
entry-note = Noted on case { $case }.
entry-reason = The reason of case { $case } is changed; what stood there before is kept.
list-title = Cases, newest first:
list-title-person = On record about { $who }, newest first:
list-line = { $case } · { $at } · { $what } · { $who } · { $why }
list-empty = Nothing on record fits.
sanction-note = note
sanction-warn = warning
sanction-mute = mute
sanction-kick = kick
sanction-softban = kick with clean-up
sanction-ban = ban
sanction-unmute = mute ended
sanction-unban = ban ended
sanction-milder = makes { $case } milder
sanction-undo = takes back { $case }
button-older = Older
button-newer = Newer
command-case-edit = Change a case’s reason, guideline or time; what stood there before is kept
command-case-note = Add a note to a case; only staff see it
command-history = Everything on record about a person, newest first
command-cases = Search the record: by person, moderator, act, time, guideline or words
param-which = The number of the case; nothing for the last one
param-by = Which moderator acted
param-act = What was done
menu-card = Townkeeper: card
command-card = See who somebody is and what is on record, with buttons; only you see it
command-strikes = See how many strikes count at present
card-whom = Answer somebody’s message with /card, or name them: /card @name.
strikes-of = { $count ->
        [one] { $who } has { $count } strike at present.
       *[other] { $who } has { $count } strikes at present.
    }
person-who = { $who } ({ $id }), { $rank }
person-joined = Here since: { $at } ({ $days ->
        [one] { $days } day
       *[other] { $days } days
    })
person-created = Account made: { $at } ({ $days ->
        [one] { $days } day
       *[other] { $days } days
    })
person-language = Language: { $language }
person-account = Also: { $id }
person-counts = On record: { $cases } · warnings: { $warnings } · notes: { $notes } · strikes now: { $strikes }
person-mute = Muted until { $until }: case { $case }
person-mute-forever = Muted for good: case { $case }
person-ban = Banned until { $until }: case { $case }
person-ban-forever = Banned for good: case { $case }
hand-warn = Warn
hand-mute-10m = Mute 10 min
hand-mute-1h = Mute 1 h
hand-mute-1d = Mute 1 d
hand-kick = Kick
hand-ban = Ban
hand-note = Note
hand-history = History
hand-form = { $what }: { $who }
hand-form-warned = { $what }: { $who } – already { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
hand-reason = Why? The key of a guideline is enough.
purge-preview = Would be removed: { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
purge-people = Written by: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
purge-by = { $who }: { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
purge-done = Removed: { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
purge-kept = Not removed: { $count ->
        [one] { $count } message
       *[other] { $count } messages
    } – { $why }
purge-what = Say what to remove: /purge @name, /purge 20, /purge 1h, or some words that the messages contain.
purge-none = I remember no such messages here. I know what was said since I started, up to 500 in each place.
massban-preview = Would be banned, joined since { $since }: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
massban-who = · { $who }
massban-none = Nobody whom I may ban has joined in that time, as far as I remember: I know who came in since I started.
massban-done = Banned: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
massban-kept = Not banned: { $who } – { $why }
massban-untold = Could not be told in private: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
massban-left-alone = Left alone, because they are of the team by now or somebody else was quicker: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
and-more = … and { $count } more
sweep-by = By { $who }:
sweep-left = Nothing was done.
button-go = Go ahead
button-cancel = Cancel
command-purge = Remove messages here: by person, number, time or words; shown first
command-massban = Ban everybody who joined within this time; shown first
param-count = How many at most
param-containing = Words that the messages contain
param-joined = Joined within: 10m, 1h
list-none-since = Nothing fits from case { $case } on. The button shows older ones.
list-not-yet = { $since } is still to come: nothing can be on record since then.
list-backwards = That time would end ({ $until }) before it begins ({ $since }).
edit-no-time = Case { $case } is neither a mute nor a ban: it has no time to change.
edit-over = That would be until { $until }, which is over already. /unmute and /unban end it, or take it back.
edit-not-holding = Case { $case } does not hold any more; its time can no longer be changed.
edit-empty = What shall I change? Give a new reason or guideline, or a time.
edit-refused = It is on record, but the messenger did not let me: { $why }.
edit-told = The team has changed how long this lasts.
entry-guideline = The guideline of case { $case } is changed; what stood there before is kept.
edit-until = Case { $case } now lasts until { $until }.
edit-forever = Case { $case } now lasts for good.
card-until = Until { $until }
card-forever = For good
card-edited-guideline = Guideline changed by { $who }, { $at }; before: { $before }
card-edited-until = Time changed by { $who }, { $at }; before: { $before }
case-apart = Case { $case } on the other messenger, beside which this one was filed, stays as it is: what is done to that one happens to both.
card-edited-along = Case { $case }, on the other messenger, was changed with it.
for-good = for good
