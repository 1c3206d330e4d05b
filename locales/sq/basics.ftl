help-head = Ja çfarë mund të bëj për ju në komunitetin { $community }:
help-line = { $usage } – { $what }
help-foot = Mund t’i përgjigjeni edhe një mesazhi me /report, dhe moderatorët do ta shohin.
health = Jam mirë. Koha në punë: { $up }, me { $events ->
        [one] { $events } ngjarje
       *[other] { $events } ngjarje
    }.
health-faults = { $faults ->
        [one] Kam { $faults } gabim në regjistër
       *[other] Kam { $faults } gabime në regjistër
    }; hollësitë i gjen atje administratori i botit.
whoami = { $name }, rangu juaj këtu: { $rank }. Llogaria juaj tek unë: { $account }
rank-guest = mysafir
rank-member = anëtar
rank-trusted = anëtar i besuar
rank-helper = ndihmës
rank-moderator = moderator
rank-manager = drejtues
rank-owner = pronar
here = Ky rresht te «places» i jep këtij vendi rolin { $role }:
here-not-private = Ju lutem, më pyetni në grupin ose kanalin që duhet ta marrë rolin.
bind-how = Faleminderit për ftesën! Në atë grup unë hesht derisa të lidhet me komunitetin { $community }. Merreni kodin nga administratori i botit dhe shkruani në grup /bind me kodin.
bind-done = Tani ky grup i përket komunitetit { $community }.
bind-already = Ky grup i përket tashmë komunitetit { $community }.
bind-wrong-code = Ky nuk është kodi. Administratori i botit e merr kështu: python3 -m bot bind-code
bind-not-private = Ju lutem, shkruajeni këtë në grupin që doni të lidhni.
plain = { $text }
