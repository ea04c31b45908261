"""Read the duties of a job ad as phrases for a question: "replacing worn holds".

Ads write duties as orders, as sentences about "you", or in note form. A duty that does not surely
make one short phrase is given up: there is always another question.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.verbs import load_noun_verbs, load_verbs
from interview_cli.english.words import split_sentences
from interview_cli.requirements.ad_layout import read_layout
from interview_cli.requirements.ad_lines import AdLine
from interview_cli.requirements.brackets import remove_remarks
from interview_cli.requirements.letter_case import calm, spell_names
from interview_cli.requirements.notes import is_said_whole
from interview_cli.requirements.phrasing import is_proper
from interview_cli.requirements.same_work import is_same_work
from interview_cli.requirements.verb_forms import find_form, form_gerund_of
from interview_cli.requirements.verb_series import split_parts
from interview_cli.requirements.work_verbs import parse_work_verb

_FILE = ("interview_cli.requirements", "duties.toml")
_RULES = Rules(*_FILE)
_MAX_WORDS = 7
"""Behind the verbs; more sound read out."""
_MOST_VERBS = 2
"""Of more verbs with one object only one is kept."""
_JOINTS = ("and", ",")
_ADS_KEPT = 8
_MOST_ENTRIES = 0.8
"""A list gives orders if so many of its entries begin with a verb."""


# Each question of an interview asks for the duties of the same ad.
@lru_cache(maxsize=_ADS_KEPT)
def find_duty_phrases(job_description: str) -> tuple[str, ...]:
    """Return the duties of an ad that make a phrase with a verb in -ing, in the ad's order.

    Each has at most nine words and can follow "this job includes". Of duties that share most of
    their words only the first is returned.
    """
    lines = read_layout(job_description)
    entries = [line.text for line in lines if _is_entry(line)]
    gives_orders = _gives_orders(entries)
    phrases: list[str] = []
    is_headed = False
    for line in lines:
        is_headed = (is_headed and line.is_entry) or _heads_list(line)
        for duty, is_told in _read_line(line, is_headed=is_headed):
            text, is_bound = _clean(duty)
            clauses = list(_split_clauses(text, is_order=gives_orders or is_told))
            for clause in clauses[:-1] if is_bound else clauses:
                phrase = _phrase_clause(clause)
                if phrase and not any(is_same_work(phrase, other) for other in phrases):
                    phrases.append(phrase)
    return tuple(phrases)


def _is_entry(line: AdLine) -> bool:
    """Return whether a line is an entry of a list of duties, with or without a bullet."""
    if line.part == "unknown":
        return line.is_entry
    return line.part == "duties" and not _RULES.pattern("sentence").search(line.text)


def _heads_list(line: AdLine) -> bool:
    """Return whether a line stands above a list of duties: "As one of six midwives you will:"."""
    return _RULES.is_found("heads_list", line.text.replace("’", "'"))


def _read_line(line: AdLine, *, is_headed: bool) -> Iterator[tuple[str, bool]]:
    """Yield the duties in a line, and whether a sentence tells them: "You'll order stock".

    `is_headed`: a line above the list says that its entries are duties.
    """
    if line.part == "offer":
        return
    is_entry = _is_entry(line) or (is_headed and line.is_entry)
    for sentence in split_sentences(line.text.replace("’", "'")):
        lead = None if line.is_entry else _RULES.pattern("lead").match(sentence)
        if lead:
            yield sentence[lead.end() :], True
            _, colon, listed = sentence[lead.end() :].partition(": ")
            if colon and _begins_with_gerund(listed):
                yield listed, False
        elif is_headed and is_entry:
            yield sentence, True
        elif is_entry or _begins_with_gerund(sentence):
            yield sentence, False


def _begins_with_gerund(sentence: str) -> bool:
    is_sentence = _RULES.is_found("sentence", sentence)
    return not is_sentence and find_form(sentence.split()[0]) == "gerund"


def _gives_orders(duties: Sequence[str]) -> bool:
    """Return whether nearly all entries of a list begin with the plain form of a verb."""
    begun = [find_form(duty.split()[0]) in ("plain", "past") for duty in duties if duty.split()]
    return bool(begun) and sum(begun) >= len(begun) * _MOST_ENTRIES


def _clean(duty: str) -> tuple[str, bool]:
    """Return a duty without brackets, remarks, and the label before it.

    And whether a clause was cut off that binds the last thing in it: "Take a picture out where
    words serve the reader better" is not to take every picture out.
    """
    text = calm(duty.replace("’", "'").replace(" & ", " and "))
    text = remove_remarks(text).strip(" .;:,")
    for group in ("number", "label", "to", "helped"):
        if lead := _RULES.pattern(group).match(text):
            text = text[lead.end() :]
    end = _RULES.pattern("end").search(text)
    is_bound = end is not None and _RULES.matches("bound", end[0])
    first, space, rest = text[: end.start() if end else None].strip(" .;:,").partition(" ")
    verb = load_toml(*_FILE)["nouns"].get(first.lower())
    if verb and rest.startswith("of "):
        first = verb
    if find_form(first) == "gerund":  # "handling of reservations"
        rest = _remove_of(rest)
    return f"{first}{space}{rest}", is_bound


def _remove_of(text: str) -> str:
    """Return what a gerund is about: "of the bookings" → "bookings"; a name keeps its article."""
    found = _RULES.pattern("gerund_of").match(text)
    if found is None:
        return text
    rest = text[found.end() :]
    article = (found["the"] or "") if rest[:1].isupper() else ""
    return f"{found['before']}{article}{rest}"


def _split_clauses(text: str, *, is_order: bool) -> Iterator[list[str]]:
    """Yield the clauses of a duty that begin with the same form of a verb, each as its words.

    What follows the first clause without a verb of that form belongs to it.
    """
    words = text.split()
    form = _read_form(words, is_order=is_order)
    if form is None:
        return
    clause: list[str] = []
    for part, joint in split_parts(text):
        rest = part.split()
        is_new = bool(rest) and find_form(rest[0]) == form and _has_object(clause, form)
        if is_new and clause:
            yield clause
            clause = []
            if _is_doubtful(rest, is_order=False):
                return
        clause += [*joint.split(), *rest] if clause else rest
    yield clause


def _has_object(clause: Sequence[str], form: str) -> bool:
    """Return whether a clause has more than verbs: "escort and look after" have one object."""
    return len(_read_verbs(clause, form)) < len(clause)


def _read_verbs(clause: Sequence[str], form: str) -> list[str]:
    """Return the verbs of one form with which a clause begins, and what joins them."""
    end = min(1, len(clause))
    while end < len(clause) and clause[end] in _JOINTS:
        begin = end + sum(word in _JOINTS for word in clause[end : end + 2])
        if begin >= len(clause) or find_form(clause[begin]) != form:
            break
        end = begin + 1
    return list(clause[:end])


def _read_form(words: Sequence[str], *, is_order: bool) -> str | None:
    """Return the form of the verb with which a duty begins; None if it may be a noun."""
    if words[1:2] == ["of"]:  # "triage of referrals"
        return None
    form = find_form(words[0]) if words else None
    if form not in ("plain", "third", "gerund") or _is_doubtful(words, is_order=is_order):
        return None
    return form


def _is_doubtful(words: Sequence[str], *, is_order: bool) -> bool:
    """Return whether the first word may be a noun: "Support tickets", "Order stock"."""
    first, *rest = words
    form, plain = find_form(first), first.lower()
    if is_order or form == "gerund":
        return False
    if verb := load_verbs().get(plain):
        plain = verb.plain
    is_noun = plain in load_noun_verbs() or plain in _load_words("also_nouns")
    return is_noun and parse_work_verb(first, rest) is None


def _phrase_clause(clause: Sequence[str]) -> str | None:
    """Return a clause with its verbs in -ing, or None if it makes no whole phrase.

    Of a list only the first thing is kept, if it is said as it would be without the others.
    """
    form = find_form(clause[0]) or ""
    begun = _read_verbs(clause, form)
    verbs = [form_gerund_of(word) for word in begun if word not in _JOINTS]
    rest = clause[len(begun) :]
    is_list = "," in rest
    words = list(takewhile(lambda word: word != ",", rest))
    # Two pairs in one phrase sound read out: "checking and approving drawings and models".
    is_short = len(verbs) <= _MOST_VERBS and not ("and" in begun and "and" in words)
    joined = " and ".join(verbs if is_short else [_choose_verb(verbs, words)])
    objects = map(_remove_adverb, filter(None, map(_check_object, _shorten(words))))
    kept = next((found for found in objects if not is_list or _is_complete(verbs[0], found)), None)
    has_no_object = len(verbs) > 1 and kept and kept[0].lower() in _load_words("no_object")
    if not kept or has_no_object:
        return None
    said = load_toml(*_FILE)["said"]
    phrase = spell_names(" ".join([said.get(joined, joined), *kept]))
    is_empty = verbs[0] in _load_words("empty") or _RULES.pattern("empty").match(phrase)
    if is_empty or _RULES.pattern("unfit").search(phrase):
        return None
    return phrase if is_proper(phrase) else None


def _choose_verb(verbs: Sequence[str], words: Sequence[str]) -> str:
    """Return the first of several verbs, or the last if it goes on behind: "look after"."""
    parts = _load_words("particles") | _load_words("prepositions")
    return verbs[-1] if words and words[0].lower() in parts else verbs[0]


def _shorten(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield what follows the verbs if it is not too long, then what ends before a preposition."""
    if len(words) <= _MAX_WORDS:
        yield words
    for end in range(min(_MAX_WORDS, len(words) - 1), 0, -1):
        if words[end].lower() in _load_words("cut_before"):
            yield words[:end]


