# Lo que lee el equipo cuando al bot le falta un permiso que necesita una regla. $rules son nombres de reglas con sus
# líneas en la configuración, $right es como la plataforma llama al permiso.
rights-head = Algunas reglas no pueden hacer aquí lo que dice la configuración, porque me falta un permiso. Lo demás sigue igual.
rights-lack = { $rules }: hace falta el permiso «{ $right }»
rights-remedy-discord = Me lo puedes dar en Ajustes del servidor → Roles → mi rol. En cada canal cuentan también sus propios permisos.
rights-remedy-telegram = Me lo puedes dar en los ajustes del grupo → Administradores.
