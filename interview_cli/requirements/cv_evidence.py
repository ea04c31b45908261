"""Find the lines of a CV that support a requirement, and those that name an achievement."""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from interview_cli.english.rules import load_rules
from interview_cli.english.verbs import load_verbs
from interview_cli.english.words import content_stems, find_names, stem_word, tokenize, word_list
from interview_cli.requirements.cv_paper_lines import (
    can_state_paper,
    find_lines_alike,
    find_unfinished,
)
from interview_cli.requirements.cv_papers import (
    Judgement,
    is_below,
    is_paper,
    judge_paper,
    names_paper,
)
from interview_cli.requirements.cv_sections import read_sections
from interview_cli.requirements.cv_work import WorkItem, find_work, is_achievement
from interview_cli.requirements.driving_licences import (
    asks_for_driving,
    find_class_asked,
    find_letters,
)
from interview_cli.requirements.paper_names import load_paper_stems, write_same
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.role_work import (
    has_years_of_any_work,
    is_named_otherwise,
    is_work_of_role,
)
from interview_cli.requirements.synonyms import find_synonyms, names_kind_of

_MAX_NAME_WORDS = 5
_MIN_LINES_BELOW_NAME = 3
_MIN_LINE_WORDS = 2
_MIN_SHARE = 0.4
"""A line must have this share of the words of a long topic, and at least two."""
_ACHIEVEMENT_BONUS = 0.5
"""An achievement makes a better question than another line with the same support."""
BEGINNING_CHARS = 5
_TEXTS_KEPT = 4
_LINES_KEPT = 10_000
"""A CV of 200,000 characters has about 4,000 lines."""


def judge_evidence(requirement: Requirement, cv_text: str) -> Judgement:
    """Return whether a CV shows a requirement, may show it in other words, or lacks it.

    Lists of skills and courses are only a hint of experience. A licence, certificate or degree is
    shown only by a line that states that very paper as held.

    The title of a job shows what that job is, and a tool goes by several names. Any other
    requirement is absent only if it shares no meaningful word with the CV, because a
    wrong "your CV lacks this" does more harm than a missed one.
    """
    if is_paper(requirement.topic):
        return judge_paper(requirement.topic, requirement.text, cv_text)
    if requirement.is_paper and names_paper(requirement.topic):
        return _judge_named_paper(requirement, cv_text)
    if is_work_of_role(requirement, cv_text) or is_named_otherwise(requirement.topic, cv_text):
        return "shown"
    lines = find_supporting_lines(requirement.topic, cv_text, requirement.text)
    if lines:
        return "shown" if set(lines) - find_listed_lines(cv_text) else "hinted"
    stems = content_stems(requirement.text) - load_generic_stems()
    shared = cut_to_beginnings(stems) & cut_to_beginnings(content_stems(cv_text))
    is_hinted = shared or has_years_of_any_work(requirement.text, cv_text)
    return "hinted" if is_hinted else "absent"


def _judge_named_paper(requirement: Requirement, cv_text: str) -> Judgement:
    """Judge a paper of which the ad says only the name: a line that supports it may state it."""
    judged = judge_paper(requirement.topic, requirement.text, cv_text)
    if find_unfinished(requirement.text, cv_text):
        return "hinted"
    lines = find_supporting_lines(requirement.topic, cv_text, requirement.text)
    is_likely = any(not is_below(requirement.topic, line) for line in lines)
    return "hinted" if judged == "absent" and is_likely else judged


def may_mention(requirement: Requirement, cv_text: str) -> bool:
    """Return whether a CV may mention a requirement in a place or form that was not understood.

    A word of it is enough, except for a paper: a line that can state one must hold all words that
    name it. Any licence in a CV may be that to drive, and SAP is an ERP.
    """
    if not requirement.is_paper and names_kind_of(requirement.topic, cv_text):
        return True
    named = content_stems(requirement.phrase or requirement.topic)
    if not requirement.is_paper or asks_for_driving(requirement.topic):
        return not named.isdisjoint(content_stems(cv_text))
    named = content_stems(write_same(requirement.phrase or requirement.topic)) - load_paper_stems()
    lines = (line for line in find_lines_alike(cv_text) if not is_below(requirement.topic, line))
    if not named and (asked := find_class_asked(requirement.topic)):
        return any(asked in find_letters(line) for line in lines)
    return any(named <= content_stems(line) for line in lines)


@lru_cache(maxsize=_TEXTS_KEPT)
def find_listed_lines(cv_text: str) -> frozenset[str]:
    """Return the lines of a CV that list skills, courses or papers."""
    label = load_rules("interview_cli.requirements", "cv_work.toml")["label"].pattern
    return frozenset(
        line.text
        for line in read_sections(cv_text)
        if line.section == "training"
        or (line.section == "skills" and not line.text.startswith("I "))
        or label.match(line.text)
    )


