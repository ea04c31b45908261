"""Find the deeds in a CV that questions can tell back, worded to follow "you"."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.cv_acts import split_acts
from interview_cli.coach.offline.cv_phrasing import reword_achievement, reword_work
from interview_cli.coach.offline.cv_phrasing_rules import load_pattern, load_words
from interview_cli.coach.offline.cv_questions import find_role_trade, is_near
from interview_cli.coach.offline.deed_results import find_results
from interview_cli.coach.offline.deed_sharing import add_team, is_shared, was_told
from interview_cli.coach.offline.deed_wording import say_change
from interview_cli.coach.offline.frame_estimates import is_well_told
from interview_cli.coach.offline.job_stems import find_job_stems
from interview_cli.english.words import content_stems
from interview_cli.requirements.articles import choose_article
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.cv_title_words import mend_title
from interview_cli.requirements.cv_titles import find_kind_stems, find_title
from interview_cli.requirements.cv_work import WorkItem, find_work
from interview_cli.requirements.notes import is_said_whole
from interview_cli.requirements.work_verbs import parse_work_verb
from interview_cli.trades.trades import leads

_PLACE = re.compile(r",(?:\s[A-Z][\w.'’-]*)+$")
"""A place at the end of a line: "for Brook & Sons, Leeds"."""
_PAUSE = re.compile(r"[;()]|,(?!\d{3})")
_SHARED_WITH_OTHER_WORK = 2
_MOST_TELLING = 3
_MOST_TOLD_OF_LINE = 2
_MIN_ACT_WORDS, _MAX_DEED_WORDS = 2, 15
"""Behind the verb."""
_LEADING = ("led", "trained", "supervised", "coached", "hired", "recruited")
_FINDING = ("found", "discovered", "noticed")
_PHRASAL = ("set up", "rolled out")
"""Verbs of two words, which an object follows."""
_EASY_WORDS = 12
"""A longer line is hard to take in when it is said."""


def find_project(facts: Facts, work: Sequence[WorkItem]) -> dict[str, str]:
    """Return one of the first projects that were not asked about and are likely to make a good
    question; which one differs between sessions.

    It is the `deed` of the result, which is empty if there is none; one from an earlier job says in
    which job it was. Before it comes `told_deed` if the candidate told it in an answer,
    `shared_deed` if others had part in it, `standing_deed` if it went on all the time, and
    `explained_deed` if the CV says itself how it was done.
    """
    asked = "\n".join(exchange.question.content for exchange in facts.exchanges)
    latest: dict[str, WorkItem] = {}
    for recency in sorted({item.recency for item in work}):
        of_job = [item for item in work if item.recency == recency]
        projects = _list_projects(facts, of_job)
        latest = {words: item for words, item in projects if _cut_to_result(words) not in asked}
        if latest:  # earlier jobs need not be read
            break
    new = list(islice((words for words in latest if not was_told(words, facts)), _MOST_TELLING))
    telling = new or list(islice(latest, _MOST_TELLING))
    if not telling:
        return {}
    deed = Random(f"{facts.seed} deed").choices(telling, range(len(telling), 0, -1))[0]
    kind = "told_deed" if not new else _name_kind(deed, latest[deed])
    return {**({kind: ""} if kind else {}), "deed": _place(deed, latest[deed], facts)}


def _name_kind(deed: str, item: WorkItem) -> str | None:
    """Return what is special about a deed: it was shared, went on, or is explained in the CV."""
    if is_shared(deed):
        return "shared_deed"
    if is_led(deed) or load_pattern("standing").search(deed):
        return "standing_deed"
    is_explained = _shows_result(deed) and load_pattern("explained").search(item.text)
    return "explained_deed" if is_explained else None


def _place(deed: str, item: WorkItem, facts: Facts) -> str:
    """Return a deed with the job that it was done in, unless that is the latest one."""
    title = find_title(item.employer) if item.recency else None
    said = mend_title(title, facts.full_title) if title else None
    if said is None:
        return deed
    # A site engineer is still an engineer: "when you were an engineer" would deny it.
    kind = find_kind_stems(said)
    if kind and any(kind <= find_kind_stems(now) for now in _list_present(facts)):
        return f"{deed} in an earlier job"
    return f"{deed} when you were {choose_article(said.split()[0])} {said}"


def _list_present(facts: Facts) -> list[str]:
    return [role.title for role in find_roles(facts.cv_text) if role.is_current]


def list_projects(facts: Facts, work: Sequence[WorkItem]) -> Iterator[str]:
    """Yield the projects that have to do with the job, worded to follow "you".

    Each is told in one short whole phrase. Duties and small deeds are left out: read out, they
    sound like a reproach or a riddle. A result in numbers is worth telling in any job.
    """
    yield from (words for words, _ in _list_projects(facts, work))


def _list_projects(facts: Facts, work: Sequence[WorkItem]) -> Iterator[tuple[str, WorkItem]]:
    for item in work:
        acts = (_find_told(act, item, facts) for act in _list_acts(item))
        told = islice(dict.fromkeys(filter(None, acts)), _MOST_TOLD_OF_LINE)
        yield from ((words, item) for words in told)


def _list_acts(item: WorkItem) -> Iterator[str]:
    """Yield what can be said of a line after "you": its first act, and each one that it joins.

    Half a note is a riddle more often than a clause of a sentence is.
    """
    if words := reword_work(item):
        yield _end_first_act(words)
    is_sentence = item.text.startswith("I ") or " I " in item.text
    for act in split_acts(item.text):
        words = reword_achievement(act, is_current=item.is_current)
        if words and (is_sentence or _shows_result(words)):
            yield words
    yield from find_results(item)


def _find_told(words: str, item: WorkItem, facts: Facts) -> str | None:
    """Return an act as it can be told, of a result in numbers perhaps no more than that."""
    words = _PLACE.sub("", words)
    forms = (words, _cut_to_result(words))
    told = next((each for each in forms if _can_be_told(each, item, facts)), None)
    said = say_change(told) if told else None
    return add_team(said, item) if said else None


def _cut_to_result(words: str) -> str:
    result = _find_result(words)
    return result[0] if result else words


def _can_be_told(words: str, item: WorkItem, facts: Facts) -> bool:
    if not (words and _is_told_well(words) and _is_likely_good(words)):
        return False
    if _is_routine(words, facts):
        return False
    if is_led(words):  # whom a turbine engineer led tells nothing of a school
        is_recent = item.recency == 0
        return is_recent or leads(facts.level) or _is_about_job(item, words, facts)
    return _shows_result(words) or (_is_project(words) and _is_about_job(item, words, facts))


def _is_routine(words: str, facts: Facts) -> bool:
    """Return whether words count what is done every day, say that a place was shut, or have letters
    that the ad does not know: "raised around 1,400 WIR"."""
    is_standing = load_pattern("standing").search(words) and not _shows_result(words)
    if is_standing or any(load_pattern(name).match(words) for name in ("routine", "standstill")):
        return True
    short = load_pattern("shortened").search(words)
    if short is None or words.startswith(_LEADING):
        return False
    return short["short"] not in facts.job_text


def rank_work(facts: Facts) -> list[WorkItem]:
    """Return the work in the CV, the most telling first: nearest to the job, recent, with a result
    in numbers, and short."""
    job_stems = find_job_stems(facts)

    def rate(item: WorkItem) -> float:
        shared = len(content_stems(item.text) & job_stems)
        is_long = len(item.text.split()) > _EASY_WORDS
        has_result = any(map(str.isdigit, item.text))
        return shared + item.is_achievement + has_result - 2 * item.recency - is_long

    return sorted(find_work(facts.cv_text), key=rate, reverse=True)


def is_led(deed: str) -> bool:
    """Return whether a deed tells how many people somebody led or trained."""
    return load_pattern("led").match(deed) is not None


def _shows_result(words: str) -> bool:
    """Return whether words that follow "you" tell a change in numbers, or how many were led."""
    return _find_result(words) is not None


def _find_result(words: str) -> re.Match[str] | None:
    return load_pattern("result").match(words) or load_pattern("led").match(words)


def _is_likely_good(words: str) -> bool:
    return is_well_told(words, is_result=_shows_result(words))


def _is_about_job(item: WorkItem, words: str, facts: Facts) -> bool:
    """Return whether work was done in a job of that kind, or shares two words with the ad.

    One is enough if the title of the job in the CV does not tell its kind. Who has had no job is
    asked about whatever there is.
    """
    if not find_roles(facts.cv_text):
        return True
    job_stems = find_job_stems(facts)
    shared = len(content_stems(words.partition(" ")[2]) & job_stems)
    title = find_title(item.employer)
    if title is not None and is_near(title, facts):
        return True
    is_unknown = title is None or find_role_trade(title, facts) is None
    return shared >= (1 if is_unknown else _SHARED_WITH_OTHER_WORK)


def _is_told_well(words: str) -> bool:
    """Return whether words tell of one act, short and as people speak.

    Readers marked 3 in 10 lines that were read out clumsy: two acts ("and you checked"), a verb
    without its object ("moved from 23 profiles to 7"), or more than a listener takes in.
    """
    first, *rest = words.split()
    if " ".join([first, *rest[:1]]) in _PHRASAL:
        rest = rest[1:]
    is_short = len(rest) <= _MAX_DEED_WORDS and not _PAUSE.search(words)
    tail = _skip_verb(rest)
    is_one = "you" not in tail and not _has_second_act(tail)
    is_act = first not in load_words("states") and is_one
    has_object = bool(tail) and tail[0] not in load_words("no_objects")
    has_object = has_object and tail[0] not in load_words("prepositions")
    has_object = has_object and not load_pattern("no_object").match(" ".join(tail))
    is_count = bool(tail) and tail[0][0].isdigit() and first not in _LEADING
    # "Wrote the report": of what?
    is_named = len(tail) > _MIN_ACT_WORDS or not (tail[:1] == ["the"] or is_count)
    is_clause = tail[:1] == ["that"] and first in _FINDING  # "found that one oven was on all night"
    is_clear = has_object and len(tail) > 1 and is_named
    is_whole = is_clause or is_said_whole(tail) or _is_measure(words)
    return is_short and is_act and is_clear and is_whole


def _is_measure(words: str) -> bool:
    """Return whether words are a change in numbers and no more: what is measured needs no
    article, as in "cut overtime by 18%"."""
    core = load_pattern("change").match(words)
    return core is not None and core[0] == words


def _end_first_act(words: str) -> str:
    """Return words up to a second act or an aside: "wrote the policy (and trained the team)"."""
    head, _, aside = words.partition(", ")
    if aside.split(" ")[0] in load_words("asides"):
        words = head
    first, *rest = words.split() or [""]
    for place, word in enumerate(rest[1:], start=1):
        after = rest[place + 1 :]
        if word == "and" and place >= _MIN_ACT_WORDS and after:
            verb = parse_work_verb(after[0], after[1:], has_subject=True)
            if verb and verb.form == "past":
                return " ".join((first, *rest[:place]))
    return words


def _skip_verb(words: list[str]) -> list[str]:
    """Return what follows the second of two verbs with one object: "(tested) and certified it"."""
    if len(words) < 2 or words[0] != "and":
        return words
    return words[2:] if parse_work_verb(words[1], words[2:], has_subject=True) else words


def _has_second_act(words: list[str]) -> bool:
    """Return whether another act is joined: "price up jobs (and do your own books)"."""
    return any(
        word == "and" and parse_work_verb(words[place + 1], words[place + 2 :], has_subject=True)
        for place, word in enumerate(words[:-1])
    )


def _is_project(words: str) -> bool:
    """Return whether words that follow "you" tell of a project: "redesigned the load screen"."""
    first, *rest = words.split()
    verb = parse_work_verb(first, rest, has_subject=True)
    if verb is None or verb.form != "past":
        return False
    phrasal = f"{verb.plain}-{rest[0]}" if rest else ""
    is_phrasal = bool(rest) and rest[0] in load_words("particles")  # "opened up on Sundays"
    return phrasal in load_words("projects") or (
        not is_phrasal and verb.plain in load_words("projects")
    )
