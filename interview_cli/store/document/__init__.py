"""The document of a session, as every store keeps it: its form, its versions, its summary."""
