# What staff hear when the bot lacks a right that a rule needs. $rules are names of rules with their lines in the config,
# $right is what the messenger calls the right.
rights-head = Disa rregulla nuk mund të bëjnë këtu atë që thotë konfigurimi, sepse më mungon një e drejtë. Pjesa tjetër vazhdon.
rights-lack = { $rules }: duhet e drejta “{ $right }”
rights-remedy-discord = Mund të ma jepni te Server Settings → Roles → roli im. Në kanale të veçanta vlejnë edhe lejet e tyre.
rights-remedy-telegram = Mund të ma jepni te cilësimet e grupit → Administratorët.
