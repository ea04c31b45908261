"""Answers in a language that the offline coach does not read are kept and not rated."""

from tests.conftest import STORY, Line

GERMAN = (
    "Ich habe immer versucht, die Kollegen gut zu behandeln und pünktlich zu sein. Das war mir "
    "sehr wichtig, weil wir ein gutes Team waren."
)


def test_such_an_answer_is_noticed_at_once_and_left_out_of_the_mean(line: Line) -> None:
    session = line.started(questions=2)
    answered = line("answer", session, "--text", GERMAN)
    assert "not in English" in answered.stderr
    line("answer", session, "--text", STORY)
    feedback = line("feedback", session, "--json").json["feedback"]
    unrated, rated = feedback["answers"]
    assert (unrated["capped"], unrated["score"]) == ("language", None)
    assert set(unrated["ratings"].values()) == {None}
    assert feedback["interview_score"] == rated["score"]
    assert "reads only English" in feedback["summary"]
    assert "not rated" in line("feedback", session, "--explain").stdout


def test_an_interview_in_which_nothing_could_be_rated_has_no_score(line: Line) -> None:
    session = line.started(questions=1)
    line("answer", session, "--text", GERMAN)
    assert line("feedback", session, "--json").json["feedback"]["interview_score"] is None
    assert "not rated" in line("feedback", session).stdout
    assert "not rated" in line("status", session).stdout
    assert "no answer could be rated" in line("feedback", session, "--explain").stdout
    for form in ("md", "html", "pdf"):
        line("export", session, "--format", form)
    assert line("show", session).stdout
