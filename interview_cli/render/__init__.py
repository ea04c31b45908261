"""Models → text, tables, Markdown, PDF; nothing here prints."""
