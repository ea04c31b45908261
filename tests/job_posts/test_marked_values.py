"""Values that words surely state, beside what the rules read."""

from datetime import date

import pytest

from interview_cli.job_posts import marked_words
from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.marked_words import mend_acts
from interview_cli.job_posts.message_words import Word
from interview_cli.job_posts.reading import read_acts
from interview_cli.job_posts.word_marks import MARKS, Mark, Shares
from interview_cli.post_models import JobData

POST = {
    "title": "Plasterer",
    "experience_level": "junior",
    "salary_min": 190,
    "salary_max": 190,
    "currency": "GBP",
    "salary_unit": "DAY",
    "job_start_date": "2026-11-09",
    "benefits": ["a fruit basket", "parking"],
}


def _mark(monkeypatch: pytest.MonkeyPatch, marks: dict[str, Mark], share: float = 0.97) -> None:
    """Make the words that are named surely state something, and the others nothing."""

    def mark_words(words: list[Word], _setting: object) -> list[Shares]:
        return [
            {
                mark: share if mark == marks.get(word.text, "none") else (1 - share) / len(MARKS)
                for mark in MARKS
            }
            for word in words
        ]

    monkeypatch.setattr(marked_words, "mark_words", mark_words)


def _turn(message: str, **changes: object) -> Turn:
    return Turn(message, data=JobData.model_validate(POST | changes), today=date(2026, 11, 2))


def _find(acts: list[Act], field: str) -> list[Act]:
    return [act for act in acts if act.field == field]


def test_words_that_surely_state_a_value_give_it(monkeypatch: pytest.MonkeyPatch) -> None:
    _mark(monkeypatch, {"senior": "level"})
    (act,) = _find(mend_acts(_turn("Level pls keep senior"), []), "experience_level")
    assert (act.value, act.corrects) == ("senior", True)


def test_unsure_words_change_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    _mark(monkeypatch, {"senior": "level"}, share=0.85)
    assert mend_acts(_turn("Level pls keep senior"), []) == []
    turn = _turn("Level pls keep senior", experience_level="")
    assert _find(mend_acts(turn, []), "experience_level")


def test_a_value_on_other_words_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    _mark(monkeypatch, {"3": "drop", "2": "openings"})
    turn = _turn("3 people nah 2")
    rule = Act("set", "total_job_openings", "3", "3 people", corrects=True)
    (act,) = _find(mend_acts(turn, [rule]), "total_job_openings")
    assert act.value == "2"


def test_a_value_on_such_words_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    _mark(monkeypatch, {"3": "openings", "people": "openings"})
    rule = Act("set", "total_job_openings", "3", "3 people", corrects=True)
    assert mend_acts(_turn("3 people"), [rule]) == [rule]


def test_a_value_on_the_words_of_another_field_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    _mark(monkeypatch, {"the": "closing", "15th": "closing"})
    rule = Act("set", "job_start_date", "2026-11-15", "by the 15th", corrects=True)
    acts = mend_acts(_turn("write to us by the 15th"), [rule])
    assert not _find(acts, "job_start_date")
    assert _find(acts, "valid_through")[0].value == "2026-11-15"


def test_more_words_say_more(monkeypatch: pytest.MonkeyPatch) -> None:
    _mark(monkeypatch, dict.fromkeys(["homeoffice", "on", "Fridays"], "worktype"))
    rule = Act("set", "work_type", "remote", "homeoffice")
    (act,) = _find(mend_acts(_turn("homeoffice on Fridays"), [rule]), "work_type")
    assert act.value == "hybrid"


def test_a_value_beside_a_removal_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    _mark(monkeypatch, {"190": "drop", "£200": "pay"})
    rule = Act("remove", "salary", "", "not 190", corrects=True)
    acts = mend_acts(_turn("not 190. £200"), [rule])
    assert [act.kind for act in _find(acts, "salary")] == ["remove", "set"]


def test_what_is_surely_withdrawn_leaves_the_post(monkeypatch: pytest.MonkeyPatch) -> None:
    _mark(monkeypatch, {"fruit": "drop", "basket": "drop"})
    turn = _turn("My partner finds the fruit basket embarrassing")
    (act,) = _find(mend_acts(turn, []), "benefits")
    assert (act.kind, act.value) == ("remove", "a fruit basket")


def test_an_entry_that_shares_little_with_it_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    _mark(monkeypatch, dict.fromkeys(["weekly", "fruit", "deliveries"], "drop"))
    assert not _find(mend_acts(_turn("the weekly fruit deliveries end"), []), "benefits")


@pytest.mark.parametrize("message", ["yes", "undo that", "start over"])
def test_nothing_is_added_to_an_act_on_the_whole_post(
    monkeypatch: pytest.MonkeyPatch, message: str
) -> None:
    _mark(monkeypatch, dict.fromkeys(message.split(), "title"))
    acts = read_acts(Turn(message, data=JobData.model_validate(POST), is_shown=True))
    assert not _find(acts, "title")
