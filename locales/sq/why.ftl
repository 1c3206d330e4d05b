# Pse: përgjigjja e çdo filtri për ekipin, dhe ajo që i takon anëtarit. Emrat e filtrave janë si në konfigurim.
command-why = Shihni pse: rasti juaj, ose për ekipin çdo rast a mesazh
command-check = Gjykoni një mesazh me filtrat e tanishëm; nuk bëhet asgjë
menu-check = Çfarë thonë filtrat?
why-head = Rasti { $case }: { $who }
why-check-head = Kështu e gjykojnë filtrat mesazhin tani. Nuk bëhet asgjë.
why-fired-on = ● Filtri { $rule } ({ $trigger }, rreshti { $line }): vepron
why-fired-watch = ○ Filtri { $rule } ({ $trigger }, rreshti { $line }): do të vepronte, por vetëm vëzhgon
why-fired-failed = ● Filtri { $rule } ({ $trigger }, rreshti { $line }): dështoi, dhe atëherë i mban mesazhet
why-found = u gjet: «{ $found }»
why-found-at = u gjet: «{ $found }», shenjat { $start }–{ $end }
why-words-gone = u gjet: nuk ruhet më
why-read-as = u lexua si: «{ $read }»
why-word = shkrimi: { $how }; forca: { $strength }
why-score = pikët: { $score }
why-count = u numëruan: { $seen }; kufiri është { $most } në këtë kohë: { $within }
why-how-plain = i zakonshëm
why-how-inside = brenda një fjale më të gjatë
why-how-split = në dy pjesë
why-how-leet = me shifra ose shenja në vend të shkronjave
why-how-stretched = i zgjatur
why-how-masked = me shkronja të mbuluara
why-how-backwards = së prapthi
why-how-doubled = me shkronja të dyfishuara
why-how-other-letters = me shkronja të një alfabeti tjetër
why-how-marked-up = me formatim brenda
why-how-upside-down = përmbys
why-how-cut = pa një shkronjë
why-severity-mild = e lehtë
why-severity-medium = mesatare
why-severity-strong = e lartë
why-none-fired = Asnjë filtër nuk vepron.
why-passed-clean = Nuk gjetën asgjë: { $rules }
why-passed-abstained = Nuk e njohin këtë gjuhë: { $rules }
why-passed-off = Të çaktivizuar: { $rules }
why-passed-spared = Nuk vlejnë për këtë person: { $rules }
why-passed-not-here = Nuk shohin këtë vend, këta njerëz ose në këtë orë: { $rules }
why-passed-broken = Dështuan dhe e lanë të kalojë: { $rules }
why-passed-given-up = Të lëna mënjanë, sepse dështuan disa herë: { $rules }
why-strikes = Pikë më parë: { $prior }; të shtuara: { $added }
why-config = Versioni i konfigurimit: { $version }
why-by-hand = Këtë e vendosi një njeri; asnjë filtër nuk u pyet.
why-not-kept = Për këtë rast nuk u ruajt shpjegim.
why-which = Për cilin rast? Jepni numrin e tij ose përdoreni komandën te një mesazh.

# Çfarë lexon anëtari për rastin e vet, nën njoftimin që mori.
why-none = Këtu nuk ka rast për ju.
why-mine-found = Çfarë u gjet në mesazhin tuaj: «{ $found }»
why-mine-many = Në kohë të shkurtër erdhën tepër mesazhe, ose disa herë i njëjti.
why-mine-held = Mesazhi juaj nuk mund të kontrollohej, prandaj u mbajt.

# Butoni për ekipin dhe çfarë vijon prej tij.
button-was-fine = Ishte në rregull
fine-done = Rasti { $case } u anulua me rastin { $by }. Kjo numërohet kundër filtrit.
precision-low = Filtri { $rule } gabon shpesh. Vendime të anuluara: { $overturned } nga { $verdicts }. A të vëzhgojë vetëm tani për tani?
button-watch = Vetëm vëzhgo
watching-now = Filtri { $rule } tani vetëm vëzhgon.
