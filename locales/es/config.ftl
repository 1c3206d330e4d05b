config-here = Este es el archivo de configuración en uso.
config-fine = La configuración está bien.
config-faults = { $count ->
        [one] Hay { $count } error en el archivo:
       *[other] Hay { $count } errores en el archivo:
    }
config-kept = No ha cambiado nada; sigue en vigor la última configuración válida.
config-ready = El archivo está bien. Esto es lo que cambiaría:
config-same = El archivo dice lo mismo que el actual.
config-nothing-uploaded = No hay ningún archivo subido. Dame uno con /config upload.
config-applied = Hecho: la nueva configuración vale a partir de ahora.
button-apply = Aplicar
