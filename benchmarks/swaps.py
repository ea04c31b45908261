"""Put good answers under other questions, most of them of the same trade.

Readers rated some (`swaps*.toml`): nineteen in twenty are about something else. So the fit takes
others for that unread. Within the trade, these begin with an echo, the words of their new question,
as people do who tell something else: such words alone show nothing.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from benchmarks.answers import LabelledAnswer, load_answers
from benchmarks.ratings import compute_score
from interview_cli.coach.offline.question_subject import find_asking_stems
from interview_cli.english.words import content_stems, tokenize

OFF_SUBJECT = 1.5
"""The highest relevance of answers that readers found to be about something else."""
_GOOD_RELEVANCE, _GOOD_SCORE, _STORY_WORTH = 3.0, 3.0, 2.0
"""Of 5."""
_LEAD_INS = ("I know that well: ", "That was ", "I remember ", "As for this: ", "About ")
_OTHER_ROLE_SHARE = 0.5

Pair = tuple[LabelledAnswer, LabelledAnswer]
"""An answer, and one whose question it is put under."""


def load_swapped(labelled: Sequence[LabelledAnswer]) -> list[LabelledAnswer]:
    """Return the answers that readers rated under other questions, each with its own trade.

    Those that are not among `labelled` are left out.
    """
    trades = {answer.id: answer.trade for answer in labelled}
    return [
        replace(answer, trade=trades[answer.source])
        for answer in load_answers("swapped")
        if answer.source in trades
    ]


def swap(labelled: Sequence[LabelledAnswer]) -> list[Pair]:
    """Return good answers under other questions.

    Each is put under two of its trade, with an echo, and every second one under another role's.
    """
    asked_in_trade = _list_questions_by_trade(labelled)
    return [
        pair
        for answer in filter(is_good, labelled)
        for pair in _swap(answer, asked_in_trade[answer.trade], labelled)
    ]


def _swap(
    answer: LabelledAnswer, asked: Sequence[LabelledAnswer], labelled: Sequence[LabelledAnswer]
) -> Iterator[Pair]:
    chance = random.Random(answer.id)
    others = [other for other in asked if other.question != answer.question]
    for other in chance.sample(others, min(len(others), 2)):
        yield _add_echo(answer, other.question, chance.choice(_LEAD_INS)), other
    other = chance.choice(labelled)
    if chance.random() < _OTHER_ROLE_SHARE and other.trade != answer.trade:
        yield answer, other


def _add_echo(answer: LabelledAnswer, question: str, lead_in: str) -> LabelledAnswer:
    """Return an answer that begins with the words of a question."""
    words = [word for word in tokenize(question) if content_stems(word) - find_asking_stems()]
    text = f"{lead_in}{' '.join(words)}. {answer.answer}"
    return replace(answer, id=f"{answer.id} echo", answer=text)


def is_good(answer: LabelledAnswer) -> bool:
    is_on_subject = answer.ratings["relevance"] >= _GOOD_RELEVANCE
    return is_on_subject and compute_score(answer.ratings) >= _GOOD_SCORE


def is_beside(answer: LabelledAnswer) -> bool:
    """Return whether readers found a story of some worth that is about something else."""
    ratings = answer.ratings
    worth = (ratings["specificity"] + ratings["structure"]) / 2
    return ratings["relevance"] <= OFF_SUBJECT and worth >= _STORY_WORTH


def _list_questions_by_trade(
    labelled: Sequence[LabelledAnswer],
) -> dict[str, list[LabelledAnswer]]:
    """Return an answer for each question, by trade."""
    asked: dict[str, dict[str, LabelledAnswer]] = defaultdict(dict)
    for answer in labelled:
        asked[answer.trade].setdefault(answer.question, answer)
    return {trade: list(questions.values()) for trade, questions in asked.items()}
