"""The words of padding: `python -m benchmarks.filler` writes `answers/filler.toml`.

`filler/tuning.txt` has sentences that fit any answer to any question, written for this by language
models; a word that stands in a greater share of them than of the sentences of good answers tells
nothing about a case. Of those in `filler/held-out.txt`, which gave no words, the share is
printed that would still pass for something told, beside the share of real sentences that do.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import fill

from benchmarks.answers import HALVES, answers
from benchmarks.ratings import score
from interview_cli.answers import sentences as telling
from interview_cli.answers.sentences import Sentence, told_in

FILE = Path(telling.__file__).with_name("filler.toml")
GOOD = 3.0
"""Of five points: answers from here on count as good."""
_FOLDER = Path(__file__).parent / "filler"


def filler(half: str) -> list[str]:
    """The sentences of a half, tuning or held-out. Raises OSError for another name."""
    return (_FOLDER / f"{half}.txt").read_text("utf-8").splitlines()


def read(texts: Iterable[str]) -> list[Sentence]:
    """All sentences of some texts."""
    return [sentence for text in texts for sentence in told_in(text)]


def padding_words(padding: Sequence[Sentence], real: Sequence[Sentence]) -> list[str]:
    """Words of four letters or more that stand in a greater share of padding than of real ones."""
    in_padding, in_real = (
        Counter(word for one in sentences for word in set(one.words))
        for sentences in (padding, real)
    )
    return sorted(
        word
        for word, count in in_padding.items()
        if len(word) > 3 and count / len(padding) > (in_real[word] + 0.5) / len(real)
    )


def told(sentences: Sequence[Sentence]) -> float:
    """The share of sentences that pass for something told."""
    return sum(not (one.is_empty or one.is_thin) for one in sentences) / len(sentences)


def main() -> None:
    """Writes the words; what they do shows in the next run."""
    real = read(one.answer for one in answers("tuning") if score(one.ratings) >= GOOD)
    words = padding_words(read(filler("tuning")), real)
    lines = fill(" ".join(words), 100, break_on_hyphens=False, break_long_words=False)
    FILE.write_text(
        f'# Made by `python -m benchmarks.filler`.\nwords = """\n{lines}\n"""\n', "utf-8"
    )
    for half in HALVES:
        print(
            f"told of {half} padding: {told(read(filler(half))):.2f}, of answers: {told(real):.2f}"
        )


if __name__ == "__main__":
    main()
