# Çfarë lexon ekipi kur botit i mungon një e drejtë që i duhet një filtri. $rules janë emra filtrash me rreshtat e tyre
# në konfigurim, $right është si e quan platforma të drejtën.
rights-head = Disa filtra nuk mund të bëjnë këtu atë që thotë konfigurimi, sepse më mungon një e drejtë. Pjesa tjetër vazhdon.
rights-lack = { $rules }: duhet e drejta «{ $right }»
rights-remedy-discord = Mund të ma jepni te cilësimet e serverit → rolet → roli im. Në kanale të veçanta vlejnë edhe lejet e tyre.
rights-remedy-telegram = Mund të ma jepni te cilësimet e grupit → Administratorët.
