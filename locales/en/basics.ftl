help-head = This is what I can do for you in { $community }:
help-line = { $usage } – { $what }
help-foot = You can also reply to a message with /report, and the moderators will look at it.
health = I am well. Awake for: { $up }. I have seen { $events ->
        [one] { $events } event
       *[other] { $events } events
    }.
health-faults = { $faults ->
        [one] { $faults } fault
       *[other] { $faults } faults
    } of mine in the log; the host of the bot can look them up.
whoami = { $name }, your rank here: { $rank }. Your account to me: { $account }
rank-guest = guest
rank-member = member
rank-trusted = trusted member
rank-helper = helper
rank-moderator = moderator
rank-manager = manager
rank-owner = owner
here = This line under “places” gives this place the role { $role }:
here-not-private = Please ask me in the group or channel that should get the role.
bind-how = Thank you for inviting me! I stay silent in that group until it is bound to { $community }. Get the code from the host of the bot and write /bind with the code in the group.
bind-done = This group belongs to { $community } now.
bind-already = This group belongs to { $community } already.
bind-wrong-code = That is not the code. The host of the bot gets it with: python3 -m bot bind-code
bind-not-private = Please write this in the group that you want to bind.
plain = { $text }
