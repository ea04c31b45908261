"""Store sessions, and what earlier runs learnt about endpoints."""
