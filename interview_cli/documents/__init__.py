"""Read a CV or job description file as text."""
