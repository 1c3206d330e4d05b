# What staff hear when the bot lacks a right that a rule needs. $rules are names of rules with their lines in the config,
# $right is what the messenger calls the right.
rights-head = Некоторые правила не могут сделать здесь то, что сказано в настройках: у меня нет нужных прав. В остальном они работают.
rights-lack = { $rules }: нужно право «{ $right }»
rights-remedy-discord = Дать его можно так: Настройки сервера → Роли → моя роль. В отдельных каналах действуют и их собственные права.
rights-remedy-telegram = Дать его можно в настройках группы → Администраторы.
