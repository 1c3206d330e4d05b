# Una línea cada una, de 100 caracteres como mucho: Discord y Telegram las muestran en sus menús.
command-help = Mira qué puedes pedirme
command-ping = Pregunta si estoy bien
command-whoami = Mira quién eres para mí; el dato se puede pegar en el archivo de configuración
command-here = Obtén la línea de configuración que da un rol a este lugar, por ejemplo staff
command-rules = Lee las normas
command-language = Elige el idioma en que te hablo
command-report = Avisa a moderación de un mensaje o de un problema; nadie más lo verá
command-warn = Advierte a un miembro
command-mute = Impide por un tiempo que un miembro escriba
command-kick = Expulsa a un miembro, que podrá volver
command-ban = Expulsa a un miembro, para siempre o por un tiempo
command-case = Consulta un caso: qué pasó y qué se hizo de verdad
command-appeal = Di que un caso contra ti es un error; se volverá a mirar
command-appeals = Mira cuántos recursos tenían razón, por regla y por moderador
command-link = Di que tu cuenta en el otro mensajero también eres tú
command-unlink = Haz que tus cuentas vuelvan a ser dos personas
command-audit = Mira lo que hizo el equipo
command-bind = Vincula este grupo a la comunidad con el código de quien aloja el bot
command-config = El archivo de configuración de esta comunidad
command-config-get = Obtén el archivo de configuración tal como está
command-config-upload = Dame un archivo de configuración nuevo; lo reviso y espero a que lo apliques
command-config-check = Revisa el archivo subido o, si no hay ninguno, el actual
command-config-difference = Mira qué cambiaría el archivo subido
command-config-apply = Usa el archivo subido de ahora en adelante

menu-report = Avisar a moderación

param-member = De quién se trata
param-reason = Por qué; basta con la clave de una norma
param-number = El número del caso
param-message = El mensaje del que se trata
param-text = Qué pasó, con tus propias palabras
param-language = Un idioma de esta comunidad, por ejemplo es
param-role = lobby, staff, managers o news
param-code = El código de quien aloja el bot
param-link-code = El código que te di en el otro mensajero
param-file = El archivo de configuración nuevo
