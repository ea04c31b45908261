"""Who does the thinking: facts in, typed reply out."""
