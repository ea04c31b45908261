"""Find the questions that presuppose people, places or things that the ad does not name."""

from collections.abc import Iterable
from functools import cache

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import stem_word, tokenize

_ASSUMPTIONS = ("interview_cli.coach.offline", "assumptions.toml")
_OWN_WORDS = 2
"""A question mentions a thing by the first so many words of its line; an ad names it by any."""
_GIVEN_SHARE = 1 / 3
"""What so many of a post's questions mention belongs to the post, whatever the ad says."""

_Thing = tuple[frozenset[str], frozenset[str]]
"""The stems by which a question mentions a thing, and those by which an ad names it."""


def find_presuming(questions: Iterable[str], job: str) -> frozenset[str]:
    """Return the questions for one job that mention a thing that its title and ad do not name.

    Readers marked 38 of 100 such questions good, and 77 of 100 others (`benchmarks/questions`).
    """
    job_stems = _find_stems(job)
    stems = {question: _find_stems(question) for question in questions}
    all_stems = frozenset().union(*stems.values())
    unnamed = [own for own, names in _load_things() if own & all_stems and not names & job_stems]
    most = _GIVEN_SHARE * len(stems)

    def is_given(own: frozenset[str]) -> bool:
        return sum(bool(own & mentioned) for mentioned in stems.values()) > most

    foreign = [own for own in unnamed if not is_given(own)]
    return frozenset(
        question for question, mentioned in stems.items() if any(own & mentioned for own in foreign)
    )


def find_assuming(questions: Iterable[str], job: str) -> frozenset[str]:
    """Return the questions that assume of a job what its title and ad do not name: shifts, say.

    `job` has the title in its first line. It is meant for questions that were not written for the
    post. Of such a one readers say "there are no shifts here".
    """
    strict = load_toml(*_ASSUMPTIONS)["strict"]
    names = [name for name in load_toml(*_ASSUMPTIONS)["words"] if name not in strict]
    return _find_assuming(questions, job, job, names)


def find_assuming_much(questions: Iterable[str], job: str, cv: str) -> frozenset[str]:
    """Return the questions that assume what even such a post may lack, as neither the ad nor the CV
    names it: a trainee at one's side, bookings, a ward."""
    strict = load_toml(*_ASSUMPTIONS)["strict"]
    return _find_assuming(questions, job, f"{job}\n{cv}", strict)


def _find_assuming(
    questions: Iterable[str], job: str, told: str, names: Iterable[str]
) -> frozenset[str]:
    """Return the questions that assume something of these names that nothing tells of."""
    told_stems, title_stems = _find_stems(told), _find_stems(job.partition("\n")[0])
    rules, data = load_rules(*_ASSUMPTIONS), load_toml(*_ASSUMPTIONS)

    def is_foreign(name: str) -> bool:
        is_ruled_out = _find_stems(data["title_without"].get(name, "")) & title_stems
        if is_ruled_out or _find_stems(data["ad_without"].get(name, "")) & told_stems:
            return True
        is_told = _find_stems(data["words"][name]) & told_stems
        return not (is_told or _find_stems(data["title_words"].get(name, "")) & title_stems)

    foreign = list(filter(is_foreign, names))
    return frozenset(
        question
        for question in questions
        if any(rules[name].pattern.search(question) for name in foreign)
    )


def find_with_team(questions: Iterable[str], job: str) -> frozenset[str]:
    """Return the questions about a team if the ad says that the job leads one person."""
    rules = load_rules(*_ASSUMPTIONS)
    if rules["one_report"].pattern.search(job) is None:
        return frozenset()
    return frozenset(question for question in questions if rules["led"].pattern.search(question))


def _find_stems(text: str) -> frozenset[str]:
    return frozenset(map(stem_word, tokenize(text)))


@cache
def _load_things() -> tuple[_Thing, ...]:
    lines = load_toml("interview_cli.coach.offline", "presupposed.toml")["things"]
    return tuple(
        (_find_stems(" ".join(line.split()[:_OWN_WORDS])), _find_stems(line)) for line in lines
    )
