"""Read corrections: fields with a new value, and entries to remove, replace or add."""

from collections.abc import Iterator

from interview_cli.coach.base import Change, PostFacts
from interview_cli.coach.offline.posts.field_values import FIELDS, TEXT_FIELDS, read_value
from interview_cli.coach.offline.posts.list_entries import split_names, strip_marks
from interview_cli.coach.offline.posts.rules import load_headings, load_pattern
from interview_cli.job_posts.skills import find_skills, spell_skill
from interview_cli.vocabulary import POST_LISTS, PostField

_MIN_PART_CHARS = 5
"""Words of at least this length name any entry that contains them."""


def read_corrections(facts: PostFacts) -> Iterator[Change]:
    """Read the changes to the post that a message asks for."""
    yield from _read_named_values(facts)
    yield from _read_moves(facts)
    yield from _read_swaps(facts)
    yield from _read_removals(facts)
    yield from _read_additions(facts)


def remove_corrections(message: str) -> str:
    """Return a message without its removals and additions; of a swap only the new part remains."""
    message = load_pattern("swap").sub(
        lambda match: f" {match['new'] or match['new2'] or ''} ", message
    )
    return load_pattern("addition").sub(" ", load_pattern("removal").sub(" ", message))


def has_correction(message: str) -> bool:
    """Whether a message corrects, removes or replaces something."""
    return any(load_pattern(name).search(message) for name in ("removal", "swap", "correction"))


def _read_named_values(facts: PostFacts) -> Iterator[Change]:
    """Read "The location is Zarqa" and "change the title to Store Manager"."""
    for match in load_pattern("named_value").finditer(facts.message):
        field = FIELDS[load_headings()[match["field"].lower()]]
        if field not in (*POST_LISTS, "description"):
            yield from read_value(field, match["what"], facts)


def _read_moves(facts: PostFacts) -> Iterator[Change]:
    """Read "It's not in Leeds, it's in York" and "move it to Hull"."""
    for match in load_pattern("move").finditer(facts.message) if facts.data.get("location") else ():
        yield Change("location", "set", match["place"], match["place"], corrects=True)


def _read_additions(facts: PostFacts) -> Iterator[Change]:
    """Read "add BLS", "add night shifts to the duties" and "also mention free lunch"."""
    for match in load_pattern("addition").finditer(facts.message):
        field = _choose_list(match["verb"].lower(), (match["field"] or "").lower(), facts.asked)
        for name in split_names(match["what"]):
            yield Change(field, "add", spell_skill(name) if field == "skills" else name, name)


def _choose_list(verb: str, label: str, asked: PostField | None) -> PostField:
    """Return the list that something is added to: the named one, else the one asked for."""
    field = FIELDS[load_headings()[label]] if label in load_headings() else asked
    if verb == "mention" and not label:
        field = "benefits"
    return field if field in POST_LISTS else "skills"


def _read_swaps(facts: PostFacts) -> Iterator[Change]:
    for match in load_pattern("swap").finditer(facts.message):
        old, new = match["old"] or match["old2"], match["new"] or match["new2"]
        for field in TEXT_FIELDS:
            if str(facts.data.get(field) or "").casefold() == strip_marks(old).casefold():
                yield from read_value(field, new, facts)
        for field, entry in _find_stored(old, facts):
            if not entry:  # "change the title to …" is a named value
                continue
            yield Change(field, "remove", entry, old.strip())
            if field == "skills" and not any(find_skills(new)):
                name = strip_marks(new)
                yield Change(field, "add", spell_skill(name), name)


def _read_removals(facts: PostFacts) -> Iterator[Change]:
    for match in load_pattern("removal").finditer(facts.message):
        for name in split_names(load_pattern("removal_filler").sub("", match["what"])):
            for field, entry in _find_stored(name, facts):
                yield Change(field, "remove", entry, name)


def _find_stored(words: str, facts: PostFacts) -> list[tuple[PostField, str]]:
    """Find the entries of lists that the words name, else a field, with an empty entry."""
    name = load_pattern("determiner").sub("", strip_marks(words)).casefold()
    names = {name, *(skill.casefold() for skill, _written in find_skills(words))}
    is_part = len(name) >= _MIN_PART_CHARS
    found: list[tuple[PostField, str]] = [
        (field, entry)
        for field in POST_LISTS
        for entry in facts.lists.get(field, ())
        if entry.casefold() in names or (is_part and name in entry.casefold())
    ]
    if not found and name in load_headings():
        return [(FIELDS[load_headings()[name]], "")]
    return found
