# What staff hear when the bot lacks a right that a rule needs. $rules are names of rules with their lines in the config,
# $right is what the messenger calls the right.
rights-head = Niektóre reguły nie mogą tu zrobić tego, co mówi konfiguracja, bo brakuje mi uprawnień. Poza tym działają dalej.
rights-lack = { $rules }: potrzebne uprawnienie „{ $right }”
rights-remedy-discord = Można mi je nadać: Ustawienia serwera → Role → moja rola. Na pojedynczych kanałach liczą się też ich własne uprawnienia.
rights-remedy-telegram = Można mi je nadać w ustawieniach grupy → Administratorzy.
