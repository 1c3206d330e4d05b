# What the reporter hears.
report-form = Tell the moderators
report-form-text = What happened?
report-done = Thank you. The moderators have it as number { $number }; I will tell you how it ends.
status-report-open = Your report number { $number } waits for somebody to look at it.
status-report-taken = Somebody is looking into your report number { $number }.
status-report-over = Your report number { $number } is settled.
report-own = That is your own message. If you want to tell the moderators something, use /report with your words.
report-empty = There was nothing to send. Please tell in a few words what happened.
button-send = Send
outcome-upheld = About your complaint number { $number }: the moderators agreed and have acted. Thank you for telling us.
outcome-declined = About your complaint number { $number }: the moderators looked at it and decided not to act. Thank you for telling us.
outcome-closed = About your complaint number { $number }: the moderators looked into it and closed it. Thank you for telling us.

# What staff see.
complaint-title = Complaint { $number }
complaint-title-about = Complaint { $number } about { $who }
complaint-by = From { $who }
complaint-reporters = { $count ->
        [one] { $count } person reported it
       *[other] { $count } people reported it
    }
complaint-message = The message:
complaint-state-upheld = Settled by { $who }: upheld.
complaint-state-declined = Settled by { $who }: declined.
complaint-state-closed = Closed ({ $who }), without a verdict.
complaint-rules = Rules it breaks: { $rules }
complaint-stays = Conversation { $number } began with a report. It can be given to a person, but not to a department, nor put together with another one.
complaint-waits = Complaint { $number } waits for a manager.
complaint-settled = Complaint { $number } is settled.
complaint-settled-untold = Complaint { $number } is settled. I could not reach the member in private.
complaint-already = { $who } was first: complaint { $number } is settled already.
button-open = Open
button-take = I take it
button-delete = Remove message
button-warn = Warn
button-mute = Mute 1 h
button-ban = Ban
button-decline = Decline
button-uphold = Uphold
