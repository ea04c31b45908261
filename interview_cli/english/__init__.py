"""Tools for reading English: rules, tokens, stems, word lists."""
