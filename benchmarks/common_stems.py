"""Find the stems that answers of all trades share: `python -m benchmarks.common_stems`.

It writes `coach/offline/common_stems.toml`. A word that many tuning answers have ("asked", "week",
"customer") does not show what an answer is about.
"""

from collections import Counter
from pathlib import Path
from textwrap import fill

from benchmarks.answers import load_answers
from interview_cli.coach.offline import relatedness
from interview_cli.english.words import content_stems

FILE = Path(relatedness.__file__).with_name("common_stems.toml")
_COMMON_SHARE = 0.02
"""Of the answers. With it, one of 72 good answers to a question of its own role shares at most one
rare word with question, ad, CV and trade without being a plan; of answers of other trades 61 %."""


def find_common_stems() -> list[str]:
    """Return the first letters of stems that at least 2 % of the tuning answers have, sorted."""
    answers = load_answers("tuning")
    counts = Counter(
        stem for answer in answers for stem in relatedness.cut_stems(content_stems(answer.answer))
    )
    return sorted(stem for stem, count in counts.items() if count >= _COMMON_SHARE * len(answers))


def format_stems() -> str:
    lines = fill(" ".join(find_common_stems()), 100, break_on_hyphens=False)
    return f'# Made by `python -m benchmarks.common_stems`.\nstems = """\n{lines}\n"""\n'


def main() -> None:
    FILE.write_text(format_stems(), "utf-8")


if __name__ == "__main__":
    main()
