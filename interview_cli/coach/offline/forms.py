"""Check that an answer has the form of its question: case, plan, start, wish, address or bridge.

An address is a question or a remark to the employer; a bridge says what is missing and how to learn
it, or that nothing is. An answer in another form answers another question, whatever it says. The
bounds come from the tuning answers: of those that readers rated as relevant, one in forty lacks the
form. An opener may take any form, and so may a question on experience that asks what somebody
knows or would do.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from interview_cli.answers.sentences import Sentence
from interview_cli.english.rules import Rules
from interview_cli.english.words import tokenize, word_list

_RULES = Rules("interview_cli.coach.offline", "forms.toml")

_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|‘[^’]*’")

Form = Literal["case", "plan", "start", "wish", "address", "bridge"]


@dataclass(frozen=True)
class _Shares:
    """The shares of an answer's sentences, 0 to 1, that have each form."""

    past: float
    """In the past tense."""
    told: float
    """Plainly in the past, with a verb that has another form in the present."""
    case: float
    """In the past tense, or in the present of "I", in which some late learners tell a case."""
    ahead: float
    """About a plan, or with "would"."""
    supposed: float
    """Like `ahead`, or with "if"."""
    wish: float
    """About what the speaker wants."""
    address: float
    """To the employer: a question, "you" or the employer's name."""
    lack: float
    """About what the speaker cannot do yet."""
    has_it: float
    """About what the speaker has of what is asked for."""
    had_it: float
    """About having been in such a situation."""


def _is_not_story(shares: _Shares) -> bool:
    return shares.case - max(shares.ahead, shares.address) <= 0.2


_LACKING: dict[str, tuple[Form, Callable[[_Shares], bool]]] = {
    # An answer about experience may lack the past tense, unless plans or remarks to the employer
    # make up much of the rest.
    "requirement": (
        "case",
        lambda shares: _is_not_story(shares) and max(shares.ahead, shares.address) >= 0.3,
    ),
    "behaviour": ("case", _is_not_story),
    "follow_up": ("case", _is_not_story),
    "situation": (
        "plan",
        lambda shares: shares.told - shares.supposed >= 0.4 and not shares.had_it,
    ),
    "motivation": ("wish", lambda shares: not shares.wish and shares.address <= 0.1),
    "closing": (
        "address",
        lambda shares: shares.address + shares.wish <= 0.2 and shares.past >= 0.5,
    ),
    "gap": ("bridge", lambda shares: not (shares.ahead or shares.lack or shares.has_it)),
}
"""By kind of question: the form, and when an answer lacks it."""


def find_missing_form(kind: str, sentences: Sequence[Sentence], employer: str) -> Form | None:
    """Return the form that sentences lack; None if they have it.

    `kind` is the kind of the question; a kind that is not in the table allows any form.
    """
    if not sentences or kind not in _LACKING:
        return None
    form, is_lacking = _LACKING[kind]
    return form if is_lacking(_measure_shares(sentences, employer)) else None


def asks_for_plan(situation: str) -> bool:
    """Return whether a question about a situation asks what somebody would do in it."""
    return _RULES.is_found("asks_for_plan", situation)


def asks_for_view(question: str) -> bool:
    """Return whether a question asks what somebody knows, thinks or would do, and for no case."""
    return _RULES.is_found("asks_for_view", question)


def asks_for_start(situation: str) -> bool:
    """Return whether a question asks how somebody would begin the job, which no case tells."""
    return _RULES.is_found("asks_for_start", situation)


def asks_for_questions(closing_question: str) -> bool:
    """Return whether a closing question asks for questions to the employer, and nothing else."""
    return _RULES.is_found("closing_questions", closing_question)


def has_question(sentence: str) -> bool:
    """Return whether a sentence asks something, apart from what it quotes."""
    return "?" in _QUOTED.sub("", sentence)


def says_what_is_lacking(sentence: str) -> bool:
    """Return whether somebody says what the job asks for and they do not have or know yet."""
    return _RULES.is_found("own_lack", sentence)


def is_question_to_employer(sentence: str) -> bool:
    """Return whether a sentence asks something that an employer can answer."""
    return "?" in sentence and not _RULES.is_found("rhetorical", sentence)


def _measure_shares(sentences: Sequence[Sentence], employer: str) -> _Shares:
    name = _find_first_name(employer)

    def share(has_form: Callable[[Sentence], bool]) -> float:
        return sum(map(has_form, sentences)) / len(sentences)

    def is_ahead(sentence: Sentence) -> bool:
        return bool(sentence.planned_verbs) or sentence.is_hypothetical

    return _Shares(
        past=share(lambda sentence: sentence.is_past),
        told=share(lambda sentence: sentence.is_plainly_past),
        case=share(lambda sentence: sentence.is_past or bool(sentence.present_verbs)),
        ahead=share(is_ahead),
        supposed=share(lambda sentence: is_ahead(sentence) or "if" in sentence.words),
        wish=share(lambda sentence: sentence.has_phrase("wish")),
        address=share(lambda sentence: _is_to_employer(sentence, name)),
        lack=share(lambda sentence: sentence.has_phrase("lack")),
        has_it=share(lambda sentence: sentence.has_phrase("has_it")),
        had_it=share(lambda sentence: sentence.has_phrase("had_it")),
    )


def _find_first_name(employer: str) -> str | None:
    """Return the first word of an employer's name that is not a function word."""
    names = (token for token in tokenize(employer) if token.lower() not in word_list("stop"))
    return next((name.casefold() for name in names), None)


def _is_to_employer(sentence: Sentence, employer: str | None) -> bool:
    """Return whether a sentence, without what it quotes, asks or addresses the employer."""
    text = _QUOTED.sub("", sentence.text)
    address = _RULES.pattern("address")
    is_named = employer in [token.casefold() for token in tokenize(text)]
    return has_question(sentence.text) or address.search(text) is not None or is_named
