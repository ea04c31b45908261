"""What the other packages read English with: tokens, stems, word lists."""
