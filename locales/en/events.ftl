# Announcing
command-event = Announce events and see who comes
command-event-new = Announce an event with a form
command-event-list = See the latest events; with a number who comes, and change or cancel it
command-event-feed = Get all events that are to come as a calendar file
param-event = The number of the event
event-form = An event
event-field-title = What is it called?
event-field-starts = When does it begin? friday 18:00
event-field-ends = Until when? 2h, 20:00
event-field-where = Where? A place or a link
event-field-more = seats: 20 / repeats: weekly / about it
event-nowhere = I do not know where to announce it. The config has no such place.
event-made = Event { $number } is announced; it begins { $at }.
event-changed = Event { $number } is changed; it begins { $at }.
event-cancelled = Event { $number } is cancelled; everybody who wanted to come is told.
event-twice = The clocks show that time twice that night; I take the first.
event-not-shown = I could not announce event { $number } everywhere it belongs: { $why }.
event-feed-failed = I cannot write the calendar file of the events into { $folder } ({ $why }). I try again every hour.
event-feed-again = The calendar file of the events can be written again, and is up to date.
event-no-native = Events are announced with their cards alone: I cannot put them among Discord’s own ({ $why }). Give me the right to manage events there, if you want that.
event-fault-no-title = It has no name yet.
event-fault-title-long = The name has { $count } characters; { $most } are the most.
event-fault-no-place = It has no place yet; a link will do.
event-fault-place-long = The place has { $count } characters; { $most } are the most.
event-fault-about-long = The description has { $count } characters; { $most } are the most.
event-fault-seats = Seats are a number from 1 to { $most }; without that line everybody may come.
event-fault-kind = I do not know the kind “{ $given }”. I know: meeting, webinar, live, offline, drive.
event-fault-repeats = I do not understand how often “{ $given }” is. I know: daily, weekly, monthly, or a rule such as FREQ=WEEKLY;INTERVAL=2.
event-fault-ends-before = The end “{ $given }” is not after the start.
event-fault-lasts = An event lasts { $shortest } to { $longest }.

# The card
event-kind-meeting = Meeting, with { $by }
event-kind-webinar = Webinar, with { $by }
event-kind-live = Live session, with { $by }
event-kind-offline = Meeting on the spot, with { $by }
event-kind-drive = Test drive, with { $by }
event-when = { $starts } – { $ends }
event-clock = { $starts } – { $ends } ({ $zone })
event-where = Where: { $where }
event-again = It comes again.
event-on-now = On now
event-is-cancelled = Cancelled
event-is-over = It is over. { $count ->
    [0] Nobody said they would come.
    [one] One person said they would come.
   *[other] { $count } people said they would come.
 }
event-seats = { $count ->
    [one] There is one seat.
   *[other] There are { $count } seats.
 }
event-heads = Coming: { $count } · maybe: { $maybe } · waiting: { $waiting }
event-interested = Interested in Discord’s own event: { $count } (not part of the count above)
button-event-yes = I come
button-event-maybe = Maybe
button-event-no = I cannot
button-event-calendar = To my calendar
button-event-ask = Ask the host
button-event-check-in = I am here
button-event-zone = My time zone
button-event-all = All events

# Coming
event-over = Event { $number } is over or cancelled.
event-you-yes = You have a seat.
event-you-maybe = Noted: maybe.
event-you-no = Noted: you cannot come.
event-you-wait = All seats are taken; you are on the wait list. { $ahead ->
    [0] You are the first.
    [one] One person is before you.
   *[other] { $ahead } people are before you.
 }
event-promoted = A seat became free: you can come to “{ $title }”.
event-reminder = A reminder: “{ $title }”.
event-moved = “{ $title }” has changed. This is how it is now:
event-cancelled-told = “{ $title }” is cancelled.
event-survey = How was “{ $title }”?
event-thanks = Thank you.
event-file = “{ $title }” for your calendar
event-feed = { $count ->
    [0] No events are to come.
    [one] One event is to come.
   *[other] { $count } events are to come.
 }
event-question-form = A question
event-field-question = What would you like to know?
event-asked = The host will get your question.
event-fault-question = A question has 1 to { $most } characters.
event-fault-questions = You have asked { $most } questions already; that is the most.
event-code-form = Checking in
event-field-code = The code that is said on the spot
event-not-now = You can check in from an hour before the event until three hours after it.
event-checked-in = You are counted as being at “{ $title }”.
event-code-wrong = That is not the code. { $count ->
    [one] You have one more try.
   *[other] You have { $count } more tries.
 }
event-code-tries = There were too many wrong codes. Ask the host.
event-zone-form = Your time zone
event-field-zone = Your city or zone: Europe/Warsaw
event-fault-zone = I do not know the time zone “{ $given }”. Write it like Europe/Warsaw, or a large city.
event-zone-set = I tell you times by the clock of { $zone } now.

# For staff
event-none = There has been no event yet.
event-unknown = There is no event { $number }.
event-list-how = /event list with a number shows who comes.
event-line-ahead = { $number } · { $at } · { $title }
event-line-over = { $number } · over · { $title }
event-line-cancelled = { $number } · cancelled · { $title }
event-came = Checked in: { $count }
event-felt = { $count ->
    [one] One answer on how it was: { $faces }
   *[other] { $count } answers on how it was: { $faces }
 }
event-host = “{ $title }” begins; { $count ->
    [one] one person comes
   *[other] { $count } people come
 }.
event-code = The code of event { $number }, to be said on the spot:
event-questions = { $count ->
    [one] One question:
   *[other] { $count } questions:
 }
event-no-questions = Nobody has asked anything.
button-event-questions = Questions
button-event-csv = Who comes (CSV)
button-event-code = Check-in code
button-event-change = Change
button-event-cancel = Cancel the event
