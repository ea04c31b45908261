"""Find the job in a CV that questions can build on, by its title."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.cv_phrasing import reword_work
from interview_cli.coach.offline.job_stems import find_job_stems
from interview_cli.english.words import content_stems, find_title_head, word_list
from interview_cli.requirements.ad_lines import remove_marks
from interview_cli.requirements.articles import choose_article
from interview_cli.requirements.cv_roles import Role, find_roles, has_untitled_job
from interview_cli.requirements.cv_title_words import mend_title
from interview_cli.requirements.cv_titles import find_kind_stems, find_title
from interview_cli.requirements.cv_work import WorkItem, find_work
from interview_cli.requirements.levels import find_level_in_title
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.short_titles import write_out_title, write_out_words
from interview_cli.trades.trades import leads

_ON_CV = ("your CV", "your resume", "your present job")
_ON_PAST_WORK = (
    "a time at work when",
    "your experience of",
    "experience do you have of",
    "with your everyday work",
    "about the work itself",
    "have you done so far?",
    "have you done that's closest",
    "have you gone about that",
    "have you seen or done",
)
"""What questions say that build on the work in a CV without naming it."""
_OLD_YEARS, _LONG_AGO_YEARS = 3, 12
"""So many years after its end a job of another kind, or of the very kind, is not asked about."""
_JOBS_KEPT = 4
_MIN_SHARED = 3
"""Fewer words of an ad are shared by any work."""
_BEFORE_TITLE = (
    r"^\W*|[\d,;:|•·▪●■◆✓–—→»\-()>*\t.]\s*|\s{2,}"
    r"|\b(?:an?|as|am|was|became|then|later|now|date|present|today|part[- ]time) "
)
_AFTER_TITLE = (
    r"\s*$|\s*[,;:|•·▪●■◆✓–—→»\-(>*\t./]|\s{2,}"
    r"|\s(?:at|for|with|in|on|since|from|I+|[1-9])\b|\s\d{2}"
)
_LISTING = (",", ".", ";")
_ENDS_ALONE, _BEGINS_ALONE = (" crew",), ("head of ", "director of ")
"""Of such titles people say "as cabin crew" and "as head of sales"."""


def find_role(facts: Facts) -> dict[str, str]:
    """Return the job in the CV that an interviewer would begin with, mostly the latest.

    `present_job` stands alone if somebody has a job now whose title cannot be told. Otherwise
    `role` has its title with an article, `stand` says who has or had it, after "I see that":
    "you're working as a nurse at the moment", and `is`, `do` and `does` fit it.
    `near_role` or `other_role` comes first if it is known to be of the same kind of work or of
    another. Empty if the CV as a whole is the better subject.
    """
    return dict(_find_role_once(facts.of_job))


@lru_cache(maxsize=_JOBS_KEPT)  # one question may ask for it several times
def _find_role_once(facts: Facts) -> dict[str, str]:
    role = _choose_role(facts)
    if has_untitled_job(facts.cv_text) and not (role and _comes_before_present(role, facts)):
        return {"present_job": ""}
    title = role and mend_title(role.title, facts.full_title)
    if role is None or title is None:
        return {}
    if is_near(role.title, facts):
        kind = {"near_role": ""}
    else:
        kind = {"other_role": ""} if find_role_trade(role.title, facts) else {}
    title = _say_title(title)
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


def _say_title(title: str) -> str:
    """Return a title as it is said: without its contract, and with "and" for a plus sign."""
    words = title.replace(" + ", " and ").split()
    while words[1:] and words[0].lower() in word_list("contracts"):
        del words[0]
    return " ".join(words)


def _choose_role(facts: Facts) -> Role | None:
    """Return the latest job, or one that has more to do with the job applied for.

    It must be certain which one that is, and what it is called. Otherwise the person is asked about
    the CV as a whole. Readers marked 18 in 100 questions on a job clumsy or wrong, nearly all
    because it was an earlier job or half a title, and of those on the whole CV 3 in 100
    (`benchmarks/questions`).
    """
    roles = find_roles(facts.cv_text)
    latest = [role for role in roles if role.is_latest]
    near = [role for role in roles if is_near(role.title, facts) and not _is_passing(role, facts)]
    chosen = _find_leading(roles, latest, facts) or _find_near(near, latest, facts) or latest
    if len(chosen) != 1:
        return None
    role = chosen[0]
    is_old = role not in near and _is_old(role, facts)
    # The job applied for may stand in a part of the CV that was not understood: "Credits".
    is_elsewhere = role not in near and _names_kind_elsewhere(facts)
    is_elsewhere = is_elsewhere or (role not in near and _does_nearer_work(role, facts))
    is_sure = not is_old and (role.is_current or not is_elsewhere)
    return role if is_sure and _stands_whole(role.title, facts.cv_text) else None


def _find_leading(roles: Sequence[Role], latest: Sequence[Role], facts: Facts) -> list[Role]:
    """Return the job in which somebody who is to lead has led, if the latest one is another.

    Seven years as a team leader come before the two years of filling shelves since.
    """
    if not _leads(facts.full_title) or any(_leads(role.title) for role in latest):
        return []
    trades = None, recognise_trade(facts.full_title, facts.job_text)
    leading = [
        role
        for role in roles
        if _leads(role.title) and find_role_trade(role.title, facts) in trades and role.start_year
    ]
    longest = max((_count_years(role, facts) for role in latest), default=0)
    return [role for role in _find_recent(leading) if _count_years(role, facts) > longest]


def _leads(title: str) -> bool:
    return leads(find_level_in_title(title))


def _count_years(role: Role, facts: Facts) -> int:
    """Return how long a job lasted; 0 if the CV does not say when it began."""
    return min(role.end_year, facts.year) - role.start_year if role.start_year else 0


def _find_near(near: Sequence[Role], latest: Sequence[Role], facts: Facts) -> list[Role]:
    """Return the job of the kind applied for that comes before the latest; empty if none does."""
    if of_both := [role for role in latest if role in near]:
        return _find_nearer(near, of_both, facts) or of_both
    if all(find_role_trade(role.title, facts) for role in latest):
        # Nine years of the work applied for come before the ride-hailing of today.
        earlier = _find_recent(near)
        if not earlier or _is_old(earlier[0], facts):
            same = [role for role in near if is_of_kind(role.title, facts)]
            earlier = [role for role in same if role.end_year >= facts.year - _LONG_AGO_YEARS][:1]
        # The venue that somebody runs today has more to do with a restaurant than the one before.
        is_related = any(_does_such_work(role, earlier, facts) for role in latest)
        return [] if is_related else earlier
    return []


def _find_nearer(near: Sequence[Role], latest: Sequence[Role], facts: Facts) -> list[Role]:
    """Return the job of the very kind if the latest ones are of a related kind, and share less.

    Who left traffic control this summer is asked about that, not about the school crossing.
    """
    kind = find_kind_stems(find_title_head(facts.full_title))
    if any(find_kind_stems(role.title) & kind for role in latest):
        return []
    same = [role for role in near if is_of_kind(role.title, facts) and not _is_old(role, facts)]
    most = max(_count_shared(role, facts) for role in latest)
    return [role for role in same if _count_shared(role, facts) > most][:1]


def is_of_kind(title: str, facts: Facts) -> bool:
    """Return whether a job's title is that of the job applied for, but for levels and places."""
    return find_kind_stems(title) == find_kind_stems(find_title_head(facts.full_title))


