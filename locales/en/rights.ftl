# What staff hear when the bot lacks a right that a rule needs. $rules are names of rules with their lines in the config,
# $right is what the messenger calls the right.
rights-head = Some rules cannot do here what the config says, because I lack a right. Whatever else they do goes on.
rights-lack = { $rules }: this needs the right “{ $right }”
rights-remedy-discord = You can give it to me in Server Settings → Roles → my role. In single channels their own permissions count too.
rights-remedy-telegram = You can give it to me in the settings of the group → Administrators.
