"""A job title in what an employer says: never the whole message, never somebody else's title."""

import re

from interview_cli.coach.offline.posts.lists import known_skills, words

_TOKEN = re.compile(r"\.?[^\W_](?:[\w+#]|[./'’&-](?=\w))*[+#]*|[^\w\s]")
# "report to the director", "our manager": not the one who is wanted.
_OTHERS = re.compile(
    r"\b(?:(?:with|to|by|under|of|from)\s+(?:our|their|your|his|her|the|a|an|other)?\s*"
    r"|(?:the|our|their|your|his|her|other)\s+)$",
    re.IGNORECASE,
)
_SMALL = ("of", "and", "in", "for", "to", "the", "at", "with", "on")


def title_said(text: str) -> tuple[str, str] | None:
    """The title that is named first, and the words that name it; None where there is none."""
    for match in _TOKEN.finditer(text):
        if _singular(match[0].lower()) in words("occupations"):
            found = _around(text, match)
            # "Make it lead" names a level, and "an expert" nobody's job.
            if found and found[0].lower() not in words("no_titles"):
                return found
    return None


def as_title(text: str) -> str:
    """Words as a title is written; names of tools keep their own spelling."""
    spelled = {written.lower(): skill for skill, written in known_skills(text)}
    parts = []
    for place, word in enumerate(text.split()):
        if word.lower() in spelled:
            parts.append(spelled[word.lower()])
        elif any(char.isupper() for char in word) or (place and word.lower() in _SMALL):
            parts.append(word)
        else:
            parts.append(word[:1].upper() + word[1:])
    return " ".join(parts)


def _around(text: str, noun: re.Match[str]) -> tuple[str, str] | None:
    # "Lead Electrician", "Sales Manager Assistant": the last of them is the noun.
    while re.match(r" [A-Za-z]", text[noun.end() :]):
        following = _TOKEN.search(text, noun.end())
        if following is None or _singular(following[0].lower()) not in words("occupations"):
            break
        noun = following
    before = list(_TOKEN.finditer(text[: noun.start()]))
    first = noun
    modifiers: list[str] = []
    while before and len(modifiers) < 5 and _belongs(before[-1]):
        first = before.pop()
        modifiers.insert(0, first[0])
    if _OTHERS.search(text[: first.start()].rsplit("\n", 1)[-1]):
        return None
    last, behind = _behind(text, noun)
    modifiers = [word for word in modifiers if word.lower() not in words("level_words")]
    title = " ".join([*behind[0], *modifiers, _singular(noun[0]), *behind[1]])
    return as_title(title), text[first.start() : last]


def _belongs(token: re.Match[str]) -> bool:
    word = token[0].lower()
    is_word = word[0].isalnum() or word.startswith(".")
    return word == "&" or (is_word and not word.isdigit() and word not in words("before_no_title"))


def _behind(text: str, noun: re.Match[str]) -> tuple[int, tuple[list[str], list[str]]]:
    """Where the title ends; the words behind the noun that belong before it, and that stay."""
    rest = text[noun.end() :]
    moved = re.match(
        r"\s+(full[ -]?stack|front[ -]?end|back[ -]?end|mobile|web|ios|android)\b",
        rest,
        re.IGNORECASE,
    )
    if moved:
        return noun.end() + moved.end(), (as_title(moved[1]).split(), [])
    stays = re.match(r"\s+of\s+(?:[A-Z]\w+|[a-z]{4,})(?:\s+and\s+[A-Z]\w+)?", rest)
    if stays and _singular(noun[0].lower()) in (
        "head",
        "director",
        "teacher",
        "professor",
        "lecturer",
    ):
        return noun.end() + stays.end(), ([], stays[0].split())
    return noun.end(), ([], [])


def _singular(word: str) -> str:
    lowered = word.lower()
    if lowered.endswith("ies") and f"{lowered[:-3]}y" in words("occupations"):
        return f"{word[:-3]}y"
    if lowered.endswith("s") and lowered[:-1] in words("occupations"):
        return word[:-1]
    if lowered.endswith(("women", "men")):
        return f"{word[:-2]}an"
    return word
