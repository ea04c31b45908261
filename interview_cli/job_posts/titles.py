"""Find the job title in an employer's message, in English, by the rules of `titles.toml`."""

import re
from collections.abc import Container
from functools import cache

from interview_cli.english.rules import Rules
from interview_cli.english.words import word_list
from interview_cli.job_posts.lands import is_land
from interview_cli.job_posts.place_names import is_known_place
from interview_cli.job_posts.title_format import format_title
from interview_cli.job_posts.word_lists import load_phrases, load_words, pick_group
from interview_cli.trades.index import load_index, stem_title

_FILE = "titles.toml"
_RULES = Rules("interview_cli.job_posts", _FILE)
_TOKEN = re.compile(r"\.?[^\W_](?:[\w+#]|[./'’&-](?=\w)|[:*](?=in\w*\b))*[+#]*|[^\w\s]")
_MAX_MODIFIERS = 5
_MAX_BETWEEN = 4
_MAX_TITLE_WORDS = 7
_LINK_WORDS = ("and", "&", "/", "of")


def find_title(text: str) -> tuple[str, str] | None:
    """Find the first title that a text names, with the words that name it.

    The title of somebody else ("she reports to the director") does not count. Neither does a
    word such as "lead" or "expert" alone: "make it lead" names a level.
    """
    text = remove_gender_mark(text)
    by_noun = _find_by_noun(text)
    listed = _find_listed(text)
    if listed and (by_noun is None or _is_wider(listed[1], by_noun[1], text)):
        return listed
    return by_noun


def find_wanted(text: str) -> tuple[str, str] | None:
    """Find an unknown title by what stands before it: "we want a deckhand for the ferry"."""
    match = _RULES.pattern("wanted").search(text)
    if match is None:
        return None
    words = pick_group(match, "what") or ""
    *others, last = words.split()
    singular = _to_singular(last)
    if match["what2"]:  # "tea pluckers", whose word is not known
        singular = singular.removesuffix("s")
    return format_title(" ".join([*others, singular])), words


def _find_by_noun(text: str) -> tuple[str, str] | None:
    phrase = _compile_phrases().search(text)
    for match in _TOKEN.finditer(text):
        if phrase and match.start() >= phrase.start():
            return _expand_title(text, phrase)
        if _RULES.pattern("no_occupation").match(text[match.start() :]):
            continue
        if is_occupation(match[0]) and (found := _expand_title(text, match)):
            return found
    return None


def _find_listed(text: str) -> tuple[str, str] | None:
    """Find the longest title of a line of work, of two words or more."""
    words = list(_TOKEN.finditer(text))
    titles = load_index()["titles"]
    for count in range(_MAX_TITLE_WORDS, 1, -1):
        for first in range(len(words) - count + 1):
            span = text[words[first].start() : words[first + count - 1].end()]
            ends = (words[first][0], words[first + count - 1][0])
            if _is_listed(span, ends, titles) and not _is_someone(text, span):
                *others, last = remove_level_words(span).split()
                return format_title(" ".join([*others, _to_singular(last)])), span
    return None


def _is_listed(span: str, ends: tuple[str, str], titles: Container[str]) -> bool:
    has_mark = bool(re.search(r"[^\w\s&/'’+#.-]", span))
    is_marked = span[0] == "/" or has_mark or not re.search(r"\w", ends[1])
    if is_marked or any(word.lower() in word_list("stop") - {"it"} for word in ends):
        return False
    stems = stem_title(span)
    return len(stems) > 1 and " ".join(stems) in titles


def _is_wider(listed: str, by_noun: str, text: str) -> bool:
    """Return whether a listed title holds the one that its noun gives, or stands before it."""
    holds = by_noun in listed and by_noun != listed
    return holds or (listed not in by_noun and text.find(listed) < text.find(by_noun))


def _is_someone(text: str, span: str) -> bool:
    before = text[: text.find(span)].rsplit("\n", 1)[-1]
    return bool(_RULES.pattern("someone_else").search(before))


