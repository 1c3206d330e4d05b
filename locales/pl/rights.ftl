# Co słyszy zespół, gdy botowi brakuje uprawnienia, którego potrzebuje reguła. $rules to nazwy reguł z ich wierszami
# w konfiguracji, $right to nazwa uprawnienia w komunikatorze.
rights-head = Niektóre reguły nie mogą tu zrobić tego, co mówi konfiguracja, bo brakuje mi uprawnień. Poza tym działają dalej.
rights-lack = { $rules }: potrzebne uprawnienie „{ $right }”
rights-remedy-discord = Można mi je nadać: Ustawienia serwera → Role → moja rola. Na pojedynczych kanałach liczą się też ich własne uprawnienia.
rights-remedy-telegram = Można mi je nadać w ustawieniach grupy → Administratorzy.
