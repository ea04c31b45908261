"""What the offline coach understands of a job post in the making, and what it asks."""
