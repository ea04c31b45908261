"""Measure what of a job ad becomes a phrase, against a reader's list (`questions/asked.toml`).

- Recall: the share of what the reader would ask about, or see proved, for which there is a phrase.
- Precision: the share of the phrases that are about something on the reader's list.

`--all` prints every phrase of the tuning ads in its sentence, to be read aloud.
"""

import sys
import tomllib
from pathlib import Path

from benchmarks.ads import load_ads
from interview_cli.english.words import content_stems, tokenize
from interview_cli.requirements.extract import find_requirements
from interview_cli.requirements.requirement import Requirement

_FOLDER = Path(__file__).parent / "questions"
_MIN_SHARE = 0.5


def load_asked() -> dict[str, list[str]]:
    """Return what the reader listed for each tuning pair, by the name of its file."""
    lists = tomllib.loads((_FOLDER / "asked.toml").read_text("utf-8"))
    return {name: [*entry["papers"], *entry["asked"]] for name, entry in lists.items()}


def load_pair_ads() -> dict[str, str]:
    """Return the job ads of the tuning pairs, by the name of the file."""
    files = sorted((_FOLDER / "tuning").glob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text("utf-8"))["job"] for file in files}


def is_about(phrase: str, entry: str) -> bool:
    """Return whether a phrase names at least half of an entry, or an entry most of a phrase."""
    said = _find_stems(phrase)
    listed = _find_stems(entry)
    shared = len(said & listed)
    return shared > 0 and (shared >= _MIN_SHARE * len(listed) or shared >= _MIN_SHARE * len(said))


def _find_stems(text: str) -> frozenset[str]:
    return content_stems(text) or frozenset(word.lower() for word in tokenize(text))


def find_phrases(ad: str) -> list[Requirement]:
    """Return the requirements of an ad that can be asked about."""
    return [need for need in find_requirements(ad) if need.is_askable]


def print_figures() -> None:
    """Print precision and recall, and what was missed or should not be asked."""
    listed = found = phrases = right = 0
    ads = load_pair_ads()
    for name, entries in load_asked().items():
        said = [str(need.phrase) for need in find_phrases(ads[name])]
        missed = [entry for entry in entries if not any(is_about(p, entry) for p in said)]
        wrong = [phrase for phrase in said if not any(is_about(phrase, e) for e in entries)]
        listed, found = listed + len(entries), found + len(entries) - len(missed)
        phrases, right = phrases + len(said), right + len(said) - len(wrong)
        if "--misses" in sys.argv:
            for text in missed:
                print(f"  {name}: no phrase for: {text}")
            for text in wrong:
                print(f"  {name}: not on the list: {text}")
    print(
        f"phrases of {len(ads)} ads: recall {found / listed:.2f} of {listed} listed, precision "
        f"{right / phrases:.2f} of {phrases}"
    )


def print_phrases() -> None:
    """Print each phrase in its sentence."""
    ads = load_pair_ads() | {ad.name: ad.text for ad in load_ads("tuning")}
    for name, ad in ads.items():
        for need in find_phrases(ad):
            print(f"{name}: The job asks for {need.phrase}. Tell me about it.")


def main() -> None:
    print_figures()
    if "--all" in sys.argv:
        print_phrases()


if __name__ == "__main__":
    main()
