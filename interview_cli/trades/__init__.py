"""What is known of lines of work: titles, tasks, terms, situations and questions of each trade."""
