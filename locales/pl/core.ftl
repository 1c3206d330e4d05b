# Zwroty samego bota. Każda funkcja ma własny plik. Zasady dla tłumaczy: ../en/core.ftl
button-read = Przeczytaj

# Linia publiczna bez treści; przycisk otwiera odpowiedź tylko tej osobie, która pytała.
line-something-for-you = Odpowiedź jest gotowa. Otworzyć ją może tylko osoba, która pytała.

# Dlaczego komunikator odmówił: część zdania w miejscu { $why }, więc mała litera i bez kropki.
refusal-forbidden = nie mam tu do tego uprawnień
refusal-outranked = ta osoba ma tu wyższą rangę niż ja
refusal-gone = tego już tam nie ma
refusal-unreachable = do tej osoby nie da się napisać prywatnie
refusal-unsupported = ten komunikator na to nie pozwala
refusal-too-late = na to jest już za późno
refusal-too-large = plik jest za duży, żeby go przekazać

# Odpowiedzi na to, czego nie da się zrobić. { $usage } pokazuje, jak zapisać polecenie.
error-rank = To może zrobić tylko zespół tej grupy.
error-default-deny = Nie wiem, kto o to prosi, więc tego nie zrobię.
error-unknown-command = Nie znam polecenia /{ $name }. Wszystko, co potrafię, pokaże /help.
error-missing-argument = Czegoś brakuje: { $param } ({ $what }). Zapisuje się to tak: { $usage }
error-wrong-argument = „{ $given }” tu nie pasuje: { $param } ({ $what }). Zapisuje się to tak: { $usage }
error-button-stale = Ten przycisk już nie działa. Zacznij, proszę, od nowa.
error-button-not-yours = Ten przycisk jest dla kogoś innego.
error-outranked = Możesz to zrobić tylko wobec osób, które mają tu niższą rangę.
error-untouchable = Tego konta nie można ukarać: należy do zespołu albo do samego komunikatora.
error-self = Nie możesz tego zrobić wobec siebie.
error-not-here = To działa tylko w grupie.
error-broken = Coś poszło nie tak po naszej stronie. Jeśli to ważne, podaj komuś z zespołu ten numer: { $id }
error-target-unknown = Nie mogę tu znaleźć tej osoby.

# Pod pytaniem formularza, które może zostać bez odpowiedzi.
form-optional = (Jeśli wolisz tego nie podawać, wyślij myślnik: -)

# Stoi przed odpowiedzią, która mogła już dotrzeć.
answer-repeat = (powtórzenie)
