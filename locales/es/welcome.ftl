greeting-guidelines = Esto es lo que nos pedimos mutuamente:
greeting-agree = Léelo, por favor, y pulsa «Estoy de acuerdo».
greeting-agree-first = Léelo, por favor, y pulsa «Estoy de acuerdo»; después podrás escribir aquí.
guideline-line = { $number }. { $text }
button-agree = Estoy de acuerdo
agreed = ¡Gracias, y que disfrutes de { $community }!
agree-first = Antes de escribir en { $community }, lee esto, por favor, y pulsa «Estoy de acuerdo»:
line-agree-first = { $who }, primero acepta las normas, por favor; después podrás escribir aquí.
guidelines-changed = Nuestras normas han cambiado. Léelas otra vez, por favor, y pulsa «Estoy de acuerdo»:
rules-head = Esto es lo que nos pedimos mutuamente en { $community }:
rules-none = { $community } aún no ha puesto sus normas por escrito.

# Cada idioma con su propio nombre, igual en todos los archivos.
language-en = English
language-pl = Polski
language-ru = Русский
language-es = Español
language-sq = Shqip
language-which = ¿En qué idioma quieres que te hable?
language-chosen = A partir de ahora te hablo en español.
language-unknown = Aquí no hablo «{ $given }». Puedes elegir entre: { $offered }