@lru_cache(maxsize=_LINES_KEPT)
def cut_to_beginnings(stems: frozenset[str]) -> frozenset[str]:
    """Return the first letters of stems: "published" and "publication" share only these."""
    return frozenset(word[:BEGINNING_CHARS] for word in stems)


@cache
def load_generic_stems() -> frozenset[str]:
    """Return the stems of words that stand in every ad."""
    return frozenset(stem_word(word) for word in word_list("generic"))


def find_supporting_lines(topic: str, cv_text: str, text: str = "") -> list[str]:
    """Return the lines of a CV that support a topic, the best first.

    A line supports a topic if they share a name or a compound (event-driven, C++), or if it has
    most of the topic's meaningful words. `text` is everything the ad says about the topic: it may
    name examples. A paper is supported only by lines that can state it as held.
    """
    measure_support = build_support_measure(topic, text)
    claims = _find_claims(cv_text)
    if is_paper(topic):
        is_named = judge_paper(topic, text, cv_text) != "absent"
        claims = [line for line in claims if is_named and can_state_paper(line, text, cv_text)]
    support = {line: measure_support(line) for line in claims}
    listed = find_listed_lines(cv_text)
    return sorted(
        (line for line in support if support[line]),
        key=lambda line: (-support[line], line in listed),
    )


def find_supporting_work(topic: str, cv_text: str, text: str = "") -> list[WorkItem]:
    """Return the work in a CV that supports a topic: the best first, of equals the most recent.

    `find_supporting_lines` says what counts.
    """
    measure_support = build_support_measure(topic, text)
    items = [(measure_support(item.text), item) for item in find_work(cv_text)]
    supporting = [(support, item) for support, item in items if support]
    supporting.sort(key=lambda entry: -entry[0])
    return [item for _, item in supporting]


def _find_claims(cv_text: str) -> list[str]:
    """Return the lines that can support something: not the name at the top, wishes or denials."""
    first, *rest = read_cv_lines(cv_text) or [""]
    is_name = len(first.split()) <= _MAX_NAME_WORDS and len(rest) >= _MIN_LINES_BELOW_NAME
    lines = rest if is_name else [first, *rest]
    rules = load_rules("interview_cli.requirements", "evidence.toml")
    wish, denied = rules["wish"].pattern, rules["denied"].pattern
    private = word_list("private")
    return [
        line
        for line in lines
        if not (wish.search(line) or denied.search(line))
        and not private & {word.lower() for word in tokenize(line)}
    ]


def read_cv_lines(cv_text: str) -> list[str]:
    """Return the lines of a CV without bullets and emphasis; a line broken by a page is joined."""
    return list(_read_cv_lines_once(cv_text))


# Every requirement of an ad is looked up in the same CV.
@lru_cache(maxsize=_TEXTS_KEPT)
def _read_cv_lines_once(cv_text: str) -> tuple[str, ...]:
    lines = (
        line.text
        for line in read_sections(cv_text)
        if not line.is_heading or line.section == "unknown"
    )
    return tuple(line for line in lines if len(tokenize(line)) >= _MIN_LINE_WORDS)


def _find_named(names: Iterable[str], line: str) -> frozenset[str]:
    """Return the stems of names that stand in a line as such: "74 words" is no Word, and a dental
    practice no Dentally. A line without capitals may have names in small letters.
    """
    words = tokenize(line)
    capitals = [word for word in words if not word.islower()] or words
    known = {word.lower().removesuffix("s") for word in capitals}
    return frozenset(stem_word(name) for name in names if name.lower().removesuffix("s") in known)


def build_support_measure(topic: str, text: str = "") -> Callable[[str], float]:
    """Return a function that measures how well a line supports a topic: 0 for not at all.

    `find_supporting_lines` says what counts.
    """
    wanted = content_stems(topic)
    names = find_names(f"the {topic}") | find_names(text)
    named = {stem_word(name) for name in names}
    # "Training" begins a topic with a capital, and is no name.
    only_names = {stem_word(name) for name in names if name.lower() not in load_verbs()}
    # A word in a name that any CV may use ("Life Support") shows nothing by itself.
    named -= load_generic_stems()
    distinct = named | {word for word in wanted if not word.isalpha()}
    synonyms = find_synonyms(topic)

    def measure_support(line: str) -> float:
        shared = (wanted | named) & content_stems(line)
        shared -= only_names - _find_named(names, line)
        if not shared & distinct:
            groups = synonyms.keys() & find_synonyms(line).keys()
            # A tool (Terraform) does not support another one (Ansible).
            shared |= frozenset().union(*(synonyms[group] for group in groups)) - distinct
        count = len(shared & wanted)
        is_most = count * 2 > len(wanted) or 1 < count >= len(wanted) * _MIN_SHARE
        if not (shared & distinct or is_most):
            return 0.0
        return len(shared) + (_ACHIEVEMENT_BONUS if is_achievement(line) else 0.0)

    return measure_support
