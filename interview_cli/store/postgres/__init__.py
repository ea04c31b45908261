"""Keep each session in a row of PostgreSQL, for many users on several machines."""
