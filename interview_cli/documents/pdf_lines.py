"""Make lines of text from the letters of a page."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from interview_cli.documents.layout import Line
from interview_cli.documents.pdf_glyphs import Glyph, turn_back
from interview_cli.documents.right_to_left import is_mark, is_right_to_left, order_letters
from interview_cli.english.bullets import is_bullet

_MAX_GAP = 1.2
"""A wider blank, in sizes of the letters, separates columns."""
_WORD_GAP = 0.14
"""A wider blank, in sizes of the letters, separates words. MuPDF uses 0.15, pdfminer.six 0.1."""
_MAX_BULLET_GAP = 5.0
"""A bullet belongs to a text that is at most so many heights of the line away."""
_MAX_BLOCK_GAP = 1.0
"""Lines at the side of a page with a gap of fewer heights between them are read together."""
_MIN_OVERLAP = 0.5
"""Letters of a line share at least this part of their height."""
_NEAR_PT = 0.1
"""Letters whose places differ by less begin at the same place."""
_MIN_SPACED_LETTERS = 5
"""So many single letters in a row are one word with spaces in it."""
_SPACED_MARKS = frozenset("&/+-\u2013'\u2019.,:")
"""Marks that stand among letters with spaces between them."""
_WIDE_GAP = 1.4
"""Between the words of letter-spaced text, the way to the next letter is this many times longer."""
_SPACED_PITCH = 0.9
"""Letters this far apart, in sizes of the letters, are letter-spaced."""
_MAX_SPACED_GAP = 2.6
"""A wider blank, in ways from letter to letter, separates columns of letter-spaced text."""


@dataclass(slots=True)
class _Row:
    glyphs: list[Glyph]
    left: float
    right: float
    top: float
    bottom: float

    def accepts(self, other: "_Row") -> bool:
        """Whether the other row continues this one, without a gap between columns."""
        lowest, highest = min(self.bottom, other.bottom), max(self.top, other.top)
        height = min(self.bottom - self.top, other.bottom - other.top)
        if lowest - highest < _MIN_OVERLAP * height:
            return False
        gap = max(self.left, other.left) - min(self.right, other.right)
        return gap <= self._find_most_gap(max(self.glyphs[-1].size, other.glyphs[0].size))

    def _find_most_gap(self, size: float) -> float:
        pitch = (self.right - self.left) / len(self.glyphs)
        is_spaced = len(self.glyphs) > 2 and pitch > _SPACED_PITCH * size
        return max(_MAX_GAP * size, _MAX_SPACED_GAP * pitch if is_spaced else 0)

    def continues_with(self, glyph: Glyph) -> bool:
        """Whether a letter is the next of this line, which most letters are."""
        last = self.glyphs[-1]
        gap = glyph.left - last.right
        is_level = abs(glyph.baseline - last.baseline) < 0.1
        return is_level and -last.size / 2 < gap <= _MAX_GAP * last.size

    def append(self, glyph: Glyph) -> None:
        self.glyphs.append(glyph)
        if glyph.right > self.right:
            self.right = glyph.right
        if glyph.left < self.left:
            self.left = glyph.left

    def add(self, other: "_Row") -> None:
        self.glyphs += other.glyphs
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)
        self.top, self.bottom = min(self.top, other.top), max(self.bottom, other.bottom)


def make_lines(glyphs: Sequence[Glyph]) -> list[Line]:
    """Return the lines of a page, in the frame in which most of its letters run.

    Lines in another direction, at the side of the page, are put above the line that begins beside
    them, in their own order.
    """
    turns = Counter(glyph.turn for glyph in glyphs if glyph.text.isalnum())
    if not turns:
        return []
    main, *others = [turn for turn, _ in turns.most_common()]
    lines = _make_lines_of(glyphs, main)
    for turn in others:
        for block in _find_blocks(_make_lines_of(glyphs, turn)):
            lines += _put_above([_turn_line(line, turn, main) for line in block], lines)
    return lines


def _find_blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in groups that stand close under one another, each from top to bottom."""
    blocks: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.top):
        height = line.bottom - line.top
        for block in blocks:
            last = block[-1]
            is_under = min(last.right, line.right) > max(last.left, line.left)
            if is_under and line.top - last.bottom < _MAX_BLOCK_GAP * height:
                block.append(line)
                break
        else:
            blocks.append([line])
    return blocks


def _turn_line(line: Line, turn: int, main: int) -> Line:
    """Return a line with its box in the frame of the main direction."""
    relative = (turn - main) % 360
    x0, y0 = turn_back(line.left, line.top, relative)
    x1, y1 = turn_back(line.right, line.bottom, relative)
    return Line(min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1), line.text)


