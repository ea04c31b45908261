"""What an employer does with a message about a job post: one act for each clause of it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from interview_cli.job_posts.pay import Pay
from interview_cli.post_models import JobData
from interview_cli.vocabulary import PostField

ActKind = Literal[
    "set",  # gives a field of one value its value
    "add",  # adds an entry to a list
    "replace",  # puts `value` in the place of `old`, an entry or the text of a field
    "remove",  # removes an entry; without a value, clears the field
    "rank",  # says whether a requirement is nice to have
    "deny",  # says that something is not wanted
    "decline",  # leaves a field open on purpose
    "confirm",
    "doubt",  # confirms, but not surely
    "refuse",  # says no to the post as it is
    "undo",
    "restart",
    "show",
    "ask",  # asks something: `value` is the topic
    "greet",
    "thank",
    "restore",  # puts back what was removed: `value` names it
    "cannot",  # orders what the agent cannot do: `value` is the kind
    "unclear",  # gives a field two values that exclude each other
    "unlawful",  # asks for what a job ad must not ask for: `value` is the kind
    "unreadable",  # states something in a form that its field cannot hold
    "beside",  # says something that no field takes
]
"""The kinds of acts."""


@dataclass(frozen=True)
class Act:
    """One act of an employer, with the words of the message that it rests on."""

    kind: ActKind
    field: PostField | None = None
    value: str | Pay = ""
    words: str = ""
    corrects: bool = False
    """Whether it replaces the present value. A remark in passing does not."""
    nice_to_have: bool = False
    old: str = ""
    """What a replacement takes the place of, as the post has it."""


@dataclass(frozen=True)
class Turn:
    """A message of an employer, and what the reader of it has to know."""

    message: str
    company: str = ""
    data: JobData = field(default_factory=JobData)
    """The post before the message."""
    asked: PostField | None = None
    """The field that the agent asked for last; the title before its first reply."""
    is_shown: bool = False
    """Whether the employer has the post in front of them for review, or a complete one."""
    today: date | None = None
    """For dates without a year; None: the year must be said."""
    recent: PostField | None = None
    """The list that was changed last."""
