# Frases del propio bot. Cada función tiene su archivo. Reglas para traducir: ../en/core.ftl
button-read = Leer

# Una línea pública sin contenido; el botón abre la respuesta solo a quien preguntó.
line-something-for-you = La respuesta está lista. Solo puede abrirla quien preguntó.

# Por qué la plataforma no lo hizo: va dentro de una frase como { $why }, en minúscula y sin punto.
refusal-forbidden = aquí no tengo permiso para eso
refusal-outranked = esa persona tiene aquí un rango superior al mío
refusal-gone = eso ya no está
refusal-unreachable = no se puede escribir en privado a esa persona
refusal-unsupported = esta plataforma no lo permite
refusal-too-late = ya es demasiado tarde para eso
refusal-too-large = el archivo es demasiado grande para pasarlo

# Respuestas a lo que no se puede hacer. { $usage } muestra cómo se escribe el comando.
error-rank = Esto solo puede hacerlo el equipo de ese grupo.
error-default-deny = No sé quién lo pide, así que no lo haré.
error-unknown-command = No conozco /{ $name }. Con /help verás todo lo que sé hacer.
error-missing-argument = Falta algo: { $param } ({ $what }). Se escribe así: { $usage }
error-wrong-argument = «{ $given }» no encaja aquí: { $param } ({ $what }). Se escribe así: { $usage }
error-button-stale = Este botón ya no funciona. Empieza de nuevo, por favor.
error-button-not-yours = Este botón es para otra persona.
error-outranked = Solo puedes hacer esto con quien tenga aquí un rango inferior al tuyo.
error-untouchable = Esta cuenta no se puede sancionar: es del equipo o de la propia plataforma.
error-self = Esto no puedes hacértelo a ti.
error-not-here = Esto solo funciona en un grupo.
error-broken = Algo ha fallado por nuestra parte. Si es importante, dale este número al equipo: { $id }
error-target-unknown = No encuentro aquí a esa persona.

# Bajo una pregunta de un formulario que puede quedar sin respuesta.
form-optional = (Si prefieres no decirlo, envía un guion: -)

# Va delante de una respuesta que quizá ya haya llegado.
answer-repeat = (repetición)
