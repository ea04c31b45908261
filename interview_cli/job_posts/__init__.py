"""What a job post contains: terms, pay, places, titles, skills, and whether it was said."""
