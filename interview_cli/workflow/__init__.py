"""Decide what may happen next, without knowing terminals or models."""
