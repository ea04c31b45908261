"""Phrase requirements so that they follow "the job asks for".

A text that does not surely make a phrase is given up: there is always another question.
"""

import re
from collections.abc import Callable

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.words import tokenize, word_list
from interview_cli.english.years import remove_years
from interview_cli.requirements.ad_lines import remove_marks
from interview_cli.requirements.articles import add_article
from interview_cli.requirements.brackets import remove_remarks
from interview_cli.requirements.letter_case import (
    calm,
    has_only_languages,
    has_only_names,
    lower_all,
    lower_first,
    spell_names,
)
from interview_cli.requirements.paper_phrasing import phrase_paper
from interview_cli.requirements.phrase_frames import MAX_WORDS, complete_frame, join_last
from interview_cli.text import replace_words

_FILE = ("interview_cli.requirements", "phrasing.toml")
_RULES = Rules(*_FILE)
_MAX_CHARS = 400
"""A longer text is cut: only its beginning can make a phrase."""
_LABEL_AND_YEARS = 2
_YOUR_TO_THEIR = {"your": "their", "yourself": "themselves"}
_SENTENCE_END = re.compile(r"(?<![.][a-z])(?<=[a-z)])[.!?](?:\s+[A-Z].*)?$")
_DASH = re.compile(r"\s+[–—-]+\s+|\s*:\s+")
_SLASH = re.compile(r"\s+/\s+")
_COMMA = re.compile(r",\s+")


def phrase_requirement(text: str, *, is_paper: bool = False) -> str | None:
    """Return a requirement as a phrase that follows "the job asks for", in at most 14 words.

    `is_paper`: it is a licence, a certificate or the like. Return None if the phrase would not
    surely fill the sentence, or if nobody could be asked about it.
    """
    bare = _clean(text)
    forms = (phrase_paper,) if is_paper else _FORMS
    phrases = (form(bare) for form in forms)
    phrase = next((phrase for phrase in phrases if phrase is not None), "") if bare else ""
    if (is_paper and _RULES.match("no_paper", phrase)) or not set("()").isdisjoint(phrase):
        return None  # a bracket that is left over shows that it was not read well
    return phrase if phrase and is_proper(phrase) else None


def is_proper(phrase: str) -> bool:
    """Return whether somebody can be asked about a phrase, and it has at most 14 words."""
    is_refused = _RULES.is_found("never", phrase) or _RULES.is_found("foreign", phrase)
    return not is_refused and len(tokenize(phrase)) <= MAX_WORDS


def _clean(text: str) -> str:
    """Return the part of a requirement that names it, without marks, brackets and remarks."""
    whole = calm(remove_marks(text[:_MAX_CHARS]).replace("’", "'").strip())
    first = _SENTENCE_END.sub("", whole)
    bare = remove_remarks(_choose_clause(first))
    bare = _RULES.pattern("or_similar").sub(r" or \g<last>", bare)
    bare = _join_alternatives(bare.replace(" & ", " and ").replace(" OR ", " or "))
    for _ in range(2):
        bare = (
            _RULES.remove("tail", _RULES.remove("filler", _RULES.remove("label", bare)))
            .rstrip(" .")
            .strip(" ,;:–—-")
        )
    return spell_names(replace_words(calm(bare), load_toml(*_FILE)["abbreviations"]))


def _choose_clause(text: str) -> str:
    """Return what stands before a dash or a colon, or what somebody does or can do after it."""
    parts = _DASH.split(_RULES.remove("label", text))
    if len(parts) == _LABEL_AND_YEARS and _RULES.match("only_years", parts[1].partition(" (")[0]):
        return f"{parts[0]} experience"
    sentences = (
        part for part in parts[1:] if _RULES.match("person", part) or _RULES.match("able", part)
    )
    return next(sentences, parts[0])


def _join_alternatives(text: str) -> str:
    """Spell slashes between spaces: "CA / CMA / ACCA" → "CA, CMA or ACCA"."""
    *before, last = _SLASH.split(text)
    return f"{', '.join(before)} or {last}" if before else text


def _phrase_deed(text: str) -> str | None:
    """Phrase what somebody has done: "You've run shops" → "experience of running shops"."""
    lead = _RULES.match("perfect", text)
    first, _, rest = text[lead.end() if lead else 0 :].partition(" ")
    # Without "you have", only a form that is no adjective is what somebody has done.
    gerund = _find_gerund(first.lower()) if lead else load_toml(*_FILE)["gerunds"].get(first)
    if gerund is None or _RULES.is_found("asset", rest.partition(" ")[0]):
        return None
    deed = rest if gerund == "being" else f"{gerund} {rest}"
    return (
        complete_frame("experience of {}", deed, lower=False)
        if _RULES.match("doing", deed)
        else None
    )


def _find_gerund(participle: str) -> str | None:
    irregular = load_toml(*_FILE)["gerunds"]
    if participle in irregular:
        return str(irregular[participle])
    return f"{participle[:-2]}ing" if participle.endswith("ed") else None


