"""Sentences of an answer: where they end, who does what, and which say nothing."""

import pytest

from interview_cli.answers.sentences import (
    Sentence,
    count_hesitations,
    parse_sentences,
)
from interview_cli.english.verbs import is_past
from tests.cases import each


def parse(sentence: str) -> Sentence:
    (only,) = parse_sentences(sentence)
    return only


@pytest.mark.parametrize(
    ("answer", "sentences"),
    [
        ("I came. I saw; I won\nI left", ["I came.", "I saw", "I won", "I left"]),
        ("I rang Dr. Brown, e.g. twice.", ["I rang Dr. Brown, e.g. twice."]),
        ("we left at ten It was late", ["we left at ten", "It was late"]),
        ("I came. i CAME!", ["I came."]),
        ("I moved the box I moved the box", ["I moved the box"]),
        (
            "I moved the old tools\nand then i moved the old tools twice over the hill",
            ["I moved the old tools", "and then", "twice over the hill"],
        ),
        ("… —", []),
    ],
)
def test_distinct_sentences_in_order(answer: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in parse_sentences(answer)] == sentences


def test_a_long_line_without_punctuation_is_split_at_its_subjects() -> None:
    story = " ".join(f"word{number}" for number in range(40))
    first, second = parse_sentences(f"{story} so he slept")
    assert (first.text, second.text) == (story, "so he slept")


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("I traced the fault, replaced the relay and tested it.", {"traced", "replaced", "tested"}),
        ("I then quickly rewrote the rota.", {"rewrote"}),
        ("I had fitted panels before.", {"fitted"}),
        ("I built the rig and they tested it.", {"built"}),
        ("Moved the tools to the van.", {"moved"}),
        ("Rose called twice.", set()),
        ("We built it in Leeds.", set()),
        ("I would have it tested.", set()),
    ],
)
def test_past_verbs_of_the_speaker(sentence: str, acts: set[str]) -> None:
    assert parse(sentence).acts == acts


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("I'd ring the bank, ask for help and write it down.", {"ring", "ask", "write"}),
        ("Stop.", {"stop"}),
        ("First, cover her with a towel and sit down.", {"cover", "sit"}),
        ("If he says no, ring the bank.", {"ring"}),
        ("Work was quiet.", set()),
        ("I rang the bank.", set()),
    ],
)
def test_verbs_of_what_somebody_would_do(sentence: str, verbs: set[str]) -> None:
    assert parse(sentence).planned_verbs == verbs


def test_a_case_told_in_the_present_and_in_small_letters() -> None:
    first, second = parse_sentences("I take him outside. so i moved the tools and id ask again.")
    assert (first.present_verbs, second.acts, second.planned_verbs) == (
        {"take"},
        {"moved"},
        {"ask"},
    )


@pytest.mark.parametrize(
    ("sentence", "has_act"),
    [("Wojciech moved it.", True), ("At noon she quickly left.", True), ("I moved it.", False)],
)
def test_acts_of_others(sentence: str, has_act: bool) -> None:
    assert parse(sentence).has_others_act is has_act


def test_names_are_masked_before_rules_match() -> None:
    sentence = parse("Then Rose thanked us in March.")
    assert sentence.masked_text == "Then Xxxxx thanked us in March."
    assert sentence.names == {"Rose", "March"}


@pytest.mark.parametrize(
    ("sentence", "has_time"),
    [
        ("In May I rewired the hall.", True),
        ("On 5 May we opened the door.", True),
        ("I start there this May.", True),
        ("May I add a word on valves?", False),
        ("This may come across as blunt.", False),
    ],
)
def test_may_is_a_month_or_a_verb(sentence: str, has_time: bool) -> None:
    assert parse(sentence).has_time is has_time


def test_hesitations_are_counted_and_are_not_words() -> None:
    answer = "Well, um, I worked, er, in the ER."
    assert count_hesitations(answer) == 2
    assert len(parse(answer).words) == 5


@pytest.mark.parametrize(
    ("word", "expected"),
    [("moved", True), ("agreed", True), ("went", True), ("need", False), ("succeed", False)],
)
def test_past_forms(word: str, expected: bool) -> None:
    assert is_past(word) is expected


@pytest.mark.parametrize(
    "cliche",
    [
        "I think out of the box.",
        "There is light at the end of the tunnel, always a light at the end of the tunnel.",
        "For us, the customer always comes first.",
        "I would be the right person for this job.",
        "It was a win-win for all parties.",
        "At the end of the day, it's all about people.",
    ],
)
def test_cliches_and_opinions_are_empty(cliche: str) -> None:
    assert parse(cliche).is_empty


@each(
    "fact",
    [
        "I took the fuse out of the box.",
        "I repaired the light at the end of the tunnel.",
        "The customer is first in the queue, so I served her.",
        "I hung the big picture over the counter.",
        "The seal performed well under pressure for two years.",
        "Both signatures were on the same page of the contract.",
        "The engine was firing on all cylinders after we swapped the coil.",
        "I stepped over to the plate and weighed the gravel.",
        "I tapped the gauge to move the needle.",
        "The midnight oil delivery came by lorry.",
        "The nursery children set the ducks in a row.",
        "I sold her the best policy for a van.",
        "The detour cost the lorry an extra mile.",
        "The lift took the crates to the next level.",
        "I read the pupils the next chapter.",
        "The actors wore many hats, and I sewed them.",
        "I inspected the tunnel lining and sealed the cracks with resin.",
        "I checked all cylinders and replaced the gasket.",
        "I carried the crates up to the next level of the scaffold.",
        "I rejected a strong candidate because her references lied about invoices.",
        "The pump performed under pressure after I swapped the valve.",
        "I am keen to work with dispatchers and vehicle rotations.",
    ],
)
def test_a_plain_fact_in_the_words_of_a_cliche_counts(fact: str) -> None:
    sentence = parse(fact)
    assert (sentence.is_empty, sentence.is_thin) == (False, False)


def test_a_group_of_rules_is_found_in_any_file() -> None:
    sentence = parse("I asked her twice, since she had never replied.")
    assert sentence.has_phrase("person")
    assert sentence.has_phrase("reason")
    assert sentence.count("person") == 2
    with pytest.raises(KeyError):
        sentence.has_phrase("nothing")
