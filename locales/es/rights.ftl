# What staff hear when the bot lacks a right that a rule needs. $rules are names of rules with their lines in the config,
# $right is what the messenger calls the right.
rights-head = Algunas reglas no pueden hacer aquí lo que dice la configuración, porque me falta un permiso. Lo demás sigue igual.
rights-lack = { $rules }: hace falta el permiso «{ $right }»
rights-remedy-discord = Me lo puedes dar en Ajustes del servidor → Roles → mi rol. En cada canal cuentan también sus propios permisos.
rights-remedy-telegram = Me lo puedes dar en los ajustes del grupo → Administradores.
