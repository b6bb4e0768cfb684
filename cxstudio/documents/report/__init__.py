"""The report as PDF: a decision paper with its appendix. No figure is computed and no page broken here."""
