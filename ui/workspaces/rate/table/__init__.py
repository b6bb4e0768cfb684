"""The table of answers: model, view, cells, entry by keys, paste, paper. Who may set an answer is not decided here."""
