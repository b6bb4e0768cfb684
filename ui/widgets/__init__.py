"""Small building blocks, styled by the style sheet's `kind` property. No record is changed here."""
