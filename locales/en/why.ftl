# Why: every rule's answer for staff, and what concerns her for the member. Rule and trigger names come as written in the
# config, so keep them apart from words that would have to bend.
command-why = See why: your own case, or for staff any case or message
command-check = Judge a message by the rules as they are now; nothing is done
menu-check = What do the rules say?
why-head = Case { $case }: { $who }
why-check-head = This is what the rules say about the message now. Nothing is done.
why-fired-on = ● Rule { $rule } ({ $trigger }, line { $line }): fires
why-fired-watch = ○ Rule { $rule } ({ $trigger }, line { $line }): fires, but only watches
why-fired-failed = ● Rule { $rule } ({ $trigger }, line { $line }): broke, and holds messages back then
why-found = found: “{ $found }”
why-found-at = found: “{ $found }”, characters { $start }–{ $end }
why-words-gone = found: no longer kept
why-read-as = read as: “{ $read }”
why-word = written: { $how }; strength: { $strength }
why-score = score: { $score }
why-count = counted: { $seen }; the limit is { $most } in this time: { $within }
why-count-people = by so many people: { $people }; the limit is { $most }
why-how-plain = as it is
why-how-inside = inside a longer word
why-how-split = in two pieces
why-how-leet = with digits or signs for letters
why-how-stretched = stretched
why-how-masked = with letters masked
why-how-backwards = backwards
why-how-doubled = with letters doubled
why-how-other-letters = with letters of another alphabet
why-how-marked-up = with markup inside
why-how-upside-down = upside down
why-how-cut = with a letter missing
why-how-too-many-comparisons = so much like listed words that not all was compared
why-how-too-many-findings = with so many finds that not all were looked at
why-how-too-many-strange-characters = with so many unusual characters that only the beginning was read
why-severity-mild = mild
why-severity-medium = medium
why-severity-strong = strong
why-none-fired = No rule fires.
why-passed-clean = Found nothing: { $rules }
why-passed-abstained = Cannot judge this language: { $rules }
why-passed-off = Switched off: { $rules }
why-passed-spared = Spare this person: { $rules }
why-passed-not-here = Do not look here, at such people or at this time: { $rules }
why-passed-broken = Broke and let it through: { $rules }
why-passed-given-up = Given up after it broke again and again: { $rules }
why-strikes = Strikes before: { $prior }; added: { $added }
why-crisis = Crisis level: { $level }
why-config = Config version: { $version }
why-by-hand = A person decided this; no rule was asked.
why-not-kept = No explanation was kept for this case.
why-which = Which case? Give its number, or use the command on a message.

# What a member reads about her own case, under the notice she got.
why-none = There is no case about you here.
why-mine-found = What was found in your message: “{ $found }”
why-mine-many = Too many messages, or the same one again, came in a short time.
why-mine-held = Your message could not be checked, so it was held back.

# The button on a card for staff, and what follows from it.
button-was-fine = It was fine
fine-done = Case { $case } was taken back: case { $by }. It counts against the rule.
precision-low = Rule { $rule } is often wrong: { $overturned } of { $verdicts } decisions were taken back. Should it only watch for now?
precision-watches = Rule { $rule } only watches from now on: { $overturned } of { $verdicts } decisions were taken back, and the config asks for this then.
button-watch = Only watch
watching-now = The rule { $rule } only watches from now on.
