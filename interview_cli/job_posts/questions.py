"""Find the questions in an employer's message, and what they are about.

The rules are in `questions.toml`.
"""

import re

from interview_cli.english.rules import RuleFile, load_rules
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.clauses import split_sentences
from interview_cli.job_posts.dialogue import find_topic, strip_request
from interview_cli.job_posts.entries import has_content
from interview_cli.job_posts.fairness import find_unfair_demands
from interview_cli.job_posts.stored_questions import find_stored_topic

_MOST_LINES = 3
"""A message of more lines is a pasted ad, whose questions are to its readers."""
_JOINT = re.compile(r"(?:,|\s[-–—]|\.\.+)\s*")


_EDGES = " ,.-–—"


def take_questions(message: str) -> tuple[str, list[Act]]:
    """Return a message without its questions, and an act for each one that needs an answer."""
    acts: list[Act] = []
    if message.count("\n") >= _MOST_LINES:
        return message, acts
    rest = message
    for sentence in split_sentences(message):
        question = _find_question(sentence)
        if not question or question not in rest:
            continue
        rest = rest.replace(question, " ", 1)
        unlawful = [
            Act("unlawful", value=demand.ground, words=demand.words)
            for demand in find_unfair_demands(question)
        ]
        acts += unlawful
        topic = _choose_topic(question, sentence.replace(question, ""))
        if topic and not (unlawful and topic in ("other", "legal")):
            acts.append(Act("ask", value=topic, words=question.strip(_EDGES)))
    acts.sort(key=lambda act: act.value != "other")
    return ("" if acts and not has_content(rest) else rest), acts


def find_guess(question: str) -> str:
    """Return the level by which a question answers: "so I guess mid?"; empty without one."""
    guess = _rules()["guess"].pattern.search(question)
    return guess["level"] if guess else ""


def _find_question(sentence: str) -> str:
    """Return the part of a sentence that asks; empty if none does."""
    if _rules()["meaning"].pattern.match(sentence) or find_stored_topic(sentence):
        return sentence
    is_request = strip_request(sentence) != sentence
    is_marked = bool(re.search(r"\?\W*$", sentence))
    if not is_request and _begins_question(sentence, is_marked=is_marked):
        return sentence
    if not is_marked:
        return ""
    ends = [joint for joint in _JOINT.finditer(sentence) if _is_tail(sentence[joint.end() :])]
    ends += [space for space in re.finditer(r"\s", sentence) if _is_tag(sentence[space.end() :])]
    for joint in ends:
        if has_content(sentence[: joint.start()]):
            return sentence[joint.start() :]
    return "" if is_request else sentence


def _is_tail(text: str) -> bool:
    return bool(_rules()["tail"].pattern.match(text))


def _is_tag(text: str) -> bool:
    """Return whether two words or more only ask for agreement."""
    return " " in text and bool(_rules()["tag"].pattern.fullmatch(text))


def _begins_question(sentence: str, *, is_marked: bool) -> bool:
    groups = ("question", "marked_question") if is_marked else ("question",)
    return any(_rules()[group].pattern.match(sentence) for group in groups)


def _choose_topic(question: str, statement: str) -> str:
    """Return what a question is about; empty if it needs no answer."""
    rules = _rules()
    if topic := find_stored_topic(question):
        return topic
    if rules["ask_pay"].pattern.search(question):
        return "pay"
    is_opinion = rules["opinion"].pattern.search(question)
    if is_opinion and rules["about_pay"].pattern.search(statement):
        return "pay"
    plain = question.strip(_EDGES)
    if rules["tag"].pattern.fullmatch(plain) and has_content(statement):
        return ""
    if topic := find_topic(plain):
        return topic
    topics = ("publishing", "meaning")
    return next((topic for topic in topics if rules[topic].pattern.match(question)), "other")


def _rules() -> RuleFile:
    return load_rules("interview_cli.job_posts", "questions.toml")
