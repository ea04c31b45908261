"""Recognise the words that introduce a clause: "you will", "we offer", "they must have"."""

from dataclasses import dataclass

from interview_cli.english.rules import RuleFile, load_rules
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.duty_verbs import begins_with_gerund, begins_with_verb
from interview_cli.job_posts.entries import is_benefit, is_duty, is_requirement
from interview_cli.job_posts.headings import find_field
from interview_cli.job_posts.titles import find_title
from interview_cli.job_posts.word_lists import load_words, pick_group
from interview_cli.vocabulary import POST_LISTS, PostField

_FILE = "reading.toml"
_MOST_BEFORE_TITLE = 16
"""Characters that may stand before a title: "a new part-time"."""


@dataclass(frozen=True)
class Cue:
    """The list that a clause introduces, and what it says of it."""

    field: PostField
    text: str
    start: int
    """Where the introduction begins."""
    is_label: bool = False
    """Whether the list is named, as with a label."""


def find_cue(clause: str, asked: PostField | None = None) -> Cue | None:
    """Return the list that the words of a clause introduce; None if they introduce none.

    "Someone who can weld" tells a skill where skills were asked for, else a duty.
    """
    return (
        _find_asked(clause, asked)
        or _find_offer(clause)
        or _find_work(clause)
        or _find_need(clause, asked)
        or _find_with(clause)
    )


def _find_asked(clause: str, asked: PostField | None) -> Cue | None:
    """Return what a clause names, or says in answer to a question."""
    rules = _rules()
    if asked == "skills" and (able := rules["able"].pattern.match(clause)):
        return Cue("skills", able["what"], 0)
    if named := _find_named_list(clause):
        return named
    if asked != "title" and (bare := rules["bare_need"].pattern.match(clause)):
        return Cue("skills", bare["what"], 0)
    if (wish := rules["wish"].pattern.match(clause)) and not find_title(clause):
        return Cue("skills", pick_group(wish, "what") or "", 0)
    return None


def _find_offer(clause: str) -> Cue | None:
    rules = _rules()
    offer = rules["offer"].pattern.match(clause) or rules["pays_for"].pattern.match(clause)
    if offer is None and (has := rules["we_have"].pattern.match(clause)):
        offer = has if is_benefit(has["what"]) else None
    return Cue("benefits", pick_group(offer, "what") or "", 0) if offer else None


def _find_work(clause: str) -> Cue | None:
    """Return the duties that a clause introduces: "you will", "the job is"."""
    rules = _rules()
    duty = rules["duty"].pattern.match(clause)
    is_plain = duty is not None and not is_working_time(duty["what"])
    if duty and is_plain and not rules["no_duty"].pattern.match(duty["what"]):
        return Cue("responsibilities", duty["what"], 0)
    if (doer := rules["doer"].pattern.match(clause)) and not find_title(doer["what"]):
        return Cue("responsibilities", doer["what"], 0)
    job_is = rules["job_is"].pattern.match(clause)
    what = (pick_group(job_is, "what") or "") if job_is else ""
    if is_duty(what) or begins_with_verb(what) or begins_with_gerund(what):
        return Cue("responsibilities", what, 0)
    return None


def _find_need(clause: str, asked: PostField | None) -> Cue | None:
    rules = _rules()
    need = rules["need"].pattern.search(clause)
    if need and rules["other_subject"].pattern.search(clause[: need.start()]):
        need = None  # "my captain must read it before"
    if need and asked == "title" and _begins_with_title(need["what"]):
        return None  # "the school needs a new caretaker"
    if need and not is_working_time(need["what"]):
        return Cue("skills", need["what"], need.start())
    worker = rules["worker"].pattern.match(clause)
    is_work = worker is not None and not rules["no_duty"].pattern.match(worker["what"])
    if worker and is_work and is_duty(worker["what"]) and not is_working_time(worker["what"]):
        return Cue("responsibilities", worker["what"], 0)
    plus = rules["plus"].pattern.match(clause)
    if plus and is_benefit(plus["what"]):
        return Cue("benefits", plus["what"], 0)
    return None


