"""What an answer contains: sentences, STAR elements, quotes, non-answers, criteria."""
