"""Interviews to render; `python -m tests.render.interviews` rewrites the golden files."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from interview_cli.models import (
    Answer,
    AnswerReview,
    Attempt,
    Feedback,
    Interview,
    Question,
    Ratings,
)
from interview_cli.render.html import render_page
from interview_cli.render.markdown import render_markdown
from interview_cli.render.report import build_report, build_transcript

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
GOLDEN = Path(__file__).parent / "golden"

INJECTIONS = [
    "![x](incwd.png)",
    "[x](#nowhere)",
    "[x](http://127.0.0.1:9/x)",
    "[x]: http://example.org",
    "<img src=x onerror=alert(1)>",
    '<img src="incwd.png">',
    "<script>alert(1)</script>",
    "<style>body{display:none}</style>",
    "</p></blockquote></main><h1>Not ours</h1>",
    "<a href='http://example.org'>x</a>",
    "<!-- hidden -->",
    "<![CDATA[ x ]]>",
    "<?php x ?>",
    "<https://example.org>",
    "http://example.org",
    "#### heading",
    "# heading #",
    "setext\n===",
    "setext\n---",
    "- bullet\n- bullet",
    "+ bullet",
    "* bullet",
    "1. first\n2. second",
    "1) first",
    "> quote",
    "    code",
    "\tcode",
    "`code`",
    "```\nfenced\n```",
    "~~~\nfenced\n~~~",
    "~~gone~~",
    "**bold** *it* __b__ _i_",
    "| a | b |\n| - | - |\n| 1 | 2 |",
    "a|b\n-|-\n1|2",
    "a\n:-\n1",
    "&amp; &lt;b&gt; &#65; &nbsp; &copy; &ampx",
    '&lt;img src="incwd.png"&gt;',
    "&amp;lt;b&amp;gt;",
    "\\*not\\* \\",
    "one\\\ntwo",
    "two  \nlines",
    "***",
    "---",
    "___",
    "$x$ ^a^",
    "- - -",
    "word\n\nword",
    "\u00a0# odd",
    "1.",
    "12345678901. x",
    "-",
    "+",
    "=",
    "a\u2028# b",
    "(c) ... -- \"quoted\" 'quoted'",
]


def ratings(*five: int) -> Ratings:
    return Ratings(**dict(zip(Ratings.model_fields, five, strict=True)))


def interview(*said: str | None, asked: str = "What of", **fields: Any) -> Interview:
    """Build an interview with these answers; None stands for a skipped question."""
    messages: list[Question | Answer] = []
    for number, text in enumerate(said, start=1):
        messages.append(Question(content=f"{asked} case {number}?", timestamp=NOW))
        messages.append(Answer(content=text or "", timestamp=NOW, skipped=text is None))
    stored = {
        "session_id": "01930001-0000-7000-8000-000000000001",
        "created_at": NOW,
        "last_updated": NOW,
        "job_title": "Electrician",
        "company_name": "Acme",
        "max_questions": len(said) or 8,
        "messages": messages,
    }
    return Interview.model_validate(stored | fields)


def reviewed(one: Interview, **changes: Any) -> Interview:
    """Add a feedback to the interview."""
    reviews = [
        AnswerReview(
            number=number,
            ratings=ratings(4, 4, 3, 4, 3),
            score=73,
            comment=f"Comment on {number}.",
            next_time=f"Advice on {number}.",
        )
        for number in range(1, len(one.answers) + 1)
    ]
    fields = {
        "interview_score": 73,
        "strengths": ["Concrete"],
        "weaknesses": ["No figure"],
        "cv_improvements": ["Add a date"],
        "summary": "A fair talk.",
        "answers": reviews,
        "coach": "offline",
        "created_at": NOW,
    }
    one.feedback = Feedback.model_validate(fields | changes)
    return one


def full_of(text: str, answers: int = 2) -> Interview:
    """Build a reviewed interview in which every text is `text`."""
    one = interview(*[text] * answers, asked=text)
    one.job_title = one.company_name = " ".join(text.split())[:200]
    one.notices = [text]
    one.answers[0].earlier = [Attempt(content=text, timestamp=NOW)]
    lists = {name: [text] for name in ("strengths", "weaknesses", "cv_improvements")}
    marked = reviewed(one, summary=text, model=text, **lists)
    assert marked.feedback
    for review in marked.feedback.answers:
        review.comment = review.next_time = review.evidence = review.capped = text
    return marked


def sample() -> Interview:
    """Build an interview with everything that a report can hold."""
    minute = timedelta(minutes=1)
    kinds = ("opener", "requirement", "situation", "closing")
    texts = (
        "I rewired *three* schools in Leeds & York.\n\n\tPanel A: 12 kW\n\tPanel B: 9 kW",
        None,
        "Năm 2023 hệ thống báo cháy bị hỏng. 二〇二三年。 שלום 🚀",
        "I don't know",
    )
    messages: list[Question | Answer] = []
    for number, (kind, text) in enumerate(zip(kinds, texts, strict=True)):
        coach = {"coach": "openai", "model": "qwen3:32b"} if number else {"coach": "offline"}
        asked = {"content": f"What of case {number + 1} <in Leeds>?", "kind": kind, **coach}
        messages.append(Question(timestamp=NOW + 2 * number * minute, **asked))
        given = {"content": text or "", "skipped": text is None}
        messages.append(Answer(timestamp=NOW + (2 * number + 1) * minute, **given))
    assert isinstance(messages[1], Answer)
    messages[1].earlier = [Attempt(content="A first try.\nOf two lines.", timestamp=NOW)]
    one = interview(messages=messages, max_questions=4, company_name="Acme <&> Söhne")
    one.notices = ["The CV was cut to the model's limit: its end was not sent."]
    reviews = [
        AnswerReview(
            number=1,
            ratings=ratings(5, 4, 3, 4, 2),
            score=75,
            comment="Concrete, with *names*.",
            evidence="I rewired *three* schools",
            next_time="Say what it changed.",
        ),
        AnswerReview(
            number=2,
            ratings=ratings(0, 0, 0, 0, 0),
            capped="skipped",
            score=0,
            comment="Skipped.",
            next_time="Try one sentence.",
        ),
        AnswerReview(
            number=3,
            ratings=ratings(4, 3, 4, 3, 3),
            score=69,
            comment="Clear.",
            next_time="Say why.",
        ),
        AnswerReview(
            number=4,
            ratings=ratings(1, 0, 0, 0, 0),
            capped="an “I don't know”",
            score=5,
            comment="No answer.",
            next_time="One case of your own.",
        ),
    ]
    return reviewed(
        one,
        interview_score=37,
        summary="A fair start.\n\nTwo of four answers could be rated.",
        strengths=["Concrete (answer 1): “I rewired *three* schools”"],
        weaknesses=[],
        cv_improvements=["The line “Rewired schools” gives no figure."],
        answers=reviews,
        coach="openai",
        model="qwen3:32b",
    )


def goldens() -> dict[str, str]:
    """Return the contents of the golden files by name."""
    one = sample()
    return {
        "report.md": render_markdown(build_report(one)),
        "report.html": render_page(build_report(one)),
        "transcript.md": render_markdown(build_transcript(one)),
        "transcript.html": render_page(build_transcript(one)),
    }


if __name__ == "__main__":
    for name, content in goldens().items():
        (GOLDEN / name).write_text(content, "utf-8")
