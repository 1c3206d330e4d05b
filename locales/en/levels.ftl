# Reminders to the team.
level-conversation-answer = Conversation { $number } with { $who } waits for an answer. It was due by { $until }.
level-conversation-solution = Conversation { $number } with { $who } is not resolved. It was due by { $until }.
level-complaint-answer = Complaint { $number } waits for a decision. It was due by { $until }.
level-complaint-solution = Complaint { $number } is not settled. It was due by { $until }.
level-owner = { $who } takes care of it.
level-free = Nobody takes care of it.
level-ping = { $who }, can you look?

# The list of the day.
digest-head = { $count ->
        [one] One matter waits for the team:
       *[other] { $count } matters wait for the team:
    }
digest-conversation-open = { $number } · { $who } · { $owner } · since { $since }
digest-conversation-late = Overdue: { $number } · { $who } · { $owner } · since { $since }
digest-complaint-open = { $number } · complaint · { $owner } · since { $since }
digest-complaint-late = Overdue: { $number } · complaint · { $owner } · since { $since }
digest-more = And { $count } more: /inbox shows them.

# Who is on duty.
duty-now = You are on duty now, in the community’s open hours.
duty-now-own = You are on duty now, from { $start } to { $end }.
duty-not-now = You are off duty now: the community’s open hours are over. Nobody pings you.
duty-not-now-own = You are off duty now; your hours are { $start } to { $end }. Nobody pings you.
duty-off = You are off duty until you write /duty on. Nobody pings you.
duty-how = Write /duty on, /duty off, or your hours: /duty 09:00-17:00.
duty-yours = Conversation { $number } with { $who } is yours: it is your turn.

# A moderator's word.
promise-told = Somebody from { $community } is looking after it; you will hear more by { $until }.
promise-given = { $who } promised an answer in conversation { $number } by { $until }. The member knows.
promise-when = Please give a time in the next { $longest }: 15:00, 2h, tomorrow 10:00.
promise-soon = { $who } was promised an answer in conversation { $number } by { $until }.
promise-broken = { $by } promised { $who } an answer in conversation { $number }; the time is over. Could somebody look, please?

# Commands.
command-duty = Say when the bot may ping you, or see how it stands
param-hours = on, off, or from when to when: 09:00-17:00
command-promise = Tell the member of this conversation when you are back
param-until = Until when: 15:00, 2h, tomorrow 10:00
