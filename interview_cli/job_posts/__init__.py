"""What a job post contains: terms, pay, places, grounding, confirmation, quality."""
