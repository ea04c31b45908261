"""Phrase requirements so that they follow "the job asks for".

A text that does not surely make a phrase is given up: there is always another question.
"""

import re
from collections.abc import Callable
from functools import cache

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.words import content_stems, tokenize, word_list
from interview_cli.english.years import remove_years
from interview_cli.requirements.ad_lines import remove_marks
from interview_cli.requirements.brackets import remove_remarks
from interview_cli.text import replace_words

_FILE = ("interview_cli.requirements", "phrasing.toml")
_RULES = Rules(*_FILE)
_MAX_WORDS = 14
_MAX_PAPER_WORDS = 8
"""Of more words, those behind "with" name further papers."""
_MAX_CHARS = 400
"""A longer text is cut: only its beginning can make a phrase."""
_MIN_WORDS_BEFORE_CUT = 3
_MIN_PLURAL_CHARS = 5
_LABEL_AND_YEARS = 2
_MIN_SHOUTED_CHARS = 5
_MIN_SHOUTED_WORDS = 2
_VOWEL_LETTERS = "AEFHILMNORSX"
"""Letters whose names begin with a vowel: an NVQ, an HGV licence."""
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
_YOUR_TO_THEIR = {"your": "their", "yourself": "themselves"}
_SENTENCE_END = re.compile(r"(?<![.][a-z])(?<=[a-z)])[.!?](?:\s+[A-Z].*)?$")
_DASH = re.compile(r"\s+[–—-]+\s+|\s*:\s+")
_SLASH = re.compile(r"\s+/\s+")
_COMMA = re.compile(r",\s+")
_CAPITALISED = re.compile(r"^(?:A|[A-Z][a-z]+(?:[-'][a-z]+)*)$")
_UNFIT_CHARS = re.compile(r"[<>{}\[\]*_@|=€£$\"“”•?!]|(?<![A-Z])#|\d{5,}|//|\s/|/\s")


def phrase_requirement(text: str, *, is_paper: bool = False) -> str | None:
    """Return a requirement as a phrase that follows "the job asks for", in at most 14 words.

    `is_paper`: it is a licence, a certificate or the like. Return None if the phrase would not
    surely fill the sentence, or if nobody could be asked about it.
    """
    bare = _clean(text)
    forms = (_phrase_paper,) if is_paper else _FORMS
    phrases = (form(bare) for form in forms)
    phrase = next((phrase for phrase in phrases if phrase is not None), "") if bare else ""
    if (is_paper and _RULES.match("no_paper", phrase)) or not set("()").isdisjoint(phrase):
        return None  # a bracket that is left over shows that it was not read well
    return phrase if phrase and is_proper(phrase) else None


def is_proper(phrase: str) -> bool:
    """Return whether somebody can be asked about a phrase, and it has at most 14 words."""
    is_refused = _RULES.is_found("never", phrase) or _RULES.is_found("foreign", phrase)
    return not is_refused and len(tokenize(phrase)) <= _MAX_WORDS


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


def calm(text: str) -> str:
    """Return a text in capitals in lower case; short words in it may be abbreviations."""
    words = [word for word in text.split() if len(word) >= _MIN_SHOUTED_CHARS]
    if len(words) < _MIN_SHOUTED_WORDS or not all(map(str.isupper, words)):
        return text
    return " ".join(
        word.lower()
        if len(word) >= _MIN_SHOUTED_CHARS
        or word.lower() in word_list("stop")
        or _RULES.match("valid", word.lower())
        else word
        for word in text.split()
    )


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


def spell_names(text: str) -> str:
    """Return a text with well-known products in their own spelling."""
    return replace_words(text, _load_spellings())


def _phrase_paper(text: str) -> str | None:
    """Phrase a paper: "Valid ADR licence" → "a valid ADR licence", "AM2" → "an AM2 certificate"."""
    bare = _RULES.remove(
        "filler", _RULES.remove("being", _RULES.remove("have", _RULES.remove("paper_lead", text)))
    )
    phrase = _add_article(_join_last(_calm_paper(_name_paper(bare))))
    first, joint, second = phrase.partition(" or ")
    if _RULES.match("valid", second):  # "a certificate or a current licence"
        phrase = f"{first}{joint}{_add_article(second)}"
    return _complete("{}", _RULES.pattern("named_body").sub("the ", phrase))


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
    named = _RULES.pattern("on_licence").sub(" licence", _lower_all(bare))
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


