"""How well the requirements of a job ad are read, and their support in a CV: against hand marks.

Recall: marked must-haves that the program found, and called must-haves. Precision: what the program
found that somebody marked. A finding is a mark's when it holds three fifths of the words that carry
meaning of the mark, and has at most thirty words; so a whole paragraph is no finding.

Run it with `make bench`; `--misses` prints what was missed and what was made up, of the tuning half
alone.
"""

import sys

from benchmarks.ads import HALVES, Marked, ads, pairs
from interview_cli.english.words import content_stems, tokens
from interview_cli.requirements.cv_evidence import supporting_lines
from interview_cli.requirements.extract import Requirement, find_requirements

_SHARE = 0.6
_MOST_WORDS = 30


def is_of(found: Requirement, mark: Marked) -> bool:
    wanted = content_stems(mark.words) or set(mark.words.lower().split())
    told = content_stems(found.text) or set(found.text.lower().split())
    return len(tokens(found.text)) <= _MOST_WORDS and len(wanted & told) >= _SHARE * len(wanted)


def measure(half: str, misses: bool) -> None:
    musts = hit = found_as_must = right = made = 0
    for ad in ads(half):
        found = find_requirements(ad.text)
        for mark in (mark for mark in ad.marked if mark.must):
            same = [one for one in found if is_of(one, mark)]
            musts += 1
            hit += bool(same)
            found_as_must += any(one.must for one in same)
            if misses and not any(one.must for one in same):
                print(f"  {ad.name}: missed{' as must' if same else ''}: {mark.words}")
        good = [one for one in found if any(is_of(one, mark) for mark in ad.marked)]
        right, made = right + len(good), made + len(found)
        for one in (one for one in found if misses and one not in good):
            print(f"  {ad.name}: made up: {one.text}")
    print(
        f"{half:9} must-haves: recall {found_as_must / musts:.2f} (found at all {hit / musts:.2f}, "
        f"of {musts}), precision {right / made:.2f} (of {made}), on {len(ads(half))} ads"
    )


def measure_support(half: str, misses: bool) -> None:
    """Whether the CV supports each requirement, and by the line that the reader chose."""
    agree = same_line = supported = total = 0
    for pair in pairs(half):
        for words, line in pair.support.items():
            lines = supporting_lines(words, pair.cv, words)
            total += 1
            agree += bool(lines) == bool(line)
            supported += bool(line)
            same_line += bool(line) and any(_same(line, one) for one in lines[:3])
            if misses and bool(lines) != bool(line):
                print(f"  {pair.cv_name}/{pair.ad.name}: {words!r}: {line!r} but {lines[:1]}")
    print(
        f"{half:9} support in the CV: agrees on {agree / total:.2f} of {total}; "
        f"the reader's line among the first three {same_line / supported:.2f} of {supported}"
    )


def _same(marked: str, found: str) -> bool:
    wanted = content_stems(marked)
    return len(wanted & content_stems(found)) >= _SHARE * len(wanted)


def main() -> None:
    for half in HALVES:
        misses = "--misses" in sys.argv and half == "tuning"
        measure(half, misses)
        measure_support(half, misses)


if __name__ == "__main__":
    main()
