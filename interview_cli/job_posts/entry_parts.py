"""Cut one of several things out of an entry: "SQL" of "Python, SQL and Excel"."""

from interview_cli.english.rules import load_rules
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.duty_verbs import is_verb
from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.stored_entries import plain_name, stem_all


def cut_part(words: str, entry: str) -> str:
    """Return what remains of an entry without the thing that words name.

    Empty if the entry is that one thing, or if the words are no part of their own in it: "clinic"
    of "take pupils to the clinic and back".
    """
    name = plain_name(words).casefold()
    if not name or name == entry.casefold():
        return ""
    return _cut_skill(name, entry) or _cut_joined(name, entry) or _cut_deed(name, entry)


def cut_time(words: str, text: str) -> str:
    """Return hours without the day that words name: "saturday" of "8 to 5 and saturday 8 to 1".

    Empty if the day is no part of its own: Friday of "Monday to Friday, 8 to 5".
    """
    name = stem_all(plain_name(words))
    parts = _split_parts(text)
    for place, (start, end) in enumerate(parts):
        first, *others = text[start:end].split() or [""]
        is_day = name and name == stem_all(first)
        if is_day and (not others or any(map(str.isdigit, "".join(others)))):
            return _cut(text, parts, place, start)
    return ""


def _cut_skill(name: str, entry: str) -> str:
    """Cut one of several skills that stand side by side without a mark: "sql python power bi"."""
    written = [words for _skill, words in find_skills(entry)]
    rest = entry
    for words in sorted(written, key=len, reverse=True):
        rest = rest.replace(words, "", 1)
    named = next((words for words in written if words.casefold() == name), "")
    if len(written) < 2 or not named or rest.strip():
        return ""
    return " ".join(entry.replace(named, "", 1).split())


def _cut_joined(name: str, entry: str) -> str:
    """Cut what "and", "or" or a mark joins to the rest of an entry."""
    parts = _split_parts(entry)
    for place, (start, end) in enumerate(parts):
        thing = entry[start:end]
        if plain_name(thing).casefold() == name:
            return _cut(entry, parts, place, start)
        verb, _, thing = thing.partition(" ")
        is_object = is_verb(verb) and " " not in name and plain_name(thing).casefold() == name
        follows = entry[parts[1][0] :].split() if len(parts) > 1 else []
        if place == 0 and is_object and follows and not is_verb(follows[0]):
            # "wash" of "wash the dishes and the pans" stays
            return _cut(entry, parts, place, start + len(verb) + 1)
    return ""


def _cut_deed(name: str, entry: str) -> str:
    """Cut one of several deeds by a word of it: "shovelling" of "greet guests and shovel snow"."""
    parts = _split_parts(entry)
    deeds = [entry[start:end] for start, end in parts]
    named = [place for place, deed in enumerate(deeds) if stem_all(name) <= stem_all(deed)]
    if len(named) != 1 or not all(is_verb(deed.split()[0]) for deed in deeds if deed):
        return ""
    return _cut(entry, parts, named[0], parts[named[0]][0])


def _split_parts(entry: str) -> list[tuple[int, int]]:
    """Return where each of the things in an entry begins and ends."""
    joints = list(
        load_rules("interview_cli.job_posts", "entries.toml")["joint"].pattern.finditer(entry)
    )
    starts = [0, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), len(entry)]
    return list(zip(starts, ends, strict=True))


def _cut(entry: str, parts: list[tuple[int, int]], place: int, start: int) -> str:
    """Return an entry without one of its parts from a place on; empty if it has no other."""
    if len(parts) == 1:
        return ""
    if place == len(parts) - 1:
        return strip_marks(entry[: parts[place - 1][1]])
    return strip_marks(entry[:start] + entry[parts[place + 1][0] :])
