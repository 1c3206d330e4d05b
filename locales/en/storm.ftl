# Storms: levels, playbooks, reports; and what the bot is no longer allowed to do.
command-raid-on = Shut what the playbook names, for a while
command-raid-off = Open everything again, exactly as it was
command-raid-status = See whether there is a storm
command-raid = Raids: shut and open the community
command-incident = Read the report of a storm
param-level = The level, from 1 to 3

storm-cause-joins = many people came in at once
storm-cause-messages = a surge of messages
storm-cause-reports = many reports at once
storm-cause-words = words that this community listens for
storm-cause-moderator = a moderator asked for it
storm-card = Storm { $number }, level { $level }: { $cause }. { $count ->
    [0] Nobody belongs to it so far.
    [one] One person belongs to it so far.
   *[other] { $count } people belong to it so far.
}
button-storm-over = It is over
button-sift-mute = Mute the newcomers
button-sift-kick = Remove the newcomers
storm-over = It is calm again; everything is open as it was. Thank you for your patience.
storm-nobody-left = Nobody is left to deal with.
storm-would-mute = { $count ->
    [one] One person who came in with storm { $number } would be muted:
   *[other] { $count } people who came in with storm { $number } would be muted:
}
storm-would-kick = { $count ->
    [one] One person who came in with storm { $number } would be removed:
   *[other] { $count } people who came in with storm { $number } would be removed:
}
storm-would-who = { $who } · { $at }
storm-would-later = Just these: whoever comes in from now on is not among them.
storm-would-list = Here is everybody, as a table.
storm-reason = came in with a storm
storm-spared-team = { $count ->
    [one] Spared: one of the team.
   *[other] Spared: { $count } of the team.
}
storm-spared-left = { $count ->
    [one] Spared: one who is gone again.
   *[other] Spared: { $count } who are gone again.
}
storm-spared-judged = { $count ->
    [one] Spared: one who was dealt with already.
   *[other] Spared: { $count } who were dealt with already.
}
storm-deed-rights = shutting and opening what people may do
storm-deed-pace = changing the pace
storm-deed-survey = looking how it was
storm-deed-punish = dealing with newcomers
storm-sifting = { $count ->
    [one] I deal with one newcomer now.
   *[other] I deal with { $count } newcomers now, a few at a time.
}
storm-not-opened = I could not open { $space } again as it was. I keep trying; please look at my rights there.
storm-report = Storm { $number } is over. Highest level: { $peak }. It lasted { $lasted }.
storm-report-so-far = Storm { $number } goes on. Highest level so far: { $peak }. It has lasted { $lasted }.
storm-report-by = Raised by { $who }: { $cause }
storm-report-lockdown = { $seconds ->
    [0] Everything named was shut at once.
    [one] Everything named was shut after one second.
   *[other] Everything named was shut after { $seconds } seconds.
}
storm-report-no-lockdown = Not everything could be shut.
storm-report-came = { $count ->
    [0] Nobody came in.
    [one] One person came in:
   *[other] { $count } people came in:
}
storm-report-done = Messages taken away: { $held }. Newcomers dealt with: { $sifted }.
storm-report-refused = Not done: { $what } ({ $times }×): { $why }
raid-on = Level { $level } holds for { $lasts }. /raid off ends it.
raid-off = It is over. Everything is opened as it was.
raid-is-calm = It is calm.
raid-no-level = There is no level { $level } here; the highest is { $highest }. Levels are written under storm: in the config file.
raid-too-long = At most { $longest }.
raid-status = Storm { $number }, level { $level }; I look again in { $left }. { $count ->
    [0] Nobody came in.
    [one] One person came in.
   *[other] { $count } people came in.
}
incident-unknown = There is no report of such a storm.
ability-lost = In { $where } ({ $space }) I am no longer allowed to { $ability }. I have stopped trying until my rights change.
ability-delete = delete messages
ability-mute = mute
ability-kick = remove people
ability-ban = ban
ability-rights = change what everybody may do
ability-pace = set slow mode
ability-admit = answer requests to join
ability-roles = give roles
ability-remove-thread = take threads away
ability-threads = open and close threads
ability-filter = set the filter of the messenger
greeting-wave = { $count ->
    [one] Welcome to { $community }!
   *[other] Welcome to { $community }, all { $count } of you!
}
