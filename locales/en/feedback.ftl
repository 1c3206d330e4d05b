# What members read.
feedback-none = There is no board of ideas here. Write to the team with /ask.
feedback-panel = What would you like to bring to { $community }? Everybody can see it and vote for it.
feedback-board = { $count ->
        [0] Nothing here yet.
        [one] One entry
       *[other] { $count } entries
    }
feedback-board-search = { $count ->
        [0] Nothing found for { $words }. It may be new.
        [one] One entry for { $words }
       *[other] { $count } entries for { $words }
    }
feedback-board-state = Shown: { $state }
feedback-board-page = Page { $page } of { $pages }
feedback-votes = { $count ->
        [one] 1 vote
       *[other] { $count } votes
    }
feedback-board-line = #{ $number } { $title } · { $votes } · { $state }
feedback-head-idea = Idea #{ $number }
feedback-head-problem = Problem #{ $number }
feedback-line = { $state } · { $votes }
feedback-note = The team: { $note }
feedback-merged = The same as #{ $into }: its votes count there.
feedback-mine = You are for it.
feedback-by = Brought by { $who }
feedback-gone = This entry was removed, or is gone.
feedback-form-idea = An idea
feedback-form-problem = A problem
feedback-form-title = In a few words
feedback-form-text = More, if you like
feedback-no-title = It needs a few words at least. What you typed is kept.
feedback-too-many = { $count ->
        [one] One entry a day is enough. What you typed is kept until tomorrow.
       *[other] { $count } entries a day are enough. What you typed is kept until tomorrow.
    }
feedback-likely = This is there already. Is one of them what you mean? A vote for it counts more than the same thing twice.
feedback-like = #{ $number } { $title } · { $votes } · { $state }
feedback-posted = Thank you! It is number { $number } on the board, with your own vote. I will tell you what becomes of it.
feedback-posted-already = It is on the board already, as number { $number }.
feedback-voted = Your vote for #{ $number } counts. { $count ->
        [one] It is the first one.
       *[other] Votes now: { $count }
    }
feedback-voted-already = You are for #{ $number } already; a person has one vote. Votes: { $count }
feedback-unvoted = Your vote for #{ $number } is taken back. Votes now: { $count }
feedback-closed = This is over: { $state }
feedback-news = #{ $number } { $title } is now: { $state }
feedback-state-open = open
feedback-state-planned = planned
feedback-state-started = started
feedback-state-completed = completed
feedback-state-declined = declined
feedback-state-duplicate = duplicate
feedback-state-removed = removed
button-feedback-open = Ideas and problems
button-feedback-idea = I have an idea
button-feedback-problem = I have a problem
button-feedback-board = The board
button-feedback-vote = I am for it · { $count }
button-feedback-for = I am for it
button-feedback-unvote = Take my vote back
button-feedback-more = More
button-feedback-see = See #{ $number }
button-feedback-number = #{ $number }
button-feedback-instead = Vote for #{ $number }
button-feedback-new = No, mine is new
button-feedback-all = all
button-feedback-back = Back
button-feedback-on = More

# The rules also hold for what the bot posts for somebody.
vetting-refused = The rules here do not let me post this. What you typed is kept, so that you can change it.
vetting-refused-by = I cannot post this: guideline { $number }, { $guideline } What you typed is kept, so that you can change it.

# What the team reads.
button-feedback-merge = The same as …
button-feedback-part = No duplicate after all
button-feedback-remove = Remove
button-feedback-remove-sure = Remove it for good
button-feedback-take-back = Take back
button-feedback-export = As a table
feedback-form-state = #{ $number }: { $state }
feedback-form-note = A note for those who voted, if you like
feedback-form-merge = #{ $number } is the same as
feedback-form-into = Number of the other entry
feedback-really = Remove #{ $number } { $title } with its words and votes? This cannot be undone.
feedback-removed = #{ $number } is removed.
feedback-set = #{ $number } is now: { $state }
feedback-held = { $what } Those who voted hear of it in { $span }.
feedback-merge-done = #{ $number } counts as the same as #{ $into } now.
feedback-parted = #{ $number } stands for itself again, with the votes that it was given.
feedback-taken-back = #{ $number } is as it was: { $state }
feedback-too-late = Too late: something has happened to #{ $number } since, or those who voted have been told.
feedback-is-duplicate = #{ $number } is the same as #{ $into }; undo that first.
feedback-no-duplicate = #{ $number } is no duplicate.
feedback-is-so = #{ $number } is that already: { $state }
feedback-itself = #{ $number } cannot be its own duplicate.
feedback-unknown = There is no entry { $number }.
feedback-exported = { $count ->
        [one] The board, one entry:
       *[other] The board, { $count } entries:
    }
feedback-digest = The board this week
feedback-digest-quiet = Nothing new, nothing moved.
feedback-digest-new = New: { $count }
feedback-digest-top = Most wanted:
feedback-digest-moved = Moved: { $count }
feedback-digest-stale = Untouched for long: { $count }
feedback-digest-gained = { $count ->
        [one] 1 vote more this week
       *[other] { $count } votes more this week
    }
feedback-digest-more = { $count ->
        [one] and one more
       *[other] and { $count } more
    }

# Commands.
command-feedback = Suggest an idea, report a problem, or search what others brought
param-words = What to look for
