"""Sessions as JSON files: one file each, locks, atomic replacement."""
