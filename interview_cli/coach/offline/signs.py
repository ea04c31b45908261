"""The signs that an answer is rated by: what it shows, counted, whatever the order it stands in.

Most grow as logarithms do: the first amount says more than the seventh. Those that speak against an
answer begin with `no_`; `weights.toml` says what each counts for.
"""

import math
import re
from collections.abc import Collection, Set
from dataclasses import dataclass

from interview_cli.answers.sentences import phrase
from interview_cli.answers.star import Elements
from interview_cli.coach.offline.forms import FORMS, missing_form
from interview_cli.english.words import content_stems, named_things
from interview_cli.models import Question

_BEGINNING = 5
_LONG_WORDS = 180
_FEW_WORDS = 8
_SPEECH = re.compile(r"[\"“][^\"”]{3,}[\"”]|'[A-Z][^']{6,}'")
# Nouns made of verbs and adjectives: whoever heaps them up tells of no case.
_NOMINAL = re.compile(r"\w{3,}(?:tions?|ments?|ity|ities|ness|ance|ence|ship|ism)")


@dataclass(frozen=True)
class Sign:
    """How far an answer shows a thing, from 0, and how one says so after "it"; `lacking` is how one
    says that it does not."""

    value: float
    seen: str
    lacking: str = ""

    @property
    def against(self) -> str:
        """How one says that it speaks against an answer."""
        return self.lacking or self.seen


def signs(
    elements: Elements, question: Question, subject: Set[str], employer: str
) -> dict[str, Sign]:
    """The signs of an answer to a question, by their names in `weights.toml`.

    `subject` holds the stems of what the question is about. Only what says something is read: empty
    sentences, and a sentence said again, add nothing but `no_emptiness`.
    """
    told = elements.told
    text = "\n".join(one.text for one in told)
    plain = "\n".join(one.plain for one in told)
    is_closing = question.kind == "closing"
    form = missing_form(question.kind, told, employer)
    sentence_count = max(1, len(told))
    word_count = elements.word_count
    # What the question named already, the answer does not name.
    names = sorted(elements.names - named_things(f"in {question.content}"))
    first_person = sum(one.i_count for one in told)
    first_plural = sum(one.we_count for one in told)
    others = sum(one.has_others_act for one in told)
    asks = [one.text for one in told if "?" in one.text]
    links = _phrases("links", plain)
    changes = sum(one.count("change") for one in told)
    general = _phrases("general", plain)
    times = sum(one.has_time for one in told)
    acts = frozenset().union(*(one.acts for one in told))
    plans = frozenset().union(*(one.planned for one in told))
    present = frozenset().union(*(one.present for one in told))
    return {
        "particulars": _sign(
            frozenset().union(*(one.specific for one in told)),
            "has particular words",
            "has few particular words",
        ),
        "amounts": _sign(elements.amounts, f"gives {few(elements.amounts)}", "gives no figure"),
        "names": _sign(names, f"names {few(names)}", "names nothing by its name"),
        "times": Sign(math.log1p(times), "says when", "does not say when"),
        "facts": _sign(elements.concrete, "holds hard facts"),
        "dense": Sign(len(elements.concrete) / sentence_count, "stays concrete"),
        "acts": _sign(acts, f"tells {_things(len(acts))} you did", "tells nothing you did"),
        "plans": _sign(plans, f"says what to do ({few(sorted(plans))})"),
        "present": _sign(present, "tells what you do"),
        "people": Sign(
            math.log1p(sum(one.says("person") for one in told)), "speaks of particular people"
        ),
        "speech": Sign(min(2, len(_SPEECH.findall(plain))), "quotes what was said"),
        "changes": Sign(math.log1p(changes), "tells what changed", "tells no change"),
        "outcomes": Sign(
            min(3, len(elements.result)), "tells an outcome", "does not say what came of it"
        ),
        "measured": Sign(
            min(2, len(elements.measured)), "measures the outcome", "does not measure the outcome"
        ),
        "baseline": Sign(
            min(2, len(elements.baseline)), "says what it was before", "gives no baseline"
        ),
        "reasons": _sign(elements.reasons, "gives reasons", "gives no reason"),
        "learned": _sign(elements.learned, "says what was learnt or handed on"),
        "decisions": Sign(
            min(1, len(elements.decisions)), "tells a decision of yours", "tells no decision"
        ),
        "links": _sign(links, f"is led by {few(sorted(links))}", "follows no visible line"),
        "setting": Sign(
            min(2, len(elements.situation)), "says where it began", "does not say where it began"
        ),
        "past": Sign(sum(one.is_past for one in told) / sentence_count, "tells what happened"),
        "first_person": Sign(math.log1p(first_person), "says “I”", "does not speak of you"),
        "questions": Sign(
            math.log1p(len(asks)) if is_closing else 0,
            "asks about the job",
            "asks nothing" if is_closing else "",
        ),
        "no_meeting": Sign(
            bool(subject) and not _meets(text, subject), "shares no word with the question"
        ),
        **{name: Sign(name == form, seen) for name, seen in FORMS.items()},
        "no_emptiness": _sign(elements.empty, "has sentences that fit any job"),
        "no_generality": Sign(len(general) / sentence_count, f"speaks in general ({few(general)})"),
        "no_nouns": Sign(
            sum(_NOMINAL.fullmatch(word) is not None for one in told for word in one.words)
            / max(_FEW_WORDS, word_count),
            "heaps up abstract nouns",
        ),
        "no_words": Sign(math.log1p(word_count), "takes many words for it"),
        "no_length": Sign(max(0, word_count - _LONG_WORDS) / 100, "is long"),
        "no_we": Sign(first_plural > 2 * max(1, first_person), "tells what “we” did"),
        "no_others": Sign(
            others > max(1, sum(bool(one.acts) for one in told)), "tells what others did"
        ),
        "no_one": Sign(
            not (first_person or plans or first_plural or any(one.says("person") for one in told)),
            "tells of no one who acts",
        ),
        "no_asking_back": Sign(0 if is_closing else math.log1p(len(asks)), "asks back"),
        "no_duties": Sign(sum(one.says("duty") for one in told) / sentence_count, "lists duties"),
    }


def few(found: Collection[str]) -> str:
    """The first four different ones of some words, for a reason."""
    some = list(dict.fromkeys(found))
    return ", ".join(some[:4]) + (" …" if len(some) > 4 else "")


def _sign(found: Collection[str], seen: str, lacking: str = "") -> Sign:
    return Sign(math.log1p(len(set(found))), seen, lacking)


def _things(count: int) -> str:
    return "one thing" if count == 1 else f"{count} things"


def _phrases(name: str, text: str) -> list[str]:
    return [found.lower() for found in phrase(name).findall(text)]


def _meets(text: str, subject: Set[str]) -> bool:
    """Whether a text has a word of a subject, by the beginnings of their stems."""
    wanted = {one[:_BEGINNING] for one in subject}
    return any(one[:_BEGINNING] in wanted for one in content_stems(text))
