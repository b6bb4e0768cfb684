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
