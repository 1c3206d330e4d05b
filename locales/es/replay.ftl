# Probar las reglas desde el chat: /replay. $mode va como en la configuración: on, watch.
command-replay = Mira a quién habrían afectado las reglas hace poco; no se hace nada
param-since = Desde cuándo: 12h, 7d, 30d
replay-off = Aquí no se graba nada. Para probar reglas con lo que se ha dicho, pon privacy.record_for_replay en 7d, por ejemplo, y avisa a los miembros; vuelve en unos días.
replay-empty = De este tiempo aún no hay nada grabado. La grabación empieza con el siguiente mensaje tras activarla.
replay-head = Mensajes revisados: { $messages }. No se hace nada; a estas personas habrían afectado las reglas actuales:
replay-none = Ninguna salta.
replay-rule = ● { $rule } ({ $mode }): { $messages } × · personas: { $people } ({ $names })
replay-more = … y más reglas: { $rules }
