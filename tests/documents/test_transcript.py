"""Transcripts: who said what in each form, and which speaker was interviewed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.documents.transcript import choose_me, parse_transcript
from interview_cli.errors import InvalidInput
from interview_cli.workflow.transcripts import pair_turns
from tests.cases import each

WANTED = [("Why us?", "Because it is near.\nAnd I like it."), ("How do you test it?", "Like this.")]

PLAIN = """Interviewer: Why us?
Me: Because it is near.
And I like it.
Interviewer: How do you test it?
Me: Like this.
"""
FORMS = {
    "names of the parts": PLAIN,
    "any names": PLAIN.replace("Interviewer", "Anna Smith").replace("Me:", "Jo O'Hara:"),
    "surnames first": PLAIN.replace("Interviewer", "Berg, Anna (HR)").replace("Me:", "O'Hara, Jo:"),
    "with a carriage return": PLAIN.replace("\n", "\r\n"),
    "questions and answers": PLAIN.replace("Interviewer", "Q").replace("Me", "A"),
    "bold": PLAIN.replace("Interviewer:", "**Interviewer:**").replace("Me:", "**Me**:"),
    "times before": PLAIN.replace("Interviewer:", "[00:01:02] Interviewer:").replace(
        "Me:", "[00:01:09] Me:"
    ),
    "times after": PLAIN.replace("Interviewer:", "Interviewer (0:05):"),
    "names with times on their own lines": PLAIN.replace("Interviewer:", "Anna  0:05\n").replace(
        "Me:", "Jo  0:15\n"
    ),
    "labels of a speech recogniser": PLAIN.replace("Interviewer", "[SPEAKER_00]").replace(
        "Me:", "[SPEAKER_01]:"
    ),
    "WebVTT": """WEBVTT

NOTE Me: a comment

1
00:00:01.000 --> 00:00:04.000 align:start
<v Anna>Why us?</v>

00:05.000 --> 00:09.000
<v Jo>Because it is <b>near</b>.
And I like it.</v>

3
00:00:10.000 --> 00:00:12.000
<v Anna>How do you test it?</v>

4
00:00:13.000 --> 00:00:19.000
<v Jo>Like this.</v>
""",
    "SubRip": """1
00:00:01,000 --> 00:00:04,000
Anna: Why us?

2
00:00:05,000 --> 00:00:07,000
Jo: Because it is near.

3
00:00:08,000 --> 00:00:09,000
And I like it.

4
00:00:10,000 --> 00:00:12,000
Anna: How do you test it?

