# Nowości z innych stron: paczki dla zespołu i kanały, których nie da się odczytać.
feed-batch = { $count ->
    [one] Nowy wpis z { $feed }. Ukaże się, gdy ktoś się zgodzi.
    [few] { $count } nowe wpisy z { $feed }. Każdy ukaże się, gdy ktoś się zgodzi.
    [many] { $count } nowych wpisów z { $feed }. Każdy ukaże się, gdy ktoś się zgodzi.
   *[other] { $count } nowego wpisu z { $feed }. Każdy ukaże się, gdy ktoś się zgodzi.
}
feed-line = { $number } · { $title }
button-feed-post = Wpis { $number }
feed-failed = Trzy razy z rzędu nie udało mi się odczytać kanału { $feed }: { $why } Próbuję dalej, coraz rzadziej, i dam znać, gdy znowu zadziała.
feed-mended = Kanał { $feed } znowu da się odczytać.
feed-fault-address = jego adres leży lub prowadzi tam, dokąd nie wolno mi się łączyć (tylko publiczne, chyba że ma allow_private).
feed-fault-name = nikt nie zna nazwy jego serwera.
feed-fault-connection = brak połączenia.
feed-fault-certificate = jego certyfikat nie jest uznawany.
feed-fault-time = trwało to zbyt długo.
feed-fault-redirects = za dużo przekierowań.
feed-fault-status = jego serwer odpowiedział { $detail }.
feed-fault-size = jest większy niż 2 MB.
feed-fault-entities = deklaruje typ dokumentu albo encje, a tych nie czytam.
feed-fault-broken = to ani RSS, ani Atom, albo jest uszkodzony.
