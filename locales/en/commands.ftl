# One line each, at most 100 characters: Discord and Telegram show them in their menus.
command-help = See what you can ask me to do
command-ping = Ask whether I am well
command-whoami = See who you are to me, ready to paste into the config file
command-here = Get the config line that gives this place a role, such as staff
command-rules = Read the guidelines
command-language = Choose the language I speak to you
command-report = Report a message or a problem to the moderators; only they see it
command-warn = Warn a member
command-mute = Keep a member from writing for a while
command-kick = Remove a member, who may come back
command-ban = Remove a member, for good or for a while
command-case = Look up a case: what happened and what was really done
command-appeal = Say that a case against you is a mistake; people will look at it again
command-appeals = See how often appeals were right, by rule and by moderator
command-link = Say that your account on the other messenger is you, too
command-unlink = Let your accounts be two people again
command-audit = See what the team did
command-bind = Bind this group to the community, with the code from the host of the bot
command-config = The config file of this community
command-config-get = Get the config file as it is
command-config-upload = Give me a new config file; I check it and wait until you apply it
command-config-check = Check the uploaded file, or else the one in use
command-config-difference = See what the uploaded file would change
command-config-apply = Use the uploaded file from now on

menu-report = Report to the moderators

param-member = Who
param-reason = Why; the key of a guideline is enough
param-number = The number of the case
param-message = The message it is about
param-text = What happened, in your own words
param-language = A language of this community, such as en
param-role = lobby, staff, managers or news
param-code = The code from the host of the bot
param-link-code = The code that you got from me on the other messenger
param-file = The new config file
