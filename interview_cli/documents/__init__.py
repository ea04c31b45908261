"""A CV or job description file → text."""
