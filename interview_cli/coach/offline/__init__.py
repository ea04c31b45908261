"""The embedded coach: rules and word lists, no network."""
