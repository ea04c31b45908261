"""Judging an answer or a requirement, whichever coach is at work; pure."""
