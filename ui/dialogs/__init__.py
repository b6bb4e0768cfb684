"""The only modal things: choosers of file names, and saving what was made. No questions are asked modally."""
