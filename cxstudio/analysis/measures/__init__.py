"""How measures stand. No words: what they cost and reach is said by `wording.figures`."""
