"""Features of an answer: is it talk?"""

from interview_cli.coach.offline.features.base import LOWERS, Feature
from interview_cli.coach.offline.features.measures import (
    find_general_sentences,
    measure_abstract_nouns,
    measure_distinct,
    measure_generalities,
    quote_some,
)

ENTRIES = (
    Feature(
        name="empty_sentences",
        direction=LOWERS,
        criteria=("relevance", "specificity", "impact"),
        measure=lambda answer: measure_distinct(answer.elements.empty),
        present="use sentences that fit any job",
        weakness="Sentences that fit any job",
        next_question="Which case of yours proves it? Leave out what anybody could say.",
        felt_in=lambda answer: answer.elements.empty,
    ),
    Feature(
        name="generalities",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure", "ownership", "impact"),
        measure=measure_generalities,
        present=lambda answer: (
            f"speak in general terms like {quote_some(answer.find_phrases('general'))}"
        ),
        weakness="You speak in general terms that would fit anybody",
        next_question="Which one case or fact of yours shows it? Say that instead.",
        felt_in=find_general_sentences,
    ),
    Feature(
        name="abstract_nouns",
        direction=LOWERS,
        criteria=("relevance", "specificity", "ownership"),
        measure=measure_abstract_nouns,
        present="use many abstract nouns",
        weakness="You use abstract nouns instead of saying who did what",
        next_question="Who did what? Say it in verbs.",
    ),
)
