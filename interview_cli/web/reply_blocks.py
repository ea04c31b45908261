"""Split a reply of the job-post agent, which is plain text and Markdown, into what a page shows."""

from dataclasses import dataclass
from itertools import groupby

_KINDS = {"#": "heading", "-": "list"}


@dataclass(frozen=True)
class Block:
    """Neighbouring lines of one kind, without their marks."""

    kind: str
    """`heading`, which has one line, `list` or `text`."""
    lines: tuple[str, ...]


def split_blocks(reply: str) -> list[Block]:
    """Split a reply at its headings, lists and empty lines."""
    blocks: list[Block] = []
    for kind, lines in groupby(reply.split("\n"), _find_kind):
        stripped = tuple(line.lstrip("#- ") if kind != "text" else line for line in lines)
        if kind == "heading":
            blocks += [Block(kind, (line,)) for line in stripped]
        elif kind:
            blocks.append(Block(kind, stripped))
    return blocks


def _find_kind(line: str) -> str:
    if not line.strip():
        return ""
    first, space, _rest = line.partition(" ")
    return _KINDS.get(first[:1], "text") if space and not first.strip("#-") else "text"
