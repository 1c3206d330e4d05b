# What polls, contests and events share
button-change-it = Change it
form-keep = (To keep it as it is, send: =)
moment-unreadable = I do not understand the time “{ $given }”. Write it like 2h, friday 18:00 or 2027-01-31 9:00.
moment-past = The time “{ $given }” is over already.
moment-skipped = The time “{ $given }” does not exist: the clocks are put forward over it that night. Choose one an hour earlier or later.
moment-too-far = The time “{ $given }” is too far ahead; two years is the most.
