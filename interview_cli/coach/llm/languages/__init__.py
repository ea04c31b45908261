"""Rules for questions, a file for each language that is told by its words."""
