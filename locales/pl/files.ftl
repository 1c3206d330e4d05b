file-part = To część { $part } z { $of }; całość była za duża na jedną wiadomość: { $file }
file-too-large = Jest tego za dużo, nawet po spakowaniu i podzieleniu. Zapytaj osoby prowadzące bota: mogą to pobrać na swoim komputerze.
