# Noticias de otros sitios: tandas para el equipo y canales que no se pueden leer.
feed-batch = { $count ->
    [one] Una entrada nueva de { $feed }. Sale cuando alguien dé su acuerdo.
   *[other] { $count } entradas nuevas de { $feed }. Cada una sale cuando alguien dé su acuerdo.
}
feed-line = { $number } · { $title }
button-feed-post = Publicación { $number }
feed-failed = No pude leer el canal { $feed } tres veces seguidas: { $why } Sigo intentándolo, cada vez menos, y aviso cuando vuelva a funcionar.
feed-mended = El canal { $feed } se puede leer otra vez.
feed-fault-address = su dirección está, o lleva, adonde no puedo conectarme (solo públicas, salvo con allow_private).
feed-fault-name = nadie conoce el nombre de su servidor.
feed-fault-connection = no hay conexión.
feed-fault-certificate = su certificado no se acepta.
feed-fault-time = tardó demasiado.
feed-fault-redirects = redirige demasiadas veces.
feed-fault-status = su servidor respondió { $detail }.
feed-fault-size = ocupa más de 2 MB.
feed-fault-entities = declara un tipo de documento o entidades, y eso no lo leo.
feed-fault-broken = no es RSS ni Atom, o está roto.
