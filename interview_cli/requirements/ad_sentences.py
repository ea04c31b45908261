"""Find the sentences of a job ad that ask for something, and the words that name it."""

from collections.abc import Iterator
from itertools import takewhile

from interview_cli.english.headings import find_ad_part
from interview_cli.english.rules import Rules
from interview_cli.english.words import split_sentences
from interview_cli.requirements.ad_headings import is_heading
from interview_cli.requirements.brackets import cut_open_bracket, has_open_bracket, remove_remarks
from interview_cli.requirements.verb_forms import find_form
from interview_cli.requirements.verb_series import split_series

_RULES = Rules("interview_cli.requirements", "ad_sentences.toml")

_MAX_LISTED_WORDS = 6
_MAX_NOTE_WORDS = 10
_ABLE = "able to"


def requirements_in(
    prose: str, rule_group: str, *, is_nice: bool = False
) -> Iterator[tuple[str, bool, str]]:
    """Yield the requirements that sentences state, with whether each must be met, and the sentence.

    `rule_group` names the rules by which a sentence asks: `asks` in a part of the ad about what is
    wanted, `strong` in the other parts, `prose` in an ad without such a part. `is_nice`: the
    sentences are in a part about what is nice to have.
    """
    for sentence in _split_prose(prose.replace("’", "'")):
        if not _is_furniture(sentence) and _is_asking(sentence, rule_group):
            for named, is_must in _split_clauses(sentence, is_nice=is_nice):
                yield named, is_must, sentence


def _is_asking(sentence: str, rule_group: str) -> bool:
    if not (_RULES.is_found("strong", sentence) or _RULES.is_found(rule_group, sentence)):
        return False
    return not _RULES.is_found("not_asked", sentence) or _RULES.is_found("nice", sentence)


def _split_clauses(sentence: str, *, is_nice: bool) -> Iterator[tuple[str, bool]]:
    """Yield what each clause names, with whether it must be met; "a plus" holds for what
    follows."""
    whole = _RULES.remove("because_of", _RULES.remove("reason", sentence))
    is_nice = is_nice or _RULES.is_found("plus_label", sentence)
    is_plus = is_nice or _RULES.is_found("ideally", sentence)
    clauses = _split_things(whole)
    for clause in clauses:
        if _RULES.is_found("told_duty", clause):
            continue
        # In "Good skills and experience are a plus" the end of the last clause counts for both.
        governing = clause if _asks_by_itself(clause) else clauses[-1]
        if is_nice_to_have(clause) or is_nice_to_have(governing):
            is_plus = True
        elif _RULES.is_found("must", clause):
            is_plus = is_nice
        for named in _split_held(clause, strip_asking_words(clause)):
            is_remark = len(clauses) > 1 and _is_furniture(clause)
            if not (is_remark or _RULES.is_found("not_asked", named)):
                yield named, not (is_plus or is_nice_to_have(named))


def _split_held(clause: str, named: str) -> list[str]:
    """Return the papers that a clause says one must hold, what it says one must be able to do, or
    all that it names as one thing."""
    if able := _RULES.pattern("ability").match(named):
        actions = split_series(named[able.end() :])
        return [f"{able[0]}{action.strip(' ,')}" for action in actions]
    if not _RULES.is_found("holding", clause) or _RULES.is_found("alternatives", named):
        return [named] if named else []
    return _RULES.pattern("between_papers").split(named)


def _asks_by_itself(clause: str) -> bool:
    """Return whether a clause has its own asking words."""
    lead = _RULES.pattern("lead").match(clause)
    return _RULES.is_found("tail", clause) or (lead is not None and lead[0].strip() != "")


def is_nice_to_have(text: str) -> bool:
    """Return whether a line says that everything it asks for is a plus."""
    # In "sales, ideally of machines" only the words after "ideally" are a plus.
    return _RULES.is_found("nice", text) or _RULES.is_found("ideally", text)


def is_must_have(text: str) -> bool:
    """Return whether a line says that what it asks for must be met."""
    return _RULES.is_found("must", text) and not is_nice_to_have(text)


def strip_asking_words(clause: str) -> str:
    """Return the words of a clause that name what it asks for, without those that ask."""
    bare = _strip_tail(clause.strip(" .!*"))
    lead = _RULES.pattern("lead").match(bare)
    named = bare[lead.end() :].strip(" .,;:–—-!") if lead else bare.strip(" .,;:–—-!")
    # An action needs these words to be said as a phrase.
    kept = _RULES.pattern("ends_able").search(lead[0]) if lead else None
    if lead and find_form(named.partition(" ")[0]) in ("past", "participle"):
        kept = _RULES.pattern("have_done").search(lead[0])
    if named and lead and _RULES.is_found("ends_expected", lead[0]):
        return f"{_ABLE} {named}"
    return f"{kept[0].strip()} {named}" if kept and named else named


