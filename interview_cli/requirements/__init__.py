"""What a job ad asks for, and where a CV and answers support it."""