def _put_above(block: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a block, moved above the first of those that stand beside it."""
    top, bottom = min(line.top for line in block), max(line.bottom for line in block)
    beside = [other for other in lines if other.bottom > top and other.top < bottom]
    if beside:
        first = min(beside, key=lambda other: (other.top, other.left))
        left, top, step = first.left, first.top, 0.6 * (first.bottom - first.top) / len(block)
        top -= step * len(block)
    else:
        left, step = block[0].left, 10.0
    return [
        replace(
            line,
            left=left,
            right=left + line.right - line.left,
            top=top + step * number,
            bottom=top + step * (number + 1),
        )
        for number, line in enumerate(block)
    ]


def _make_lines_of(glyphs: Sequence[Glyph], turn: int) -> list[Line]:
    rows = _join_rows(_split_runs(glyph for glyph in glyphs if glyph.turn == turn))
    lines = []
    for row in rows:
        text = _read_row(row.glyphs)
        if text.strip():
            lines.append(Line(row.left, row.right, row.top, row.bottom, text))
    return list(_join_bullets(lines))


def _join_bullets(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines with each bullet that stands alone put before the text at its right."""
    marks = [line for line in lines if is_bullet(f"{line.text.strip()} ") and len(line.text) < 4]
    used: dict[int, Line] = {}
    for mark in marks:
        middle = (mark.top + mark.bottom) / 2
        beside = [
            line
            for line in lines
            if line.top <= middle <= line.bottom
            and 0 <= line.left - mark.right <= _MAX_BULLET_GAP * (line.bottom - line.top)
            and line not in marks
        ]
        if beside:
            used[id(min(beside, key=lambda line: line.left))] = mark
    joined = {id(mark) for mark in used.values()}
    for line in lines:
        if id(line) in used:
            mark = used[id(line)]
            yield replace(line, left=mark.left, text=f"{mark.text.strip()} {line.text.lstrip()}")
        elif id(line) not in joined:
            yield line


def _split_runs(glyphs: Iterator[Glyph]) -> Iterator[_Row]:
    """Yield the runs of letters that are drawn one after the other in one line."""
    run: _Row | None = None
    for glyph in glyphs:
        if run is not None and run.continues_with(glyph):
            run.append(glyph)
            continue
        if run is not None:
            yield run
        run = _Row([glyph], glyph.left, glyph.right, glyph.top, glyph.bottom)
    if run is not None:
        yield run


def _join_rows(runs: Iterator[_Row]) -> list[_Row]:
    """Join the runs that stand side by side in one line, in whatever order they are drawn."""
    rows: list[_Row] = []
    for run in sorted(runs, key=lambda run: (run.left, run.top)):
        row = next((row for row in reversed(rows) if row.accepts(run)), None)
        if row is None:
            rows.append(run)
        else:
            row.add(run)
    return rows


def _read_row(glyphs: Sequence[Glyph]) -> str:
    ordered = sorted(glyphs, key=lambda glyph: glyph.left)
    ordered = _drop_empty_spaces(_join_marks(ordered))
    letters = [ordered[0].text]
    for before, glyph in pairwise(ordered):
        is_new_word = glyph.left - before.right > _WORD_GAP * max(before.size, glyph.size)
        if is_new_word and not (before.text.isspace() or glyph.text.isspace()):
            letters.append(" ")
        letters.append(glyph.text)
    return _join_spaced(order_letters(letters), ordered)


def _join_marks(glyphs: list[Glyph]) -> list[Glyph]:
    """Return the letters of a line with each accent or vowel sign after its own letter.

    It belongs to the letter before it; in text that runs from right to left, where it may be drawn
    first, to the letter under it.
    """
    if not any(map(is_mark, (glyph.text for glyph in glyphs))):  # most lines
        return glyphs
    letters = [glyph for glyph in glyphs if not is_mark(glyph.text)]
    marks = [glyph for glyph in glyphs if is_mark(glyph.text)]
    for mark in marks:
        near = [
            place for place, letter in enumerate(letters) if letter.left <= mark.left + _NEAR_PT
        ]
        if not near:
            letters.insert(0, mark)
            continue
        place = near[-1]
        letter = letters[place]
        if not is_right_to_left(letter.text) and place and letter.left >= mark.left:
            place -= 1
            letter = letters[place]
        text = unicodedata.normalize("NFC", letter.text + mark.text)
        letters[place] = letter._replace(text=text, right=max(letter.right, mark.right))
    return letters


def _drop_empty_spaces(glyphs: list[Glyph]) -> list[Glyph]:
    """Return letters without the spaces that take no room, as which soft hyphens may be drawn."""
    return [
        glyph
        for place, glyph in enumerate(glyphs)
        if not glyph.text.isspace()
        or all(
            other.text.isspace() or abs(other.left - glyph.left) > _NEAR_PT
            for other in glyphs[max(0, place - 1) : place + 2]
        )
    ]


def _join_spaced(text: str, glyphs: Sequence[Glyph]) -> str:
    """Return text with words for letters that have spaces between them: S K I L L S."""
    words = text.split()
    letters_alone = sum(map(_is_letter, words))
    if letters_alone < _MIN_SPACED_LETTERS or not all(map(_is_spaced, words)):
        return text
    if "  " in text.strip():
        return " ".join(word.replace(" ", "") for word in text.split("  ") if word.strip())
    places = [place for place, glyph in enumerate(glyphs) if not glyph.text.isspace()]
    letters = [glyphs[place] for place in places]
    blanks = [after - before > 1 for before, after in pairwise(places)]
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    ways = [after.left - before.left for before, after in pairwise(letters)]
    usual_gap, usual_way = median(gaps), median(ways)
    has_word_spaces = any(blanks) and sum(blanks) < len(blanks) / 2
    joined = letters[0].text
    for blank, gap, way, letter in zip(blanks, gaps, ways, letters[1:], strict=True):
        is_wide = gap > _WIDE_GAP * usual_gap and way > _WIDE_GAP * usual_way
        is_new_word = blank if has_word_spaces else is_wide
        joined += (" " if is_new_word else "") + letter.text
    return joined


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def _is_spaced(word: str) -> bool:
    return _is_letter(word) or word in _SPACED_MARKS