def split_entry(text: str, *, is_nice: bool) -> Iterator[tuple[str, bool, str]]:
    """Yield each thing that an entry of a list asks for, whether it is a plus, and its clause.

    `is_nice`: the entry stands in a list of what is nice to have.
    """
    for part in _split_sentences(text):
        yield from _split_part(part, is_nice=is_nice)


def _split_sentences(entry: str) -> Iterator[str]:
    """Yield the sentences of an entry that say that another thing is a plus, or a must, and the
    rest as one; what the employer does is left out."""
    first, *others = _split_prose(entry) or [entry]
    asked = [each for each in others if _RULES.pattern("employers_act").match(each) is None]
    held = [first]
    for sentence in asked:
        if is_nice_to_have(sentence) != is_nice_to_have(held[-1]):
            yield " ".join(held)
            held = []
        held.append(sentence)
    yield " ".join(held)


def _split_part(text: str, *, is_nice: bool) -> Iterator[tuple[str, bool, str]]:
    whole_is_plus = (is_nice or _RULES.is_found("plus_label", text)) and not is_must_have(text)
    for clause in _split_things(text):
        named = _RULES.remove("partly_nice", clause)
        thing = _strip_tail(named).strip(" ;,")
        is_empty = (
            _is_furniture(clause) or is_heading(thing) or _RULES.is_found("not_needed", thing)
        )
        if thing and not is_empty:
            yield thing, whole_is_plus or is_nice_to_have(named), clause


def _split_prose(prose: str) -> list[str]:
    """Return the sentences of a text; one with an open bracket goes on."""
    sentences: list[str] = []
    for sentence in split_sentences(prose):
        if sentences and has_open_bracket(sentences[-1]) and ")" in sentence:
            sentences[-1] = f"{sentences[-1]} {sentence}"
        else:
            sentences.append(sentence)
    return sentences


def _split_things(text: str) -> list[str]:
    """Return the clauses of a text; none ends inside a bracket."""
    clauses, start = [], 0
    for joint in _RULES.pattern("next_clause").finditer(text):
        before = text[start : joint.start()]
        is_inside = has_open_bracket(text[: joint.start()]) and ")" in text[joint.end() :]
        if not (is_inside or _RULES.is_found("open_choice", before)):
            clauses.append(before)
            start = joint.end()
    stripped = (clause.strip(" ;") for clause in [*clauses, text[start:]])
    return [clause for clause in stripped if clause]


def _strip_tail(text: str) -> str:
    """Return a text without the words at its end that say that it is asked for."""
    tail = _RULES.pattern("tail").search(text)
    if tail is None or (has_open_bracket(text[: tail.start()]) and ")" in tail[0]):
        return text
    return cut_open_bracket(text[: tail.start()])


def _is_furniture(thing: str) -> bool:
    """Return whether an entry asks for nothing: it is boilerplate, or about the employer."""
    plain = remove_remarks(thing.replace("’", "'"))
    groups = ("boilerplate", "perks", "self_description")
    return any(_RULES.is_found(group, plain) for group in groups)


def split_list(text: str) -> tuple[list[str], str]:
    """Return the entries of a list in one line, "A, B, or C" or "A. B. C", and the rest of it."""
    first, *others = split_sentences(text)
    notes = [first, *takewhile(_is_note, others)]
    names = [
        _RULES.remove("before_name", _RULES.remove("after_name", part.strip(" .")))
        for note in notes
        if not _RULES.is_found("perks", note)
        for part in _split_note(note)
    ]
    return [name for name in names if name], " ".join(others[len(notes) - 1 :])


def _is_note(sentence: str) -> bool:
    """Return whether a sentence only names a thing: "Basic Excel."."""
    is_short = len(sentence.split()) <= _MAX_NOTE_WORDS
    is_offer = find_ad_part(sentence) == "offer"
    return is_short and not (
        is_offer or _RULES.is_found("full_sentence", sentence.replace("’", "'"))
    )


def _split_note(note: str) -> list[str]:
    by_comma = _RULES.pattern("comma").split(note)
    if ";" in note:
        return _RULES.pattern("semicolon").split(note)
    if all(len(remove_remarks(part).split()) <= _MAX_LISTED_WORDS for part in by_comma):
        return by_comma
    # A part of many words is a phrase that contains commas itself.
    return [note]