def remove_gender_mark(text: str) -> str:
    """Return a text without marks such as "(m/f/d)"."""
    return _RULES.remove("gender_mark", text)


def is_occupation(word: str) -> bool:
    """Return whether a word, singular or plural, ends a job title; parts may be joined by "/"."""
    known = _load_occupations()
    is_listed = any(_to_singular(part) in known for part in re.split(r"[/:*]", word.lower()))
    return is_listed or bool(_RULES.pattern("occupation").match(word))


def remove_level_words(title: str) -> str:
    """Return a title without the words that name a level."""
    is_level = _RULES.pattern("level_word").match
    return " ".join(word for word in title.split() if not is_level(word)) or title


@cache
def _compile_phrases() -> re.Pattern[str]:
    phrases = sorted(load_phrases(_FILE, "phrases"), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, phrases))})(?![\w-])", re.IGNORECASE)


def _expand_title(text: str, noun: re.Match[str]) -> tuple[str, str] | None:
    """Return the title around its noun; None for the title of somebody else."""
    noun = _find_last_noun(text, noun)
    modifiers = _find_modifiers(text, noun)
    start = (modifiers[0] if modifiers else noun).start()
    if _is_someone(text[:start] + "\n", "\n"):
        return None
    field, subject, end = _read_after(text, noun)
    second = _RULES.pattern("second_form").match(text[end:])
    if second and not field and is_occupation(second["noun"]):  # "garçom / garçonete"
        subject, end = [*subject, *second[0].split()], end + second.end()
    is_level = _RULES.pattern("level_word").match
    kept = [token[0] for token in modifiers if not is_level(token[0])]
    singular = _to_singular(noun[0]) if is_occupation(noun[0]) else noun[0]
    is_bare = not (kept or field or subject) and " " not in singular
    purpose = _find_purpose(text[end:], noun) if is_bare else None
    if purpose and not is_known_place(purpose["field"]):
        return format_title(f"{purpose['field']} {singular}"), text[start : end + purpose.end()]
    if is_bare and singular.lower() in load_words(_FILE, "needs_modifier"):
        return None
    before = [*kept, *field] if _takes(noun, "takes_field") else [*field, *kept]
    return format_title(" ".join([*before, singular, *subject])), text[start:end]


def _find_purpose(rest: str, noun: re.Match[str]) -> re.Match[str] | None:
    """Return what a worker is for, or works on: "for control room", "of packaging line"."""
    purpose = _RULES.pattern("field_for").match(rest) if _takes(noun, "workers") else None
    if purpose is None and _takes(noun, "takes_thing"):
        purpose = _RULES.pattern("field_of_thing").match(rest)
    return purpose


def _find_last_noun(text: str, noun: re.Match[str]) -> re.Match[str]:
    """Return the last of several occupations in a row: "Sales Manager Assistant"."""
    if noun[0].lower() in load_words(_FILE, "opens_title"):
        noun = _find_noun_behind(text, noun)
    while re.match(r" [A-Za-z]", text[noun.end() :]):
        following = _TOKEN.search(text, noun.end())
        if following is None or not is_occupation(following[0]):
            break
        noun = following
    return noun


def _find_noun_behind(text: str, noun: re.Match[str]) -> re.Match[str]:
    """Return the occupation that follows with a few words between: "trainee dental nurse"."""
    for following in list(_TOKEN.finditer(text, noun.end()))[:_MAX_BETWEEN]:
        if is_occupation(following[0]):
            return following
        if not _can_modify(following[0]) or following[0].lower() in _LINK_WORDS:
            break
    return noun


