"""Keep each session in a JSON file, with locks and atomic replacement."""
