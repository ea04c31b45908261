"""Corrections: a field named with its new value, something to go, something in its place."""

import re
from collections.abc import Iterator

from interview_cli.coach.base import Change, PostFacts
from interview_cli.coach.offline.posts.lists import bare, headings, known_skills, names
from interview_cli.coach.offline.posts.patterns import ADDITIONS, MOVES, NAMED, REMOVES, SWAPS
from interview_cli.coach.offline.posts.values import FIELDS, TEXTS, scalar, spelled
from interview_cli.vocabulary import POST_LISTS, PostField


def corrections(facts: PostFacts) -> Iterator[Change]:
    """What a message changes of what the post says, in so many words."""
    yield from _named(facts)
    yield from _moved(facts)
    yield from _swaps(facts)
    yield from _removals(facts)
    yield from _additions(facts)


def without_corrections(message: str) -> str:
    """The rest of the message: what is to go is not wanted, too."""
    message = SWAPS.sub(lambda match: f" {match['new'] or match['new2'] or ''} ", message)
    return ADDITIONS.sub(" ", REMOVES.sub(" ", message))


def _named(facts: PostFacts) -> Iterator[Change]:
    """ "The location is Zarqa", "change the title to Store Manager"."""
    for match in NAMED.finditer(facts.message):
        field = FIELDS[headings()[match["field"].lower()]]
        if field not in (*POST_LISTS, "description"):
            yield from scalar(field, match["what"], facts)


def _moved(facts: PostFacts) -> Iterator[Change]:
    """ "It's not in Leeds, it's in York", "move it to Hull"."""
    for match in MOVES.finditer(facts.message) if facts.data.get("location") else ():
        yield Change("location", "set", match["place"], match["place"], corrects=True)


def _additions(facts: PostFacts) -> Iterator[Change]:
    """ "Add BLS", "add night shifts to the duties", "also mention free lunch"."""
    for match in ADDITIONS.finditer(facts.message):
        label = (match["field"] or "").lower()
        field = FIELDS[headings()[label]] if label in headings() else facts.asked
        if match["verb"].lower() == "mention" and not label:
            field = "benefits"
        if field not in POST_LISTS:
            field = "skills"
        for entry in names(match["what"]):
            yield Change(field, "add", spelled(entry) if field == "skills" else entry, entry)


def _swaps(facts: PostFacts) -> Iterator[Change]:
    for match in SWAPS.finditer(facts.message):
        old, new = match["old"] or match["old2"], match["new"] or match["new2"]
        for named in TEXTS:
            if str(facts.data.get(named) or "").casefold() == bare(old).casefold():
                yield from scalar(named, new, facts)
        for field, entry in stored(old, facts):
            if not entry:  # "change the title to …": a field, which is read elsewhere
                continue
            yield Change(field, "remove", entry, old.strip())
            if field == "skills" and not [*known_skills(new)]:
                yield Change(field, "add", spelled(bare(new)), bare(new))


def _removals(facts: PostFacts) -> Iterator[Change]:
    for match in REMOVES.finditer(facts.message):
        for said in names(
            re.sub(r"\b(?:please|from the list|anymore|any more|too|then)\b", "", match["what"])
        ):
            for field, entry in stored(said, facts):
                yield Change(field, "remove", entry, said)


def stored(said: str, facts: PostFacts) -> list[tuple[PostField, str]]:
    """The entries of lists, or the fields (with no entry), that the words name."""
    words = re.sub(r"^(?:the|our|any|all|its?)\s+", "", bare(said), flags=re.IGNORECASE).casefold()
    spelled = {skill.casefold() for skill, _written in known_skills(said)}
    found: list[tuple[PostField, str]] = [
        (field, entry)
        for field in POST_LISTS
        for entry in facts.lists.get(field, ())
        if entry.casefold() in (words, *spelled) or (len(words) > 4 and words in entry.casefold())
    ]
    if not found and words in headings():
        found = [(FIELDS[headings()[words]], "")]
    return found
