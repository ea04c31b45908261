"""Practise a job interview in the terminal. This module holds the version only."""

__version__ = "0.1.0"