def _phrase_ability(text: str) -> str | None:
    lead = _RULES.match("able", text)
    if lead is None:
        return None
    action = text[lead.end() :]
    return _phrase_possession(action) or complete_frame("the ability to {}", action)


def _phrase_state(text: str) -> str | None:
    """Phrase what somebody is, behind "you are" or "must be"."""
    lead = _RULES.match("being", text)
    if lead is None or lead.end() == 0:
        return None
    forms = (form(text[lead.end() :]) for form in (_phrase_adjective, _phrase_trait, _phrase_thing))
    return next((phrase for phrase in forms if phrase is not None), None)


def _phrase_possession(text: str) -> str | None:
    lead = _RULES.match("have", text)
    return _phrase_thing(text[lead.end() :]) if lead else None


def _phrase_people(text: str) -> str | None:
    """Phrase what people do: "You enjoy gardens" → "people who enjoy gardens"."""
    lead = _RULES.match("person", text)
    if lead is None:
        return None
    return complete_frame("people who {}", replace_words(text[lead.end() :], _YOUR_TO_THEIR))


def _phrase_adjective(text: str) -> str | None:
    """Phrase an adjective as a noun: "familiar with tills" → "familiarity with tills"."""
    found = _RULES.match("adjective_of", text)
    if found is None:
        return None
    noun = load_toml(*_FILE)["nouns"][found["word"].lower()]
    return complete_frame(noun + " {}", text[found.end() :], lower=False)


def _phrase_manner(text: str) -> str | None:
    """Phrase how somebody behaves: "stays calm" → "somebody who stays calm"."""
    if text.partition(" ")[0].lower() not in word_list("manners"):
        return None
    return complete_frame("{}", f"somebody who {text[0].lower()}{text[1:]}")


def _phrase_trait(text: str) -> str | None:
    """Phrase what somebody is; after a comma something else may begin."""
    bare = lower_first(text)
    for part in (bare, _COMMA.split(bare)[0]):
        if _RULES.match("trait", part):
            return complete_frame("{}", f"somebody who is {part}", lower=False)
    return None


def _phrase_activity(text: str) -> str | None:
    """Phrase an activity with its object: "Managing budgets" → "experience of managing …"."""
    bare = lower_all(text)
    return complete_frame("experience of {}", bare) if _RULES.match("doing", bare) else None


def _phrase_action(text: str) -> str | None:
    """Phrase an order: "Write cleanly" → "the ability to write cleanly"."""
    bare = lower_first(text)
    first = bare.partition(" ")[0].lower()
    if first in word_list("abilities") and _RULES.match("plain_verb", bare):
        return complete_frame("the ability to {}", bare)
    return None


def _phrase_thing(text: str) -> str | None:
    """Phrase a thing to have or to know."""
    counted = remove_years(text)
    bare = _RULES.remove("filler", lower_all(counted))
    first = bare.partition(" ")[0]
    if use := _RULES.match("use_of", bare):
        return complete_frame("experience of using {}", bare[use.end() :])
    if first in word_list("abilities") and not _RULES.is_found("asset", bare) and first != "work":
        return None
    if _RULES.is_found("lacks_skills", bare):
        return complete_frame("{} skills", bare)
    if counted != text and not _RULES.is_found("experienced", bare):
        return _phrase_practice(bare)
    named = _phrase_names(bare)
    return named if named is not None else complete_frame("{}", add_article(join_last(bare)))


def _phrase_practice(text: str) -> str | None:
    """Phrase what somebody did for years: "sales of cars" → "experience of sales of cars"."""
    if _RULES.match("preposition", text):
        return complete_frame("{}", f"experience {text}")
    return complete_frame(
        "experience with {}" if has_only_names(text) else "experience of {}", text
    )


def _phrase_names(text: str) -> str | None:
    """Phrase names of tools, or several things: "Python and Go" → "experience with Python …"."""
    praise = _RULES.match("quality", text)
    named = text[praise.end() :] if praise else text
    if not has_only_names(_RULES.pattern("or_other").split(named)[0]):
        return complete_frame("experience with {}", text) if _is_plural(text) else None
    if has_only_languages(named):
        return complete_frame("{}", text)
    if praise is None:
        return complete_frame("experience with {}", text)
    praised = praise[0].strip()
    if praised == "hands-on":
        return complete_frame(f"{praised} experience with {{}}", named)
    return complete_frame(f"{praised} {{}} skills", named)


_FORMS: tuple[Callable[[str], str | None], ...] = (
    _phrase_deed,
    _phrase_ability,
    _phrase_state,
    _phrase_possession,
    _phrase_people,
    _phrase_manner,
    _phrase_adjective,
    _phrase_trait,
    _phrase_action,
    _phrase_activity,
    _phrase_thing,
)
"""How requirements are said; the first form that a text has counts.

A form returns None if a text does not have it, and nothing if the text has it, but makes no phrase.
"""


def _is_plural(text: str) -> bool:
    """Return whether the main noun of a text is several things, not skills or qualities."""
    head = _RULES.pattern("after_noun").split(text)[0]
    return _RULES.is_found("plural", head) and not _RULES.is_found("asset", text)
