"""What stands beside the table: need for action, scatter, groups, explanations. No answer is entered here."""
