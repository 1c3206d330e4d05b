# Noticias en privado: lo que se acepta.
news-terms = Puedes recibir noticias en privado: sobre lo que elijas, a su hora ({ $every }), sin ruido y mientras quieras. Guardo qué cuenta aceptó, qué y cuándo, y nada más; cada mensaje así lleva un botón que lo termina y borra eso.
news-pick = Elige los temas y después di que sí.
button-news-open = Noticias en privado
button-news-agree = Sí, envíamelas
button-news-leave = No me envíes más
news-none = Aquí no hay noticias que elegir.
news-agreed = De acuerdo: recibirás noticias sobre lo que elegiste ({ $every }).
news-left = Hecho: no recibirás más, y no se guarda nada de ello.
news-head = Noticias sobre lo que elegiste
news-more = y { $count } más en la comunidad
button-interest-on = ✓ { $what }
button-interest-off = ○ { $what }