def _is_passing(role: Role, facts: Facts) -> bool:
    """Return whether a job began and ended in one year, and was of a related kind only."""
    is_short = role.start_year == role.end_year
    return is_short and not (role.is_latest or is_of_kind(role.title, facts))


def _does_such_work(latest: Role, earlier: Sequence[Role], facts: Facts) -> bool:
    """Return whether the work of the present job shares as much with the ad as earlier work."""
    shared = _count_shared(latest, facts)
    is_as_near = all(shared >= _count_shared(role, facts) for role in earlier)
    return latest.is_current and shared >= _MIN_SHARED and is_as_near


def _comes_before_present(role: Role, facts: Facts) -> bool:
    """Return whether a job left lately is of the kind applied for, and the present one is not."""
    present = [item for item in find_work(facts.cv_text) if item.is_current]
    is_recent = is_near(role.title, facts) and not _is_old(role, facts)
    return is_recent and _count_shared_words(present, facts) < _MIN_SHARED


def _does_nearer_work(role: Role, facts: Facts) -> bool:
    """Return whether somebody does what is nearer to the job now, unpaid perhaps."""
    others = [item for item in find_work(facts.cv_text) if find_title(item.employer) != role.title]
    shared = _count_shared_words([item for item in others if item.is_current], facts)
    return shared >= _MIN_SHARED and shared > _count_shared(role, facts)


