# El AutoMod de Discord como capa exterior: lo que lee el equipo cuando recibe las listas de palabras.
native-refused = El AutoMod de Discord no aceptó las listas de palabras: { $why }. Dale a mi rol el permiso «Gestionar servidor» o quita native_automod de la configuración. Sigo moderando sin él.
native-left-out = { $words ->
        [one] El AutoMod de Discord ya tiene las listas; no hubo sitio para { $words } palabra. Esa la busco yo.
       *[other] El AutoMod de Discord ya tiene las listas; no hubo sitio para { $words } palabras. Esas las busco yo.
    }
