# Çfarë lexojnë anëtarët.
rating-ask = Biseda juaj me numrin { $number } me ekipin e komunitetit { $community } mbaroi. Si ishte? Përgjigjen tuaj e sheh vetëm ekipi.
rating-thanks = Faleminderit që na e thatë.
rating-form = Si ishte?
rating-form-text = Çfarë doni të thoni për të?
rating-may-show = A mund t’ua tregojë komuniteti { $community } të tjerëve pikërisht këto fjalë, pa emrin tuaj? Pëlqimin mund ta tërhiqni kurdo.
rating-shown = Faleminderit. Fjalët tuaja mund të tregohen, pa emër, derisa ta tërhiqni pëlqimin.
rating-not-shown = Mirë: fjalët tuaja i lexon vetëm ekipi.
rating-words-back = U krye: askush nuk mund t’i tregojë më fjalët tuaja dhe unë nuk i ruaj.
button-rate-good = 🙂 Mirë
button-rate-fair = 😐 Disi
button-rate-bad = 🙁 Keq
button-rate-more = Thuaj më shumë
button-may-show = Po, tregojini
button-may-not-show = Jo
button-words-back = Tërhiq fjalët e mia

# Çfarë lexojnë drejtuesit.
satisfaction-head = Në vitin e fundit u pyetën { $asked } herë si ishte; u përgjigjën { $rated }.
satisfaction-line = { $what }: { $good } mirë · { $fair } disi · { $bad } keq
satisfaction-all = Gjithsej
satisfaction-categories = Sipas kategorisë:
satisfaction-months = Sipas muajit:
satisfaction-none = Në vitin e fundit nuk u pyet askush.
review-line = Numri { $number }, { $month }:
review-none = Nuk ka fjalë që mund të tregohen.
review-unknown = Nuk ka vlerësim me numrin { $number } që mund të tregohet.
review-withdrawn = Vlerësimi { $number } nuk mund të tregohet më. Ju lutem, hiqeni kudo ku e keni treguar.

# Komandat.
command-satisfaction = Shihni sa të kënaqur ishin anëtarët, sipas kategorisë dhe muajit
command-reviews = Lexoni fjalë anëtarësh që mund të tregohen, ose hiqni njërat
param-remove = Numri i vlerësimit që autori do ta heqë