def _begins_with_title(text: str) -> bool:
    found = find_title(text)
    return found is not None and names_thing(text) and text.find(found[1]) <= _MOST_BEFORE_TITLE


def _find_named_list(clause: str) -> Cue | None:
    """Return the list that a label without a colon names: "skills hydraulics"."""
    label = _rules()["loose_label"].pattern.match(clause)
    if label is None:
        return None
    field = find_field(pick_group(label, "list") or "")
    named = field if field in POST_LISTS and field else "skills"
    return Cue(named, pick_group(label, "what") or "", 0, is_label=True)


def wants_title(clause: str) -> bool:
    """Return whether a clause says what the employer wants, and it is a job: "I need a cook"."""
    return bool(_rules()["wish"].pattern.match(clause)) and find_title(clause) is not None


def strip_aside(entry: str) -> str:
    """Return an entry without a remark at its end: "figma so they don't break my layouts"."""
    aside = _rules()["aside"].pattern.search(entry)
    return strip_marks(entry[: aside.start()]) if aside and aside.start() else entry


def find_opened_list(clause: str) -> PostField | None:
    """Return the list that a clause only opens: "they should know", "the day goes like"."""
    match = _rules()["opens_list"].pattern.fullmatch(clause)
    if match is None:
        return None
    if label := match["list"]:
        field = find_field(label)
        return field if field in POST_LISTS else "skills"
    return "skills" if match["skills"] else "responsibilities"


def find_successor(clause: str) -> str:
    """Return what takes the place of an entry just taken out: "it's Sage now"; else empty."""
    match = _rules()["successor"].pattern.fullmatch(clause)
    return (pick_group(match, "what") or "") if match else ""


def find_extra(text: str) -> str:
    """Return what stands behind pay and is joined to it: "and a room"; empty without such."""
    match = _rules()["extra"].pattern.fullmatch(text.strip(" .,"))
    return match["what"] if match else ""


def find_fearless(text: str) -> tuple[str, str]:
    """Return what nobody may be afraid of as a requirement, and its words; empty without such."""
    match = _rules()["fearless"].pattern.search(text)
    if match is None:
        return "", ""
    return f"{pick_group(match, 'no')} {strip_marks(pick_group(match, 'what') or '')}", match[0]


def names_thing(text: str) -> bool:
    """Return whether a text begins as the name of a thing does: "the knots", "a head for sums"."""
    first, *_ = text.lower().split() or [""]
    return first in load_words(_FILE, "determiners")


def is_working_time(text: str) -> bool:
    """Return whether a text says when people work: "work weekends"."""
    return bool(_rules()["working_time"].pattern.match(text))


def is_about_employer(text: str) -> bool:
    """Return whether a text tells about the employer: "we are a friendly team"."""
    return bool(_rules()["about_employer"].pattern.match(text))


def is_told(text: str) -> bool:
    """Return whether a text is a sentence of its own, which tells and demands nothing."""
    return bool(_rules()["told"].pattern.match(text))


def is_praise(text: str) -> bool:
    """Return whether a text only praises the employer: "nice team"."""
    return bool(_rules()["praise"].pattern.fullmatch(text))


def is_about_speaker(text: str) -> bool:
    """Return whether employers speak of themselves to the agent: "let me think"."""
    return bool(_rules()["speaker"].pattern.match(text))


def strip_lead_in(text: str) -> str:
    """Return a text without words that introduce it and add nothing."""
    while lead_in := _rules()["lead_in"].pattern.match(text):
        text = text[lead_in.end() :]
    frame = _rules()["level_frame"].pattern.match(text)
    return (pick_group(frame, "level") or text) if frame else text


def _find_with(clause: str) -> Cue | None:
    """Return what follows "with", if its own words say which list it belongs to."""
    match = _rules()["with"].pattern.search(clause)
    if match is None or begins_with_gerund(clause):  # "helping with evening meals"
        return None
    text = clause[match.start() :].split(" ", 1)[1]
    if is_benefit(text):
        return Cue("benefits", text, match.start())
    if is_requirement(text):
        return Cue("skills", text, match.start())
    return None


def _rules() -> RuleFile:
    return load_rules("interview_cli.job_posts", _FILE)
