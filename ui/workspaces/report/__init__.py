"""The workspace Report: what management gets, as it will be printed. The report itself is not made here."""
