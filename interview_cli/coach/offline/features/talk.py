"""Features of an answer: is it talk?"""

from interview_cli.coach.offline.features.base import LOWERS, Feature
from interview_cli.coach.offline.features.measures import (
    FEWEST_WORDS,
    find_general_phrases,
    find_general_sentences,
    find_talk_sentences,
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
        weakness="Much of the answer is what anybody could say",
        next_question="Which fact or case of yours could stand there instead?",
        felt_in=find_general_sentences,
    ),
    Feature(
        name="opinions",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure"),
        measure=lambda answer: measure_count(answer.find_talk("opinion")),
        present="give opinions where facts belong",
        weakness="Opinions stand where facts belong",
        next_question="Which case made you think so? Tell that.",
        felt_in=lambda answer: find_talk_sentences(answer, "opinion"),
    ),
    Feature(
        name="self_image",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: measure_count(answer.find_talk("self_image")),
        present="describe what you are like",
        weakness="You describe what you are like",
        next_question="Which case of yours shows it? Tell that, and leave out the description.",
        felt_in=lambda answer: find_talk_sentences(answer, "self_image"),
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
        weakness="You use wide words that hold for anything",
        next_question="Which one person, day or thing was it?",
        felt_in=lambda answer: find_talk_sentences(answer, "sweeping"),
    ),
    Feature(
        name="empty_sentences",
        direction=LOWERS,
        criteria=("relevance", "specificity", "impact"),
        measure=lambda answer: measure_distinct(answer.elements.empty),
        present="use sentences that fit any job",
        weakness="Sentences that fit any job",
        next_question="Which case of yours proves it? Leave out what anybody could say.",
        felt_in=lambda answer: answer.idle_sentences,
    ),
    Feature(
        name="generalities",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure", "ownership", "impact"),
        measure=measure_generalities,
        present=lambda answer: (
            f"speak in general terms like {quote_some(find_general_phrases(answer))}"
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