def _phrase_deed(text: str) -> str | None:
    """Phrase what somebody has done: "You've run shops" → "experience of running shops"."""
    lead = _RULES.match("perfect", text)
    first, _, rest = text[lead.end() if lead else 0 :].partition(" ")
    # Without "you have", only a form that is no adjective is what somebody has done.
    gerund = _find_gerund(first.lower()) if lead else load_toml(*_FILE)["gerunds"].get(first)
    if gerund is None or _RULES.is_found("asset", rest.partition(" ")[0]):
        return None
    deed = rest if gerund == "being" else f"{gerund} {rest}"
    return _complete("experience of {}", deed, lower=False) if _RULES.match("doing", deed) else None


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
    return _phrase_possession(action) or _complete("the ability to {}", action)


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
    return _complete("people who {}", replace_words(text[lead.end() :], _YOUR_TO_THEIR))


def _phrase_adjective(text: str) -> str | None:
    """Phrase an adjective as a noun: "familiar with tills" → "familiarity with tills"."""
    found = _RULES.match("adjective_of", text)
    if found is None:
        return None
    noun = load_toml(*_FILE)["nouns"][found["word"].lower()]
    return _complete(noun + " {}", text[found.end() :], lower=False)


def _phrase_manner(text: str) -> str | None:
    """Phrase how somebody behaves: "stays calm" → "somebody who stays calm"."""
    if text.partition(" ")[0].lower() not in word_list("manners"):
        return None
    return _complete("{}", f"somebody who {text[0].lower()}{text[1:]}")


def _phrase_trait(text: str) -> str | None:
    """Phrase what somebody is; after a comma something else may begin."""
    bare = lower_first(text)
    for part in (bare, _COMMA.split(bare)[0]):
        if _RULES.match("trait", part):
            return _complete("{}", f"somebody who is {part}", lower=False)
    return None


def _phrase_activity(text: str) -> str | None:
    """Phrase an activity with its object: "Managing budgets" → "experience of managing …"."""
    bare = _lower_all(text)
    return _complete("experience of {}", bare) if _RULES.match("doing", bare) else None


def _phrase_action(text: str) -> str | None:
    """Phrase an order: "Write cleanly" → "the ability to write cleanly"."""
    bare = lower_first(text)
    first = bare.partition(" ")[0].lower()
    if first in word_list("abilities") and _RULES.match("plain_verb", bare):
        return _complete("the ability to {}", bare)
    return None


def _phrase_thing(text: str) -> str | None:
    """Phrase a thing to have or to know."""
    counted = remove_years(text)
    bare = _RULES.remove("filler", _lower_all(counted))
    first = bare.partition(" ")[0]
    if use := _RULES.match("use_of", bare):
        return _complete("experience of using {}", bare[use.end() :])
    if first in word_list("abilities") and not _RULES.is_found("asset", bare) and first != "work":
        return None
    if _RULES.is_found("lacks_skills", bare):
        return _complete("{} skills", bare)
    if counted != text and not _RULES.is_found("experienced", bare):
        return _phrase_practice(bare)
    named = _phrase_names(bare)
    return named if named is not None else _complete("{}", _add_article(_join_last(bare)))


def _phrase_practice(text: str) -> str | None:
    """Phrase what somebody did for years: "sales of cars" → "experience of sales of cars"."""
    if _RULES.match("preposition", text):
        return _complete("{}", f"experience {text}")
    return _complete("experience with {}" if _has_only_names(text) else "experience of {}", text)


def _phrase_names(text: str) -> str | None:
    """Phrase names of tools, or several things: "Python and Go" → "experience with Python …"."""
    praise = _RULES.match("quality", text)
    named = text[praise.end() :] if praise else text
    if not _has_only_names(_RULES.pattern("or_other").split(named)[0]):
        return _complete("experience with {}", text) if _is_plural(text) else None
    if _has_only_languages(named):
        return _complete("{}", text)
    if praise is None:
        return _complete("experience with {}", text)
    praised = praise[0].strip()
    if praised == "hands-on":
        return _complete(f"{praised} experience with {{}}", named)
    return _complete(f"{praised} {{}} skills", named)


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


def _complete(frame: str, text: str, *, lower: bool = True) -> str:
    """Return a frame filled with a text, cut to what fits, or nothing if it makes no phrase."""
    whole = _join_last(lower_first(text) if lower else text)
    cut = _shorten(whole, _MAX_WORDS - len(frame.split()) + 1)
    return frame.format(cut) if cut and _is_fit(cut, is_action=frame.endswith("to {}")) else ""


def _shorten(text: str, max_words: int) -> str:
    """Return a text without the details after a comma or a relative pronoun, if it is too long."""
    if len(text.split()) <= max_words:
        return text
    ends = [end.start() for end in _RULES.pattern("detail").finditer(text)]
    fitting = [text[:end] for end in ends if len(text[:end].split()) >= _MIN_WORDS_BEFORE_CUT]
    return next((part for part in reversed(fitting) if len(part.split()) <= max_words), "")


