"""Find what questions can build on in a CV: a job by its title, or a project."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.cv_phrasing import load_words, reword_work
from interview_cli.coach.offline.frame_estimates import is_well_told
from interview_cli.coach.offline.job_stems import find_job_stems
from interview_cli.english.words import content_stems, find_title_head
from interview_cli.requirements.cv_roles import Role, find_roles
from interview_cli.requirements.cv_title_words import mend_title
from interview_cli.requirements.cv_titles import find_kind_stems, find_title
from interview_cli.requirements.cv_work import WorkItem, find_work
from interview_cli.requirements.notes import is_said_whole
from interview_cli.requirements.phrasing import choose_article
from interview_cli.requirements.work_verbs import parse_work_verb
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.short_titles import write_out_title, write_out_words

_PLACE = re.compile(r",(?:\s[A-Z][\w.'’-]*)+$")
"""A place at the end of a line: "for Brook & Sons, Leeds"."""
_ON_CV = ("your CV", "your resume")
_SHARED_WITH_OTHER_WORK = 2
_MOST_TELLING = 3
_OLD_YEARS = 3
_BEFORE_TITLE = (
    r"^\W*|[\d,;:|•·–—→\-()>*\t.]\s*|\s{2,}|\b(?:an?|as|am|was|became|then|later|part[- ]time) "
)
_AFTER_TITLE = (
    r"\s*$|\s*[,;:|•·–—→\-(>*\t./]|\s{2,}|\s(?:at|for|with|in|on|since|from|I+|[1-9])\b|\s\d{2}"
)
_LISTING = (",", ".", ";")
_ENDS_ALONE, _BEGINS_ALONE = (" crew",), ("head of ", "director of ")
"""Of such titles people say "as cabin crew" and "as head of sales"."""
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

    It is the `deed` of the result, which is empty if there is none.
    """
    asked = "\n".join(exchange.question.content for exchange in facts.exchanges)
    unasked = (words for words in list_projects(facts, work) if words not in asked)
    telling = list(islice(filter(is_well_told, dict.fromkeys(unasked)), _MOST_TELLING))
    if not telling:
        return {}
    chance = Random(f"{facts.seed} deed")
    return {"deed": chance.choices(telling, range(len(telling), 0, -1))[0]}


def list_projects(facts: Facts, work: Sequence[WorkItem]) -> Iterator[str]:
    """Yield the projects that have to do with the job, worded to follow "you".

    Each is told in one short whole phrase. Duties and small deeds are left out: read out, they
    sound like a reproach or a riddle.
    """
    for item in work:
        words = _end_first_act(_PLACE.sub("", reword_work(item) or ""))
        is_told = words and _is_project(words) and _is_told_well(words)
        if is_told and _is_about_job(item, words, facts):
            yield words


def find_role(facts: Facts) -> dict[str, str]:
    """Return the job in the CV that an interviewer would begin with, mostly the latest.

    `role` has its title with an article, `stand` says who has or had it, after "I see that":
    "you're working as a nurse at the moment", and `is`, `do` and `does` fit it. `near_role` or
    `other_role` comes first if it is known to be of the same kind of work or of another. Empty if
    the CV as a whole is the better subject.
    """
    role = _choose_role(facts)
    title = role and mend_title(role.title, facts.full_title)
    if role is None or title is None:
        return {}
    if is_near(role.title, facts):
        kind = {"near_role": ""}
    else:
        kind = {"other_role": ""} if find_role_trade(role.title, facts) else {}
    title = title.removeprefix("full-time ")  # which is said only of other hours
    if not (title.startswith(_BEGINS_ALONE) or title.endswith(_ENDS_ALONE)):
        title = f"{choose_article(title.split()[0])} {title}"
    now, before = f"you're working as {title} at the moment", f"you've worked as {title}"
    forms = ("is", "do", "does") if role.is_current else ("was", "did", "did")
    return {
        **kind,
        "role": title,
        "stand": now if role.is_current else before,
        **dict(zip(("is", "do", "does"), forms, strict=True)),
    }


def _choose_role(facts: Facts) -> Role | None:
    """Return the latest job, or a recent one of the kind applied for if it is of another kind.

    It must be certain which one that is, and what it is called. Otherwise the person is asked about
    the CV as a whole. Readers marked 18 in 100 questions on a job clumsy or wrong, nearly all
    because it was an earlier job or half a title, and of those on the whole CV 3 in 100
    (`benchmarks/questions`).
    """
    roles = find_roles(facts.cv_text)
    latest = [role for role in roles if role.is_latest]
    near = [role for role in roles if is_near(role.title, facts)]
    if len(latest) > 1 or (near and latest != near[:1]):
        is_other = all(find_role_trade(role.title, facts) for role in latest)
        # Nine years of the work applied for come before the ride-hailing of today.
        recent = _find_recent(near) if is_other else []
        latest = [role for role in latest if role in near] or recent
    if len(latest) != 1:
        return None
    role = latest[0]
    is_old = role.end_year < facts.year - _OLD_YEARS
    # The job applied for may stand in a part of the CV that was not understood: "Credits".
    is_elsewhere = role not in near and names_kind(facts.full_title, facts.cv_text)
    is_sure = not is_old and not is_elsewhere and _stands_whole(role.title, facts.cv_text)
    return role if is_sure else None


