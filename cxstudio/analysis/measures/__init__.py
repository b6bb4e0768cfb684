"""How measures stand. What they cost and reach in words is said by `wording.figures`."""
