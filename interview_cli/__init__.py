"""Practise a job interview in the terminal; the version is all that lives here."""

__version__ = "0.1.0"