def _find_modifiers(text: str, noun: re.Match[str]) -> list[re.Match[str]]:
    line = text.rfind("\n", 0, noun.start()) + 1
    before = list(_TOKEN.finditer(text, line, noun.start()))
    modifiers: list[re.Match[str]] = []
    while before and len(modifiers) < _MAX_MODIFIERS:
        is_number = len(before) > 1 and before[-1][0].isdigit()
        if is_number and before[-2][0].lower() in load_words(_FILE, "numbered"):
            modifiers = [before[-2], before[-1], *modifiers]
            before = before[:-2]
            continue
        if not _can_modify(before[-1][0]):
            break
        if before[-1][0].lower() in _LINK_WORDS and not _joins_modifiers(before):
            break
        modifiers.insert(0, before.pop())
    while modifiers and modifiers[0][0].lower() in _LINK_WORDS:
        modifiers.pop(0)
    return _drop_place(text, modifiers, noun)


def _drop_place(
    text: str, modifiers: list[re.Match[str]], noun: re.Match[str]
) -> list[re.Match[str]]:
    """Return the modifiers without a town before them: "London bus driver"."""
    for count in (2, 1):
        if len(modifiers) >= count:
            end = modifiers[count - 1].end()
            name = text[modifiers[0].start() : end]
            if name[0].isupper() and is_known_place(name):
                return modifiers[count:]
    return modifiers


def _joins_modifiers(before: list[re.Match[str]]) -> bool:
    """Return whether a word before "and" may belong to the title: "food and beverage manager"."""
    if len(before) < 2 or not _can_modify(before[-2][0]):
        return False
    return before[-2][0].isalnum() and not is_occupation(before[-2][0])


def _can_modify(written: str) -> bool:
    """Whether a word before the noun may belong to the title."""
    word = written.lower()
    if word in _LINK_WORDS:
        return word != "of"
    is_word = (word[0].isalnum() and not word[0].isdigit()) or word.startswith(".")
    return is_word and word not in load_words(_FILE, "never_in_title")


def _read_after(text: str, noun: re.Match[str]) -> tuple[list[str], list[str], int]:
    """Read what follows the noun: words that belong before it, its subject, and where both end."""
    rest = text[noun.end() :]
    field = _RULES.pattern("field_of_work").search(rest)
    if field and not is_known_place(field["field"]):
        return format_title(field["field"]).split(), [], noun.end() + field.end()
    if served := _RULES.pattern("served").search(rest):
        return [], served[0].split(), noun.end() + served.end()
    subject = _RULES.pattern("subject").search(rest)
    if subject and _takes(noun, "takes_subject"):
        return [], subject[0].split(), noun.end() + subject.end()
    subject = _RULES.pattern("subject_in").search(rest)
    if subject and _takes(noun, "takes_in") and not _is_town(subject[0], rest[subject.end() :]):
        return [], subject[0].split(), noun.end() + subject.end()
    field = _RULES.pattern("field_behind").search(rest)
    is_place = field is not None and " in " in field[0] and is_known_place(field["field"])
    if field and not is_place and _takes(noun, "takes_field"):
        return format_title(field["field"]).split(), [], noun.end() + field.end()
    return [], [], noun.end()


def _is_town(subject: str, behind: str) -> bool:
    """Return whether "in Law" rather says where the work is: "in Woodlands, Singapore"."""
    land = re.match(r",\s*([^\W\d]+(?: [A-Z]\w+)?)", behind)
    return is_known_place(subject.strip()[3:]) or (land is not None and is_land(land[1]))


def _takes(noun: re.Match[str], what: str) -> bool:
    return _to_singular(noun[0].lower()).split("/")[0] in load_words(_FILE, what)


def _to_singular(word: str) -> str:
    lowered, occupations = word.lower(), _load_occupations()
    if lowered in occupations:
        return word
    if lowered.endswith("ies") and f"{lowered[:-3]}y" in occupations:
        return f"{word[:-3]}y"
    for ending in ("s", "es"):
        if lowered.endswith(ending) and lowered[: -len(ending)] in occupations:
            return word[: -len(ending)]
    if lowered.endswith(("men", "wives")):
        return f"{word[:-2]}an" if lowered.endswith("men") else f"{word[:-3]}fe"
    return word


@cache
def _load_occupations() -> frozenset[str]:
    return load_words(_FILE, "occupations") | load_words(_FILE, "foreign")