5
00:00:13,000 --> 00:00:19,000
Jo: Like this.
""",
    "a session file": json.dumps(
        {
            "session": {
                "messages": [
                    {"role": role, "content": text}
                    for pair in WANTED
                    for role, text in zip(("assistant", "user"), pair, strict=True)
                ]
            }
        }
    ),
}


@each("form", FORMS)
def test_every_form(form: str) -> None:
    transcript = parse_transcript(FORMS[form])
    me = choose_me(transcript.speakers, None) or transcript.speakers[1]
    held = pair_turns(transcript, me)
    told = [(one.question[0].text, "\n".join(one.answer)) for one in held.exchanges]
    assert told == WANTED
    assert held.left_out == ()


def test_wrapped_lines_are_one_sentence() -> None:
    text = (
        "Anna: Where have you worked before\nyou came here?\n"
        "Jo: I rewrote the whole planning of our routes for the fleet in\nHull. Then I left.\n"
        "- a list\n- of two\n\nSo it was.\nAnna: Why?"
    )
    spoken = [turn.text for turn in parse_transcript(text).turns]
    assert spoken[0] == "Where have you worked before you came here?"
    assert spoken[1] == (
        "I rewrote the whole planning of our routes for the fleet in Hull. Then I left.\n"
        "- a list\n- of two\n\nSo it was."
    )


def test_notes_of_the_program_are_no_part_of_an_answer() -> None:
    text = (
        "Anna Berg  0:03\nWhy us?\n\nJo Kim  0:07\nIt is near.\n\n"
        "Anna Berg stopped transcription\nTranscribed by https://otter.ai\n"
    )
    transcript = parse_transcript(text)
    assert transcript.turns[-1].text == "It is near."
    assert "otter.ai" in transcript.preface


def test_cues_are_one_text() -> None:
    text = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAnna: Why us?\n\n"
        "00:00:03.000 --> 00:00:04.000\nJo: I saw\nLeeds\n\n"
        "00:00:05.000 --> 00:00:06.000\nand stayed.\n\n"
        "00:00:07.000 --> 00:00:08.000\nAnna: Why?\n"
    )
    assert parse_transcript(text).turns[1].text == "I saw Leeds and stayed."


def test_words_with_a_colon_are_no_speaker() -> None:
    text = PLAIN.replace("And I like it.", "The result: none failed.\nSee https://example.org.")
    held = pair_turns(parse_transcript(text), "Me")
    assert "The result: none failed.\nSee https://example.org." in held.exchanges[0].answer[0]


def test_small_talk_and_remarks_are_named_and_left_out() -> None:
    text = (
        "Monday\nInterviewer: Thanks for coming.\nMe: Hello.\nInterviewer: Why us?\nMe: One.\n"
        "Interviewer: Right.\nMe: Two.\nInterviewer: Do you have any questions?\n"
    )
    held = pair_turns(parse_transcript(text), "Me")
    (exchange,) = held.exchanges
    assert exchange.answer == ["One.", "Two."]
    assert held.left_out == (
        "Monday",
        "Thanks for coming.",
        "Hello.",
        "Right.",
        "Do you have any questions?",
    )


def test_a_panel_is_several_interviewers() -> None:
    text = (
        "A. Lee: Why us?\nBo: And why now?\nJo: It is near.\n"
        "Bo: How?\nJo: So.\nA. Lee: Ok?\nJo: Ok."
    )
    held = pair_turns(parse_transcript(text), "Jo")
    assert [len(exchange.question) for exchange in held.exchanges] == [2, 1, 1]


@pytest.mark.parametrize("label", ["Panel member", "Priya Shah", "Hiring manager"])
def test_a_speaker_who_asks_once_is_no_part_of_an_answer(label: str) -> None:
    text = f"{PLAIN}{label}: Do you have any weaknesses?\nMe: I plan too tightly.\n"
    held = pair_turns(parse_transcript(text), "Me")
    assert held.exchanges[-1].question[0].text == "Do you have any weaknesses?"
    assert [exchange.answer for exchange in held.exchanges[-2:]] == [
        ["Like this."],
        ["I plan too tightly."],
    ]


@pytest.mark.parametrize(
    ("before", "after", "left_out"),
    [
        (
            "Interviewer: Thanks for coming. How was the journey?\nMe: Fine, I took the train.\n",
            "",
            2,
        ),
        ("Interviewer: Hello, how are you?\nMe: Good, and you?\n", "", 2),
        ("", "Interviewer: Have a good day!\nMe: You too.\n", 2),
        ("", "Interviewer: Good.\nMe: Thank you. Goodbye.\n", 2),
        ("", "Interviewer: We will call you.\nMe: Thank you for your time, bye.\n", 2),
    ],
)
def test_small_talk_and_goodbyes_are_left_out(before: str, after: str, left_out: int) -> None:
    held = pair_turns(parse_transcript(before + PLAIN + after), "Me")
    told = [(one.question[0].text, "\n".join(one.answer)) for one in held.exchanges]
    assert told == WANTED
    assert len(held.left_out) == left_out


def test_a_name_with_a_comma_stands_in_quotes() -> None:
    with pytest.raises(InvalidInput) as refused:
        choose_me(("Berg, Anna", "Jo"), "Kim")
    assert refused.value.hint == "name one of “Berg, Anna”, Jo"


@pytest.mark.parametrize(
    ("speakers", "named", "me"),
    [
        (("Interviewer", "Me"), None, "Me"),
        (("Interviewer", "Jo"), None, "Jo"),
        (("Anna", "Candidate"), None, "Candidate"),
        (("Anna", "Jo"), None, None),
        (("Anna", "Jo Field"), "jo field", "Jo Field"),
        (("Anna", "Jo Field"), "Jo", "Jo Field"),
        (("Anna", "Jo Field"), "Field", "Jo Field"),
        (("Berg, Anna (HR)", "Field, Jo"), "Jo", "Field, Jo"),
    ],
)
def test_who_was_interviewed(speakers: tuple[str, ...], named: str | None, me: str | None) -> None:
    assert choose_me(speakers, named) == me


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("We talked about alarms. I said that I like them.", "who speaks"),
        ("Me: I only talked to myself.\nMe: Again.", "only one person, Me,"),
        ("Interviewer: Why us?", "only one person, Interviewer,"),
        ("{}", "JSON"),
        ('{"messages": [{"role": "user"}]}', "JSON"),
        ('{"messages": [{"role": "assistant", "content": 3}]}', "JSON"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nWithout a name.", "who speaks"),
        (" \n", "is empty"),
    ],
)
def test_what_does_not_say_who_speaks_is_refused(text: str, error: str) -> None:
    with pytest.raises(InvalidInput, match=error):
        parse_transcript(text)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    for form in (text, f"A: {text}\nQ: {text}", f"00:01.000 --> 00:02.000\n{text}", "{" + text):
        try:
            transcript = parse_transcript(form)
        except InvalidInput:
            continue
        assert len(transcript.speakers) >= 2
