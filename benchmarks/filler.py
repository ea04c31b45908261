"""Find the words of padding: `python -m benchmarks.filler` writes `answers/filler.toml`.

`filler/tuning.txt` holds sentences that fit any answer to any question, written for this purpose by
language models. A word of padding occurs in a larger share of them than of the sentences of good
answers. No words are taken from `filler/held-out.txt`. The script prints which share of its
sentences still counts as substantive, and the same share for good answers.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import fill

from benchmarks.answers import load_answers
from benchmarks.ratings import compute_score
from interview_cli.answers import sentences as sentences_module
from interview_cli.answers.sentences import Sentence, parse_sentences

FILE = Path(sentences_module.__file__).with_name("filler.toml")
MIN_GOOD_SCORE = 3.0
"""On the scale of 0 to 5."""
_MIN_LETTERS = 4
_FOLDER = Path(__file__).parent / "filler"


def load_padding(half: str) -> list[str]:
    """Return the padding of a half, "tuning" or "held-out". Raises OSError for another name."""
    return (_FOLDER / f"{half}.txt").read_text("utf-8").splitlines()


def parse_texts(texts: Iterable[str]) -> list[Sentence]:
    """Parse several texts into one list of sentences."""
    return [sentence for text in texts for sentence in parse_sentences(text)]


def find_padding_words(padding: Sequence[Sentence], real: Sequence[Sentence]) -> list[str]:
    """Return the words that occur in a greater share of padding than of real sentences."""
    padding_counts, real_counts = _count_sentences(padding), _count_sentences(real)
    return sorted(
        word
        for word, count in padding_counts.items()
        if len(word) >= _MIN_LETTERS
        and count / len(padding) > (real_counts[word] + 0.5) / len(real)
    )


def _count_sentences(sentences: Sequence[Sentence]) -> Counter[str]:
    """Return how many sentences each word occurs in."""
    return Counter(word for sentence in sentences for word in set(sentence.words))


def measure_substance(sentences: Sequence[Sentence]) -> float:
    """Return the share of sentences, 0 to 1, that are neither empty nor thin."""
    counted = [sentence for sentence in sentences if not (sentence.is_empty or sentence.is_thin)]
    return len(counted) / len(sentences)


def main() -> None:
    """Write the words. The printed shares are measured with the previous words."""
    real = parse_texts(
        labelled.answer
        for labelled in load_answers("tuning")
        if compute_score(labelled.ratings) >= MIN_GOOD_SCORE
    )
    words = find_padding_words(parse_texts(load_padding("tuning")), real)
    lines = fill(" ".join(words), 100, break_on_hyphens=False, break_long_words=False)
    FILE.write_text(
        f'# Made by `python -m benchmarks.filler`.\nwords = """\n{lines}\n"""\n', "utf-8"
    )
    for half in ("tuning", "held-out"):
        padding_share = measure_substance(parse_texts(load_padding(half)))
        print(f"{half} padding: {padding_share:.2f}, answers: {measure_substance(real):.2f}")


if __name__ == "__main__":
    main()
