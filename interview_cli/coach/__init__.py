"""The coaches: each gets facts and returns a typed reply."""
