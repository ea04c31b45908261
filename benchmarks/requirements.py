"""Measure how well the requirements of a job ad, and their support in a CV, are found.

A finding matches a mark if it has at least three fifths of the mark's meaningful words, and at most
thirty words, so that whole paragraphs do not count.

- Recall: the share of the marked must-haves that were found as must-haves.
- Precision: the share of the findings that a reader marked.

Run it with `make bench`. `--misses` prints what was missed and what was found wrongly in the tuning
half.
"""

import sys
from collections.abc import Sequence

from benchmarks.ads import HALVES, Ad, CvAdPair, MarkedRequirement, load_ads, load_pairs
from interview_cli.english.words import content_stems, tokenize
from interview_cli.requirements.cv_evidence import find_supporting_lines
from interview_cli.requirements.extract import find_requirements
from interview_cli.requirements.requirement import Requirement

_MIN_SHARE = 0.6
_MAX_WORDS = 30
_LINES_COMPARED = 3


def is_finding_of(requirement: Requirement, mark: MarkedRequirement) -> bool:
    """Return whether a found requirement is the marked one."""
    wanted = content_stems(mark.words) or set(mark.words.lower().split())
    shared = wanted & (content_stems(requirement.text) or set(requirement.text.lower().split()))
    return len(tokenize(requirement.text)) <= _MAX_WORDS and len(shared) >= _MIN_SHARE * len(wanted)


def print_requirements(half: str) -> None:
    """Print recall and precision of the requirements found in the ads of a half."""
    ads = load_ads(half)
    must_count = found_count = found_as_must = right_count = finding_count = 0
    for ad in ads:
        findings = find_requirements(ad.text)
        for mark in (mark for mark in ad.marked if mark.is_must_have):
            same = [finding for finding in findings if is_finding_of(finding, mark)]
            must_count += 1
            found_count += bool(same)
            found_as_must += any(finding.is_must for finding in same)
        right_count += len(findings) - len(find_wrong(ad, findings))
        finding_count += len(findings)
    print(
        f"{half:9} must-haves: recall {found_as_must / must_count:.2f} (found at all "
        f"{found_count / must_count:.2f}, of {must_count}), precision "
        f"{right_count / finding_count:.2f} (of {finding_count}), on {len(ads)} ads"
    )


def find_wrong(ad: Ad, findings: Sequence[Requirement]) -> list[Requirement]:
    """Return the findings that no reader marked."""
    return [
        finding
        for finding in findings
        if not any(is_finding_of(finding, mark) for mark in ad.marked)
    ]


def print_support(half: str) -> None:
    """Print how often the reader agrees that a CV supports a requirement, and by which line."""
    agreed = same_line = supported = total = 0
    for pair in load_pairs(half):
        for words, line in pair.support.items():
            lines = find_supporting_lines(words, pair.cv, words)
            total += 1
            agreed += bool(lines) == bool(line)
            supported += bool(line)
            same_line += bool(line) and _has_line(lines[:_LINES_COMPARED], line)
    print(
        f"{half:9} support in the CV: agrees on {agreed / total:.2f} of {total}; the reader's line "
        f"among the first three {same_line / supported:.2f} of {supported}"
    )


def _has_line(lines: Sequence[str], marked: str) -> bool:
    wanted = content_stems(marked)
    return any(len(wanted & content_stems(line)) >= _MIN_SHARE * len(wanted) for line in lines)


def print_misses(half: str) -> None:
    """Print the must-haves that were missed, and the findings and supports that are wrong."""
    for ad in load_ads(half):
        findings = find_requirements(ad.text)
        for mark in (mark for mark in ad.marked if mark.is_must_have):
            same = [finding for finding in findings if is_finding_of(finding, mark)]
            if not any(finding.is_must for finding in same):
                print(f"  {ad.name}: missed{' as must' if same else ''}: {mark.words}")
        for finding in find_wrong(ad, findings):
            print(f"  {ad.name}: not marked: {finding.text}")
    for pair in load_pairs(half):
        _print_wrong_support(pair)


def _print_wrong_support(pair: CvAdPair) -> None:
    for words, line in pair.support.items():
        lines = find_supporting_lines(words, pair.cv, words)
        if bool(lines) != bool(line):
            print(f"  {pair.cv_name}/{pair.ad.name}: {words!r}: {line!r} but {lines[:1]}")


def main() -> None:
    for half in HALVES:
        print_requirements(half)
        print_support(half)
    if "--misses" in sys.argv:
        print_misses("tuning")


if __name__ == "__main__":
    main()
