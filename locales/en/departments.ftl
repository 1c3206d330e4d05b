# What members read.
department-went = Your question number { $number } went to { $department }. They will answer you here.
department-received = { $department } has your question number { $number }.
department-working = { $department } is working on your question number { $number }.
department-waiting = { $department } waits for something before your question number { $number } can go on.
department-resolved = { $department } has settled your question number { $number }. Write to me again if anything is left.
department-declined = { $department } cannot do what you asked for in number { $number }. Write to me again if anything is left.

# What the team reads.
department-moved = Conversation { $number } goes on with { $department }.
department-same = Conversation { $number } is with { $department } already.
department-arrived = Conversation { $number } with { $who } has come in for { $department }.
department-unknown = There is no department called { $name }. There are: { $known }
department-noted = The member hears it: { $progress }
progress-received = received
progress-working = in work
progress-waiting = waiting for something
progress-resolved = settled
progress-declined = declined

# What goes along when a conversation changes hands.
packet-who = Conversation { $number } with { $who } ({ $account })
packet-since = Since { $at }
packet-about = About: { $what }
packet-deadline = An answer is due by { $at }
packet-note = Note: { $note }
packet-asked = Asked at first:
packet-last = Said last:
packet-case = Case { $number }: { $act }
packet-transcript = What was said so far:
packet-cut = There is more: /transcript gives all of it.

# Letters to a department's own systems.
letter-opened = New for { $department }
letter-handed = Handed over to { $department }
letter-reopened = Open again for { $department }
letter-dead = Something for { $department } cannot be delivered by { $way } ({ $why }). Nothing is lost: /deadletters shows it and sends it again.
letter-off = { $department } wants nothing more by { $way } (410 Gone), so I have stopped. /deadletters sends what is left and switches it on again.
letter-line = { $at } · { $number } · { $department } · { $way } · { $why }
letters-none = Everything that was to be delivered has been, or is on its way.
letters-again = { $count ->
    [one] One letter is tried again.
   *[other] { $count } letters are tried again.
}
button-letters-again = Send them again

# Commands.
command-progress = Say how far a department is with this conversation; the member hears it
command-deadletters = See what could not be delivered to departments, and send it again
param-department = The department that takes care of it from now on
param-progress = received, working, waiting, resolved or declined
