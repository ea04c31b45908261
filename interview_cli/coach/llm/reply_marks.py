"""Marks in a reply that plain words do not have: Markdown, tags, tokens, parts of the request."""

from interview_cli.coach.llm.rules import find_pattern, has_match


def strip_markdown(text: str) -> str:
    """Remove fences, the marks of headings and those of emphasis."""
    for mark in ("fence", "heading"):
        text = find_pattern("question_cleaning", mark).sub("", text)
    emphasis = find_pattern("question_cleaning", "emphasis")
    return emphasis.sub(lambda found: next(filter(None, found.groups()), ""), text)


def has_scaffolding(text: str, fence: str) -> bool:
    """Return whether a text contains a part of the request, or the marker of its fences, whatever
    stands between its characters."""
    has_marker = fence.casefold() in "".join(filter(str.isalnum, text)).casefold()
    return has_marker or has_match("question_check", "scaffolding", text)


def has_markup(text: str, data: str) -> bool:
    """Return whether there are tags, tokens or placeholders that are not quoted from `data`."""
    found = (
        match[0]
        for group in ("markup", "placeholder")
        for match in find_pattern("question_check", group).finditer(text)
    )
    return not all(mark in data for mark in found)