def _is_fit(text: str, *, is_action: bool) -> bool:
    """Return whether a text can be a phrase in a sentence."""
    main = _RULES.pattern("relative").split(text)[0]
    if is_action:
        # Its verb may be one that elsewhere shows a sentence: "do", "have".
        main = main.partition(" ")[2]
    return not (
        _UNFIT_CHARS.search(text)
        or _RULES.is_found("finite", main)
        or _RULES.match("unfit_start", text)
        or _RULES.match("whole_unfit", text)
        or _RULES.is_found("unfit_end", text)
        or text.count("(") != text.count(")")
        or not _has_meaning(text)
        or (text.isupper() and len(text.split()) > 1 and len(text) > 20)
    )


def _has_meaning(text: str) -> bool:
    return bool(content_stems(text)) or _RULES.is_found("asset", text) or text in _load_names()


def _join_last(text: str) -> str:
    """Join a list without "and": "Python, Go" → "Python and Go"."""
    if _RULES.is_found("joined", text) and text.count(",") == 1 and text.count(" and ") == 1:
        return text.replace(", and ", " and ")  # "read a drawing, and make a rod"
    if _RULES.is_found("joined", text) or "," not in text:
        return text
    head, _, last = text.rpartition(", ")
    return f"{head} {'or' if _RULES.is_found('alternatives', text) else 'and'} {last}"


def _add_article(text: str) -> str:
    first = text.partition(" ")[0]
    # "full driving licence and use of a car", "degree in art, design or a related field"
    alone = _RULES.pattern("more").split(text)[0]
    is_countable = _RULES.match("countable", text) or _RULES.match("countable", alone)
    if first.lower() in word_list("determiners") or not is_countable:
        return text
    return f"{choose_article(first)} {text}"


def choose_article(word: str) -> str:
    """Return "a" or "an", as the word is said: an NVQ, a ULEZ permit."""
    if word.isupper() and len(word) > 1:
        return (
            "an" if word[0] in _VOWEL_LETTERS and not _RULES.is_found("said_as_word", word) else "a"
        )
    return "an" if word[0].lower() in "aeio" or _RULES.is_found("vowel", word) else "a"


def _has_only_names(text: str) -> bool:
    words = [word for word in tokenize(text) if word.lower() not in ("and", "or")]
    return bool(words) and all(_is_name(word) for word in words)


def _is_name(word: str) -> bool:
    return word in _load_names() or any(char.isupper() or char.isdigit() for char in word[1:])


def _has_only_languages(text: str) -> bool:
    words = [word for word in tokenize(text) if word.lower() not in ("and", "or")]
    return bool(words) and set(words) <= set(load_toml(*_FILE)["languages"].split())


def _is_plural(text: str) -> bool:
    """Return whether the main noun of a text is several things, not skills or qualities."""
    head = _RULES.pattern("after_noun").split(text)[0]
    return _RULES.is_found("plural", head) and not _RULES.is_found("asset", text)


def _lower_all(text: str) -> str:
    """Lower a text in Title Case whose words are common; else only its first letter."""
    words = text.split()
    capitals = [word for word in words[1:] if _CAPITALISED.match(word) and len(word) > 1]
    if capitals and all(_is_common(word) for word in capitals) and _is_common(words[0]):
        return " ".join(word.lower() if word in (words[0], *capitals) else word for word in words)
    return lower_first(text)


def lower_first(text: str) -> str:
    """Lower a first letter that is a capital only because the line begins there."""
    if _RULES.match("proper", text):
        return text
    first, space, rest = text.partition(" ")
    bare = first.strip(",")
    if not _CAPITALISED.match(bare) or bare.partition("'")[0] in _load_names():
        return text
    second, _, after = rest.partition(" ")
    third = after.partition(" ")[0]
    is_numbered = second[:1].isdigit()
    if _CAPITALISED.match(second) and _CAPITALISED.match(third):  # "Food Safety Supervisor card"
        return text
    if not second and bare.endswith("s"):  # "Staircases"
        return f"{text[0].lower()}{text[1:]}"
    if is_numbered or (not _is_common(bare) and (not second or second[:1].isupper())):
        return text
    return f"{first[0].lower()}{first[1:]}{space}{rest}"


def _is_common(word: str) -> bool:
    lowered = word.lower().strip(",")
    lowered = lowered.removesuffix("s") if len(lowered) > _MIN_PLURAL_CHARS else lowered
    known = (
        word_list("stop") | word_list("generic") | word_list("line_starts") | word_list("traits")
    )
    is_known = lowered in known or lowered.endswith(tuple(word_list("endings")))
    return word.strip(",") not in _load_names() and (
        is_known or _RULES.match("common", lowered) is not None
    )


@cache
def _load_names() -> frozenset[str]:
    data = load_toml(*_FILE)
    return frozenset(f"{data['names']} {data['languages']} {data['spellings']}".split())


@cache
def _load_spellings() -> dict[str, str]:
    return {name.lower(): name for name in load_toml(*_FILE)["spellings"].split()}
