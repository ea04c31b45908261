"""The arithmetic of the scores, and the anchors and reasons behind the ratings."""

import pytest

from interview_cli.answers.criteria import ANCHORS
from interview_cli.models import AnswerReview, Feedback
from interview_cli.render.explain import explain_scores
from interview_cli.vocabulary import QuestionKind
from tests.render.interviews import interview, ratings, reviewed


def build_feedback(*reviews: AnswerReview, score: int) -> Feedback:
    done = reviewed(
        interview(*["I did."] * len(reviews)), answers=list(reviews), interview_score=score
    )
    assert done.feedback
    return done.feedback


def review(*, capped: str | None = None, score: int = 73, **reasons: str) -> AnswerReview:
    return AnswerReview(
        number=1,
        ratings=ratings(4, 4, 3, 4, 3),
        capped=capped,
        score=score,
        comment="So.",
        next_time="More.",
        reasons=reasons,
    )


def test_each_score_is_a_sum() -> None:
    assert explain_scores(build_feedback(review(), score=73), ["behaviour"]).splitlines()[-3:] == [
        "  score: 20 × (0.25×4 + 0.25×4 + 0.20×3 + 0.15×4 + 0.15×3) = 73",
        "",
        "Interview score: (73) / 1 = 73.00, rounded half up: 73",
    ]


def test_the_mean_is_shown_before_it_is_rounded() -> None:
    feedback = build_feedback(review(score=5), review(score=100), score=53)
    shown = explain_scores(feedback, ["behaviour", "behaviour"])
    assert shown.endswith("Interview score: (5 + 100) / 2 = 52.50, rounded half up: 53")


@pytest.mark.parametrize(
    ("kind", "capped", "anchor"),
    [
        ("behaviour", None, f"  structure   3: {ANCHORS['structure'][3]}"),
        ("behaviour", "an “I don't know”", "  structure   3"),
        ("situation", None, "  structure   3: an order that can be followed"),
    ],
)
def test_a_rating_has_its_anchor_unless_it_was_lowered(
    kind: QuestionKind, capped: str | None, anchor: str
) -> None:
    lines = explain_scores(build_feedback(review(capped=capped), score=73), [kind]).splitlines()
    (shown,) = [line for line in lines if line.startswith("  structure")]
    assert shown.startswith(anchor)
    assert (shown == anchor) or not capped


def test_a_lowered_rating_and_a_reason_are_told() -> None:
    feedback = build_feedback(review(capped="skipped", impact="You name no result."), score=73)
    lines = explain_scores(feedback, ["behaviour"]).splitlines()
    assert lines[:2] == ["Answer 1", "  ratings lowered: skipped"]
    assert lines[lines.index("  impact      3") + 1] == " " * 14 + "You name no result."


def test_every_answer_needs_its_kind() -> None:
    with pytest.raises(ValueError, match="zip"):
        explain_scores(build_feedback(review(), score=73), [])