def _count_shared(role: Role, facts: Facts) -> int:
    """Count the words with meaning that the lines below a job share with the ad."""
    lines = [item for item in find_work(facts.cv_text) if find_title(item.employer) == role.title]
    return _count_shared_words(lines, facts)


def _count_shared_words(work: Sequence[WorkItem], facts: Facts) -> int:
    stems = frozenset().union(*(content_stems(item.text) for item in work))
    return len(stems & find_job_stems(facts))


def _is_old(role: Role, facts: Facts) -> bool:
    return role.end_year < facts.year - _OLD_YEARS


def _find_recent(roles: Sequence[Role]) -> list[Role]:
    """Return the latest of some jobs if it is not long over, and no other ended with it."""
    last = [role for role in roles if role.end_year == roles[0].end_year] if roles else []
    return last if last and last[0].years_earlier <= _OLD_YEARS else []


def names_kind(title: str, cv_text: str) -> bool:
    """Return whether one line of a CV has all words of a title that tell its kind."""
    kind = find_kind_stems(find_title_head(title))
    return bool(kind) and any(kind <= content_stems(line) for line in cv_text.splitlines())


def _names_kind_elsewhere(facts: Facts) -> bool:
    """Return whether a line that tells no deed has all words that tell the kind of the job.

    "Moved 25 people to new offices" names no office manager.
    """
    deeds = {item.text for item in find_work(facts.cv_text) if item.is_achievement}
    lines = (line for line in facts.cv_text.splitlines() if remove_marks(line) not in deeds)
    return names_kind(facts.full_title, "\n".join(lines))


def _stands_whole(title: str, cv_text: str) -> bool:
    """Return whether a CV has a title as it stands, not as the end of a longer one."""
    orders = (r"\W{1,3}".join(map(re.escape, words)) for words in _list_orders(title.split()))
    words = "|".join(orders).replace("and", "(?:and|&|/)")
    # In the middle of a sentence or a list it may be a tool or a task: "mowers, hedge cutter".
    whole = rf"(?P<before>{_BEFORE_TITLE})(?P<title>{words})(?:{_AFTER_TITLE})"
    lines = "\n".join(map(write_out_words, cv_text.splitlines()))
    return any(
        each["title"][0].isupper() or each["before"][:1] not in _LISTING
        for text in (cv_text, lines)
        for each in re.finditer(whole, text, re.IGNORECASE | re.MULTILINE)
    )


def _list_orders(words: list[str]) -> list[list[str]]:
    """Return a title's words as a CV may write them: "dispatch officer", "Officer – Dispatch"."""
    *others, post = words
    without_link = [word for word in words if word != "in"]
    return [words, without_link, [post, *others], [*others[:1], post, *others[1:]]]


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


def has_built_on_cv(facts: Facts, count: int) -> bool:
    """Return whether at least so many questions so far built on the CV."""
    asked = [exchange.question.content for exchange in facts.exchanges]
    built = {place for place, question in enumerate(asked) if _is_on_past_work(question)}
    phrases = _list_cv_phrases(facts)
    while len(built) < count and (phrase := next(phrases, None)):
        built |= {place for place, question in enumerate(asked) if phrase in question}
    return len(built) >= count


def _is_on_past_work(question: str) -> bool:
    return names_cv(question) or any(phrase in question for phrase in _ON_PAST_WORK)


def _list_cv_phrases(facts: Facts) -> Iterator[str]:
    """Yield what questions name of a CV; each is made when it is asked for."""
    if role := find_role(facts).get("role"):
        yield f"as {role}"
    yield from filter(None, map(reword_work, find_work(facts.cv_text)))
