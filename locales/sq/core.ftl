# Frazat e vetë botit. Çdo funksion ka skedarin e vet. Rregullat për përkthyesit: ../en/core.ftl
button-read = Lexoje

# Një rresht publik pa përmbajtje; butoni ia hap përgjigjen vetëm personit që pyeti.
line-something-for-you = Përgjigjja është gati. Mund ta hapë vetëm personi që pyeti.

# Pse platforma nuk e bëri: futet në një fjali si { $why }, me shkronjë të vogël dhe pa pikë.
refusal-forbidden = këtu nuk kam të drejtë ta bëj këtë
refusal-outranked = ky person ka këtu rang më të lartë se unë
refusal-gone = nuk është më aty
refusal-unreachable = këtij personi nuk mund t’i shkruhet privatisht
refusal-unsupported = kjo platformë nuk e lejon këtë
refusal-too-late = tani është tepër vonë për këtë
refusal-too-large = skedari është tepër i madh për t’u përcjellë

# Përgjigje për atë që nuk mund të bëhet. { $usage } tregon si shkruhet komanda.
error-rank = Këtë mund ta bëjë vetëm ekipi i atij grupi.
error-default-deny = Nuk e di kush po e kërkon, prandaj nuk do ta bëj.
error-unknown-command = Nuk e njoh /{ $name }. Me /help shihni gjithçka që di të bëj.
error-missing-argument = Mungon diçka: { $param } ({ $what }). Shkruhet kështu: { $usage }
error-wrong-argument = «{ $given }» nuk shkon këtu: { $param } ({ $what }). Shkruhet kështu: { $usage }
error-button-stale = Ky buton nuk funksionon më. Ju lutem, filloni nga e para.
error-button-not-yours = Ky buton është për dikë tjetër.
error-outranked = Këtë mund t’ua bëni vetëm atyre që kanë këtu rang më të ulët se ju.
error-untouchable = Kjo llogari nuk mund të ndëshkohet: i përket ekipit ose vetë platformës.
error-self = Këtë nuk mund t’ia bëni vetes.
error-not-here = Kjo funksionon vetëm në grup.
error-broken = Diçka shkoi keq nga ana jonë. Nëse është e rëndësishme, jepini ekipit këtë numër: { $id }
error-target-unknown = Nuk e gjej dot këtu këtë person.

# Nën një pyetje të formularit që mund të mbetet pa përgjigje.
form-optional = (Nëse nuk dëshironi ta thoni, dërgoni një vizë: -)

# Qëndron para një përgjigjeje që ndoshta ka mbërritur tashmë.
answer-repeat = (përsëritje)
