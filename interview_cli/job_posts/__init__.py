"""Recognise the contents of a job post in an employer's words, and check and word the post."""
