# Stuhi: nivele, plane, raporte; dhe çfarë boti nuk ka më të drejtë të bëjë.
command-raid-on = Mbyllni për një kohë atë që thotë plani
command-raid-off = Hapni gjithçka përsëri, saktësisht siç ishte
command-raid-status = Shihni nëse ka stuhi
command-raid = Sulme: mbyllni dhe hapni komunitetin
command-incident = Lexoni raportin e një stuhie
param-level = Niveli, nga 1 në 3

storm-cause-joins = erdhën shumë njerëz njëherësh
storm-cause-messages = një valë mesazhesh
storm-cause-reports = shumë ankesa njëherësh
storm-cause-words = fjalë që ky komunitet i ruan nën vëzhgim
storm-cause-moderator = e kërkoi një moderator
storm-card = Stuhia { $number }, niveli { $level }: { $cause }. { $count ->
    [0] Deri tani nuk i përket askush.
    [one] Deri tani i përket një njeri.
   *[other] Deri tani i përkasin { $count } njerëz.
}
button-storm-over = Mbaroi
button-sift-mute = Heshtje për të rinjtë
button-sift-kick = Nxirr të sapoardhurit
storm-over = Është qetë përsëri; gjithçka është hapur siç ishte. Faleminderit për durimin.
storm-nobody-left = Nuk ka mbetur askush.
storm-would-mute = { $count ->
    [one] Heshtje për një njeri që erdhi me stuhinë { $number }:
   *[other] Heshtje për { $count } njerëz që erdhën me stuhinë { $number }:
}
storm-would-kick = { $count ->
    [one] Do të nxirrej një njeri që erdhi me stuhinë { $number }:
   *[other] Do të nxirreshin { $count } njerëz që erdhën me stuhinë { $number }:
}
storm-would-who = { $who } · { $at }
storm-would-later = Vetëm këta: kush vjen që tani e tutje nuk është mes tyre.
storm-would-list = Ja të gjithë, në një tabelë.
storm-reason = erdhi me një stuhi
storm-spared-team = { $count ->
    [one] Nuk preket një njeri i ekipit.
   *[other] Nuk preken { $count } njerëz të ekipit.
}
storm-spared-left = { $count ->
    [one] Nuk preket një njeri që ka ikur tashmë.
   *[other] Nuk preken { $count } njerëz që kanë ikur tashmë.
}
storm-spared-judged = { $count ->
    [one] Nuk preket një njeri për të cilin është vendosur tashmë.
   *[other] Nuk preken { $count } njerëz për të cilët është vendosur tashmë.
}
storm-deed-rights = mbyllja dhe hapja e asaj që lejohet
storm-deed-pace = ndryshimi i ritmit
storm-deed-survey = shikimi si ishte
storm-deed-punish = marrja me të sapoardhurit
storm-sifting = { $count ->
    [one] Tani merrem me një të sapoardhur.
   *[other] Tani merrem me { $count } të sapoardhur, pak nga pak.
}
storm-not-opened = Nuk munda ta hap { $space } siç ishte. Vazhdoj të provoj; ju lutem, shikoni të drejtat e mia atje.
storm-report = Stuhia { $number } mbaroi. Niveli më i lartë: { $peak }. Zgjati { $lasted }.
storm-report-so-far = Stuhia { $number } vazhdon. Niveli më i lartë deri tani: { $peak }. Zgjat tashmë { $lasted }.
storm-report-by = E shpalli { $who }: { $cause }
storm-report-lockdown = { $seconds ->
    [0] Gjithçka u mbyll menjëherë.
    [one] Gjithçka u mbyll pas një sekonde.
   *[other] Gjithçka u mbyll pas { $seconds } sekondash.
}
storm-report-no-lockdown = Jo gjithçka mund të mbyllej.
storm-report-came = { $count ->
    [0] Nuk erdhi askush.
    [one] Erdhi një njeri:
   *[other] Erdhën { $count } njerëz:
}
storm-report-done = Mesazhe të hequra: { $held }. Të sapoardhur të trajtuar: { $sifted }.
storm-report-refused = Nuk u bë: { $what } ({ $times }×): { $why }
raid-on = Niveli { $level } vlen për { $lasts }. /raid off e mbyll.
raid-off = Mbaroi. Gjithçka hapet siç ishte.
raid-is-calm = Është qetë.
raid-no-level = Këtu nuk ka nivel { $level }; më i larti është { $highest }. Nivelet shkruhen te storm: në skedarin e konfigurimit.
raid-too-long = Më së shumti { $longest }.
raid-status = Stuhia { $number }, niveli { $level }; shikoj përsëri pas { $left }. { $count ->
    [0] Nuk erdhi askush.
    [one] Erdhi një njeri.
   *[other] Erdhën { $count } njerëz.
}
incident-unknown = Nuk ka raport për një stuhi të tillë.
ability-lost = Në { $where } ({ $space }) nuk më lejohet më të { $ability }. Nuk provoj më derisa të ndryshojnë të drejtat e mia.
ability-delete = fshij mesazhe
ability-mute = vë njerëz në heshtje
ability-kick = nxjerr njerëz
ability-ban = përjashtoj njerëz
ability-rights = ndryshoj çfarë lejohet për të gjithë
ability-pace = vendos ritmin e ngadaltë
ability-admit = përgjigjem kërkesave për hyrje
ability-roles = jap role
ability-remove-thread = heq tema
ability-threads = hap e mbyll tema
ability-filter = vendos filtrin e platformës
greeting-wave = { $count ->
    [one] Mirë se erdhët në komunitetin { $community }!
   *[other] Mirë se erdhët në komunitetin { $community }, ju të { $count }!
}
