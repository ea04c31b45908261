"""Read an answer: its sentences, STAR elements and quotes; whether it is a non-answer; criteria."""