def _find_recent(roles: Sequence[Role]) -> list[Role]:
    """Return the latest of some jobs if it is not long over, and no other ended with it."""
    last = [role for role in roles if role.end_year == roles[0].end_year] if roles else []
    return last if last and last[0].years_earlier <= _OLD_YEARS else []


def names_kind(title: str, cv_text: str) -> bool:
    """Return whether one line of a CV has all words of a title that tell its kind."""
    kind = find_kind_stems(find_title_head(title))
    return bool(kind) and any(kind <= content_stems(line) for line in cv_text.splitlines())


def _stands_whole(title: str, cv_text: str) -> bool:
    """Return whether a CV has a title as it stands, not as the end of a longer one."""
    words = r"\s+".join(map(re.escape, title.split())).replace("and", "(?:and|&|/)")
    # In the middle of a sentence or a list it may be a tool or a task: "mowers, hedge cutter".
    whole = rf"(?P<before>{_BEFORE_TITLE})(?P<title>{words})(?:{_AFTER_TITLE})"
    lines = "\n".join(map(write_out_words, cv_text.splitlines()))
    found = re.finditer(whole, lines, re.IGNORECASE | re.MULTILINE)
    return any(each["title"][0].isupper() or each["before"][:1] not in _LISTING for each in found)


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


def is_near(title: str, facts: Facts) -> bool:
    """Return whether a job is of the kind that the person applies for.

    Their trades decide if both are known: a sales assistant is no sales engineer. Of two jobs in
    one, "baker and van driver", either will do.
    """
    halves = title.split(" and ")
    is_double = len(halves) > 1 and all(map(find_title, halves))
    return any(_is_near(each, facts) for each in (halves if is_double else [title]))


def find_role_trade(title: str, facts: Facts) -> str | None:
    """Return the trade of a job in the CV by its title alone, or None."""
    return recognise_trade(write_out_role(title, facts), "")


def write_out_role(title: str, facts: Facts) -> str:
    """Return the title of a job in the CV without short forms, as the CV or the job reads them."""
    return write_out_title(title, f"{facts.full_title}\n{facts.cv_text}")


def _is_near(title: str, facts: Facts) -> bool:
    title = write_out_role(title, facts)
    trades = recognise_trade(title, ""), recognise_trade(facts.full_title, facts.job_text)
    kinds = find_kind_stems(title), find_kind_stems(find_title_head(facts.full_title))
    # The trade of a policy adviser may not be that of a policy officer.
    if kinds[0] and kinds[0] == kinds[1]:
        return True
    if None not in trades:
        return trades[0] == trades[1]
    return bool(kinds[0] & find_kind_stems(facts.full_title))


def names_cv(question: str) -> bool:
    """Return whether a question is about the CV as a whole."""
    return any(name in question for name in _ON_CV)


def count_cv_questions(facts: Facts) -> int:
    """Return how many questions so far built on the CV."""
    phrases = [words for item in find_work(facts.cv_text) if (words := reword_work(item))]
    phrases += _ON_CV
    if role := find_role(facts).get("role"):
        phrases.append(f"as {role}")
    return sum(
        any(phrase in exchange.question.content for phrase in phrases)
        for exchange in facts.exchanges
    )


def _is_about_job(item: WorkItem, words: str, facts: Facts) -> bool:
    """Return whether work was done in a job of that kind, or shares two words with the ad.

    One is enough if the title of the job in the CV does not tell its kind.
    """
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
    is_short = len(rest) <= _MAX_DEED_WORDS and not set(words) & set(",;()")
    tail = _skip_verb(rest)
    is_one = "you" not in tail and not _has_second_act(tail)
    is_act = first not in load_words("states") and is_one
    has_object = bool(tail) and tail[0] not in load_words("no_objects")
    has_object = has_object and tail[0] not in load_words("prepositions")
    is_count = bool(tail) and tail[0][0].isdigit() and first not in _LEADING
    # "Wrote the report": of what?
    is_named = len(tail) > _MIN_ACT_WORDS or not (tail[:1] == ["the"] or is_count)
    is_clause = tail[:1] == ["that"] and first in _FINDING  # "found that one oven was on all night"
    is_clear = has_object and len(tail) > 1 and is_named
    return is_short and is_act and is_clear and (is_clause or is_said_whole(tail))


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
