"""Small building blocks of the window, styled by the style sheet's `kind` property."""
