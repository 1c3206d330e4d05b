# Nga një rresht secila, e shumta 100 shenja: Discord dhe Telegram i tregojnë në menytë e tyre.
command-help = Shihni çfarë mund të më kërkoni
command-ping = Pyetni nëse jam mirë
command-whoami = Shihni kush jeni për mua; përgjigjja mund të ngjitet në skedarin e konfigurimit
command-here = Merrni rreshtin e konfigurimit që i jep këtij vendi një rol, për shembull staff
command-rules = Lexoni rregullat
command-language = Zgjidhni gjuhën në të cilën ju flas
command-report = Njoftoni moderatorët për një mesazh ose problem; e shohin vetëm ata
command-warn = Paralajmëroni një anëtar
command-mute = Hiqini një anëtari fjalën për njëfarë kohe
command-kick = Nxirrni një anëtar, që mund të kthehet
command-ban = Përjashtoni një anëtar, përgjithmonë ose për njëfarë kohe
command-case = Shihni një rast: çfarë ndodhi dhe çfarë u bë vërtet
command-appeal = Thoni se një rast kundër jush është gabim; njerëzit do ta shohin sërish
command-appeals = Shihni sa shpesh ankimet kishin të drejtë, sipas filtrit dhe moderatorit
command-link = Thoni se llogaria juaj në mesazherin tjetër jeni ju
command-unlink = Bëjini llogaritë tuaja sërish dy persona
command-audit = Shihni çfarë bëri ekipi
command-bind = Lidheni këtë grup me komunitetin, me kodin nga administratori i botit
command-config = Skedari i konfigurimit i këtij komuniteti
command-config-get = Merrni skedarin e konfigurimit siç është
command-config-upload = Më jepni një skedar të ri konfigurimi; e kontrolloj dhe pres derisa ta zbatoni
command-config-check = Kontrolloni skedarin e ngarkuar ose, kur s’ka, atë në përdorim
command-config-difference = Shihni çfarë do të ndryshonte skedari i ngarkuar
command-config-apply = Përdoreni tani e tutje skedarin e ngarkuar

menu-report = Njofto moderatorët

param-member = Për kë bëhet fjalë
param-reason = Pse; mjafton çelësi i një rregulli
param-number = Numri i rastit
param-message = Mesazhi për të cilin bëhet fjalë
param-text = Çfarë ndodhi, me fjalët tuaja
param-language = Një gjuhë e këtij komuniteti, për shembull sq
param-role = lobby, staff, managers ose news
param-code = Kodi nga administratori i botit
param-link-code = Kodi që ju dhashë në mesazherin tjetër
param-file = Skedari i ri i konfigurimit
