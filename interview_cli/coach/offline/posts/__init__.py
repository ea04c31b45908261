"""How the offline coach reads an employer's message about a job post."""
