# Phrases that the core and the runtime say themselves. Each feature has a file of its own: <feature>.ftl.
#
# For translators, in every file:
# - Files, phrases and arguments are the same in all languages; the order of words is yours. A test compares them.
# - Plain text only: bold, names, links and quotations arrive inside the arguments.
# - Use every plural form that your language has: en, sq: one, other; pl, ru: one, few, many, other; es: one, other.
# - A span of time ("3 hours") comes in the nominative: put it after a colon where your language would bend it.
# - Numbers come without separators, because most are names (case 1204). A large amount: { NUMBER($n, useGrouping: 1) }.
# - pl and ru: no past tense about the reader that has to know a gender. es: tú. pl: ty. ru: вы. sq: ju.
button-read = Read it

# A public line without content; its button opens the answer for the one who asked.
line-something-for-you = The answer is ready. Only the person who asked can open it.

# Why a messenger would not do it: put into a sentence as { $why }, so lower case and no full stop.
refusal-forbidden = I do not have the right to do that here
refusal-outranked = that person stands above me here
refusal-gone = it is no longer there
refusal-unreachable = that person cannot be reached in private
refusal-unsupported = this messenger does not offer that
refusal-too-late = it is too late for that now
refusal-too-large = the file is too large to be passed on

# Answers to what cannot be done. { $usage } shows how the command is written.
error-rank = Only the staff of that group can do this.
error-default-deny = I cannot tell who is asking, so I will not do this.
error-unknown-command = I do not know /{ $name }. With /help you see everything I can do.
error-missing-argument = Something is missing: { $param } ({ $what }). It is written like this: { $usage }
error-wrong-argument = “{ $given }” does not fit here: { $param } ({ $what }). It is written like this: { $usage }
error-button-stale = This button no longer works. Please start again.
error-button-not-yours = This button is for somebody else.
error-outranked = You can do this only to people whose rank here is below yours.
error-untouchable = This account cannot be sanctioned: it belongs to the staff or to the messenger itself.
error-self = You cannot do this to yourself.
error-not-here = This works only in a group.
error-broken = Something went wrong on our side. If it matters, please give a moderator this number: { $id }
error-target-unknown = I cannot find that person here.

# Under a question of a form that may stay without an answer.
form-optional = (If you would rather not say, send a dash: -)

# Stands before an answer that may have arrived already.
answer-repeat = (repeat)
