"""The workspace Control: when the next look is due. No before and after yet."""
