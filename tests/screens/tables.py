"""What is pasted and imported for the pictures."""

CELLS = """Phase\tTouchpoint\tChannel\tDepartment\tCosts
Informieren\tAnruf vor dem Umzug\tTelefon\tKundenservice\t3
\tBrief mit allen Unterlagen\tPost\tVertrieb\t4
Einziehen\tErster Besuch\t\tNetz\t5
"""
TABLE = """Respondent;Website expectation;Website experience;Hotline expectation;Hotline experience;Comment
1;6;4;6;2;Dreimal verbunden
2;5;5;7;2;
3;6;k. A.;6;3;Freundlich, aber ohne Antwort
4;6;4;7;11;
"""
LIST = """Phase;Kontaktpunkt;Kanal;Fälle pro Jahr;Zitat;Ansprache
Informieren;Anruf vor dem Umzug;Telefon;1200;Frau Muster rief zurück;Sie
Einziehen;Erster Besuch;vor Ort;240;;Sie
Danach;Erste Rechnung;Post;2400;Nicht zu verstehen;du
"""
"""A list with a heading nobody knows, and a name in its free text."""
