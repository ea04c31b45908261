"""Features of an answer: is it talk?"""

from interview_cli.coach.offline.features.base import LOWERS, Feature
from interview_cli.coach.offline.features.measures import (
    FEWEST_WORDS,
    find_general_phrases,
    measure_abstract_nouns,
    measure_count,
    measure_distinct,
    measure_generalities,
    measure_talk_share,
    quote_some,
)

ENTRIES = (
    Feature(
        name="talk_share",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure", "ownership", "impact"),
        measure=measure_talk_share,
        present="fill much of the answer with what anybody could say",
    ),
    Feature(
        name="opinions",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure"),
        measure=lambda answer: measure_count(answer.find_talk("opinion")),
        present="give opinions where facts belong",
    ),
    Feature(
        name="self_image",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: measure_count(answer.find_talk("self_image")),
        present="describe what you are like",
    ),
    Feature(
        name="sweeping_words",
        direction=LOWERS,
        criteria=("specificity", "structure", "ownership"),
        measure=lambda answer: (
            # Empty sentences must not thin them out.
            len(answer.find_talk("sweeping")) / max(FEWEST_WORDS, answer.elements.word_count)
        ),
        present=lambda answer: f"use wide words like {quote_some(answer.find_talk('sweeping'))}",
    ),
    Feature(
        name="empty_sentences",
        direction=LOWERS,
        criteria=("relevance", "specificity", "impact"),
        measure=lambda answer: measure_distinct(answer.elements.empty),
        present="use sentences that fit any job",
    ),
    Feature(
        name="generalities",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure", "ownership", "impact"),
        measure=measure_generalities,
        present=lambda answer: (
            f"speak in general terms like {quote_some(find_general_phrases(answer))}"
        ),
    ),
    Feature(
        name="abstract_nouns",
        direction=LOWERS,
        criteria=("relevance", "specificity", "ownership"),
        measure=measure_abstract_nouns,
        present="use many abstract nouns",
    ),
)
