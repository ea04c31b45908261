"""A feature of answers: do the words speak for somebody who was there?"""

from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.features.base import RAISES, Feature
from interview_cli.coach.offline.wording import list_stems, load_wording, measure_wording

NAME = "wording"


def list_answer_stems(answer: AnswerReading) -> list[str]:
    """Return the stems of what an answer says, as the weights of words know them."""
    return list_stems(answer.plain_text, answer.elements.names)


ENTRIES = (
    Feature(
        name=NAME,
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership", "impact"),
        measure=lambda answer: measure_wording(list_answer_stems(answer), load_wording()),
        # A list of words is no advice, so the review is silent about it.
        present="",
    ),
)
