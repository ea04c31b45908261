"""Speech, notes and the English of learners, as the rules read them."""

import pytest

from interview_cli.answers.sentences import parse_sentences
from interview_cli.answers.standard_english import add_subject, reword_in_standard_english
from tests.cases import each


@each(
    ("written", "standard"),
    [
        ("I has stopped the work.", "I stopped the work."),
        ("He have wrote me a paper.", "He wrote me a paper."),
        ("I am come here in 2012.", "I came here in 2012."),
        ("They did went home.", "They went home."),
        ("I had bake at home.", "I baked at home."),
        ("We then done it.", "We then did it."),
        ("He sayed go, and I taked photos.", "He said go, and I took photos."),
        ("I am improving the rota.", "I improve the rota."),
        ("um yeah so I've done like I'd say two hundred", "I've done   two hundred"),
        ("I dont know untill when", "I don't know until when"),
    ],
)
def test_a_sentence_in_standard_english(written: str, standard: str) -> None:
    assert reword_in_standard_english(written) == standard


@each(
    "standard",
    [
        "I have work to do.",
        "I've done two hundred.",
        "I have come back.",
        "He has cut it.",
        "It is set to five.",
        "She is open.",
        "It was written down.",
        "I am going to ask.",
        "I know how it works, and you know the place.",
        "I like ten of them.",
    ],
)
def test_standard_english_stays_as_it_is(standard: str) -> None:
    assert reword_in_standard_english(standard) == standard


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("Wrote the guide.", "I wrote the guide."),
        ("moved salad and fruit", "I moved salad and fruit"),
        ("Stood at the bin for three days.", "I stood at the bin for three days."),
        ("Controlled drugs register.", "Controlled drugs register."),
        ("Rose called me.", "Rose called me."),
    ],
)
def test_a_note_gets_its_subject(note: str, sentence: str) -> None:
    assert add_subject(note) == sentence


def test_a_long_spoken_line_is_cut_where_somebody_acts() -> None:
    spoken = (
        "there was a form that I forgot to close and then uh the office wrote after two months "
        "and the customer was annoyed and I um I looked for the papers and I found them at the "
        "consignee and so I sent them in"
    )
    parsed = parse_sentences(spoken)
    assert len(parsed) == 5
    assert all(sentence.text in spoken for sentence in parsed)
