"""Phrase the licences, certificates and the like that an ad asks for."""

import re

from interview_cli.english.rules import Rules, load_toml
from interview_cli.requirements.articles import add_article, choose_article
from interview_cli.requirements.letter_case import lower_all, lower_first
from interview_cli.requirements.phrase_frames import complete_frame, join_last

_FILE = ("interview_cli.requirements", "phrasing.toml")
_RULES = Rules(*_FILE)
_MAX_PAPER_WORDS = 8
"""Of more words, those behind "with" name further papers."""
_NOUNS_BEHIND = {
    "in_register": "registration",
    "registered": "registration",
    "licensed": "licence",
    "accredited": "accreditation",
    "trained": "certificate",
}
"""What a paper is called whose name ends with that of having it."""
_NOUNS_ADDED = {
    "register": "registration",
    "classed": "licence",
    "level": "qualification",
    "bare_paper": "certificate",
}


def phrase_paper(text: str) -> str | None:
    """Phrase a paper: "Valid ADR licence" → "a valid ADR licence", "AM2" → "an AM2 certificate"."""
    bare = _RULES.remove(
        "filler", _RULES.remove("being", _RULES.remove("have", _RULES.remove("paper_lead", text)))
    )
    phrase = add_article(join_last(_calm_paper(_name_paper(bare))))
    first, joint, second = phrase.partition(" or ")
    if _RULES.match("valid", second):  # "a certificate or a current licence"
        phrase = f"{first}{joint}{add_article(second)}"
    return complete_frame("{}", _RULES.pattern("named_body").sub("the ", phrase))


def _name_paper(bare: str) -> str:
    """Name the paper of which an ad says that somebody has it: "First Aid trained"."""
    if held := _RULES.match("paper_held", bare):
        return f"{_find_paper_noun(held)} {bare[held.end() :]}"
    if holder := _RULES.match("paper_holder", bare):
        who = lower_first(bare[bare.index(holder["who"]) :])
        rank = "chartered " if holder["word"].lower() == "chartered" else ""
        return f"{_find_paper_noun(holder)} as {choose_article(rank or who)} {rank}{who}"
    if member := _RULES.pattern("member_of").search(bare):
        return f"{member['rank'].lower()} membership of {member['body']}"
    named = _RULES.pattern("on_licence").sub(" licence", lower_all(bare))
    if classed := _RULES.pattern("class_last").search(named):
        valid = _RULES.match("valid", named)
        place = valid.end() + 1 if valid else 0  # "a current class LF licence"
        return f"{named[:place]}{classed[0].strip()} {named[place : classed.start()]}"
    if qualified := _RULES.pattern("qualified").search(named):
        return f"{named[: qualified.start()] or named[qualified.end() :]} qualification"
    for rule_group, noun in _NOUNS_BEHIND.items():
        if found := _RULES.pattern(rule_group).search(named):
            return f"{named[: found.start()]} {noun}"
    nouns = (noun for rule_group, noun in _NOUNS_ADDED.items() if _RULES.match(rule_group, named))
    return f"{named} {next(nouns, '')}".strip()


def _find_paper_noun(found: re.Match[str]) -> str:
    return str(load_toml(*_FILE)["paper_nouns"][found["word"].lower()])


def _calm_paper(named: str) -> str:
    """Return the name of a paper without further ones: "Current …" → "current …"."""
    text = f"{named[0].lower()}{named[1:]}" if _RULES.match("valid", named) else named
    is_long = len(text.split()) > _MAX_PAPER_WORDS
    return text.partition(" with ")[0] if is_long or _RULES.is_found("conditional", text) else text
