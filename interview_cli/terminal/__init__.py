"""What is drawn and typed on a terminal: the only importer of rich and prompt_toolkit."""