def _check_object(words: Sequence[str]) -> Sequence[str] | None:
    """Return what follows a verb if its nouns have their articles, else None.

    An adverb of the verb ("up the stage"), and when or how it is done, count for nothing.
    """
    text = " ".join(words)
    named = _RULES.remove("often", _RULES.remove("manner", text)).split()
    if named and named[0].lower() in _load_words("particles"):
        named = named[1:]
    return words if is_said_whole(named) else None


def _remove_adverb(words: Sequence[str]) -> Sequence[str]:
    return words[:-1] if len(words) > 1 and _is_adverb(words[-1]) else words


def _is_adverb(word: str) -> bool:
    return word.lower().endswith("ly") and word.lower() not in _load_words("not_adverbs")


def _is_complete(verb: str, words: Sequence[str]) -> bool:
    """Return whether the first of a list of things can stand alone behind a verb.

    It is several things, or has an article, and is not somebody who gets the other things.
    """
    if verb in _load_words("to_somebody"):
        return False
    is_several = words[-1].endswith("s") or words[-1].lower() in _load_words("plurals")
    return is_several or words[0].lower() in ("the", "our", "your", "a", "an")


@cache
def _load_words(name: str) -> frozenset[str]:
    return frozenset(load_toml(*_FILE)["words"][name].split())
