privacy-head = What { $community } keeps about people, how long, and what becomes of it when you ask. A message that breaks no guideline is not stored.
privacy-foot = /mydata export gives you everything about you as a file, /mydata delete takes it away. Both work in a private chat with me, and when you are not here any more.
privacy-line = { $about } – { $time }; { $leaves }.
privacy-about-cases = Cases: what happened to whom, why, under which guideline
privacy-about-audits = What moderators and managers did
privacy-about-complaints = Complaints: who reported what about whom
privacy-about-conversations = What you and the team wrote to each other
privacy-about-answers = Which answers from the FAQ you were given
privacy-about-appeals = Appeals: who says that a case is a mistake
privacy-about-links = Which accounts are yours, if you said so
privacy-about-recorded = Messages, to try out rules on them
privacy-about-lessons = Numbers from which spam is recognised
privacy-about-guidelines = That you agreed to the guidelines
privacy-about-arrivals = When you came in, to know who is new
privacy-about-languages = Your language: the one you chose, or your messenger’s
privacy-about-erasures = That you asked to be forgotten, while something must wait
privacy-about-running = What I have to do: buttons, timers, messages on their way
privacy-about-places = Who bound which group to this community
privacy-about-gatherings = What you put into polls and giveaways
privacy-about-contests = What you brought to contests
privacy-about-letters = What was told to a department’s own systems
privacy-about-feedback = Your ideas and votes on the feedback board
privacy-about-posts = Posts that wait to go out, and who wrote them
privacy-about-feeds = How far news of other sites was read
privacy-about-digests = Which news you want in private
privacy-time-aged = { $span }
privacy-time-both = { $span }, the words { $words }
privacy-time-wordless = the words { $span }
privacy-time-done = until it is done
privacy-time-asked = until you change it
privacy-time-off = switched off
privacy-leaves-gone = deleted when you ask
privacy-leaves-nameless = without name and words when you ask
privacy-leaves-stays = names nobody, or only for a while
mydata-which = What shall I do with your data?
mydata-account = Accounts
mydata-exported = Everything about you, as { $file }. Left out: notes of the team among themselves, who reported you, and which moderator did what.
mydata-ask = Shall I forget you, with all linked accounts? Conversations end, votes and answers go. Of cases, settled complaints and appeals the fact stays under a made-up name, without your words, as long as /privacy says; strikes still count. This cannot be undone.
mydata-waits = Stays as it is for now:
mydata-waits-cases = { $count ->
        [one] a ban or mute that still holds: without your account nobody could lift it
       *[other] { $count } bans or mutes that still hold: without your account nobody could lift them
    }
mydata-waits-complaints = { $count ->
        [one] a complaint that is still open
       *[other] { $count } complaints that are still open
    }
mydata-waits-conversations = { $count ->
        [one] a conversation about what you reported
       *[other] { $count } conversations about what you reported
    }
mydata-waits-appeals = { $count ->
        [one] an appeal that is still open
       *[other] { $count } appeals that are still open
    }
mydata-waits-arrivals = when you came in, because rules look closer at who is new
mydata-gone = Done: you are forgotten. Backups of the database keep what they held, for 90 days at most.
mydata-gone-later = What has to wait goes by itself, in the night after it is over.
mydata-team = { $count ->
        [one] Conversation { $numbers } is gone: the member asked to be forgotten.
       *[other] Conversations { $numbers } are gone: the member asked to be forgotten.
    }
button-mydata-export = Export my data
button-mydata-delete = Delete my data
button-forget-me = Yes, forget me
command-privacy = See what is kept about you, for how long and why
command-mydata = Get everything that is kept about you, or have it deleted
param-what = export or delete
