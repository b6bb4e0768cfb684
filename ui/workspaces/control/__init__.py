"""Control: when the next look is due; before and after come later."""
