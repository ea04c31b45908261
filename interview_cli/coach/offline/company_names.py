"""Company names as people say them."""

import re

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.words import word_list
from interview_cli.requirements.cv_sections import PRESENT, find_end_year, read_sections

_FILE = ("interview_cli.coach.offline", "company_names.toml")
_RULES = Rules(*_FILE)
_END = re.compile(r"\s*(?:\(|\s\*|,\s|\bc/o\b|\s[–—|]\s|\s#\d).*$")
_JOINTS = ("&", "and", "+")
_MIN_NAME_CHARS = 4
_MOST_SAID_WORDS = 3


def say_company(name: str) -> str:
    """Return a company's name without legal form or additions, with an article if it needs one."""
    words = _END.sub("", name).split()
    while len(words) > 1 and _is_legal_form(words[-1]) and words[-2] not in _JOINTS:
        words.pop()
    short = " ".join(words).rstrip(",") or name
    if short.lower().startswith("the "):
        return f"the {short[4:]}"
    return f"the {short}" if _RULES.is_found("with_article", short) else short


def _is_legal_form(word: str) -> bool:
    """Return whether a word of a name is a legal form; "Spa" is none, "SpA" and "S.p.A." are."""
    return word != "Spa" and word.replace(".", "").strip(",").lower() in word_list("legal_forms")


def is_agency(name: str, job_text: str) -> bool:
    """Return whether an agency wrote the ad: the company named is not the employer."""
    return _RULES.is_found("agency_name", name) or _RULES.is_found("agency", job_text)


def is_long_name(name: str) -> bool:
    """Return whether a company's name is too long to be said in a question: people say "us"."""
    words = _remove_article(name).split()
    return sum(word.isalnum() for word in words) > _MOST_SAID_WORDS


def knows_company(name: str, cv_text: str) -> bool:
    """Return whether a CV names the company: who works or worked there knows it."""
    text = " ".join(cv_text.split())
    return any(_names(spelling, text) for spelling in _spell(name))


def works_for(name: str, cv_text: str, job_text: str = "") -> bool:
    """Return whether somebody applies from inside a company.

    The CV says so ("internal applicant"), has the number of an employee, or names the company in a
    job that goes on, or in the line beside its dates; or the ad is for employees alone. Who works
    there has told the interviewer's colleagues of that job every day; a volunteer is not employed.
    """
    if _RULES.is_found("inside", cv_text) or _RULES.is_found("inside_only", job_text):
        return True
    spellings = [*_spell(name), *_find_short_forms(name, job_text)]
    lines = [line.text for line in read_sections(cv_text) if line.section != "side"]
    for place, line in enumerate(lines):
        if any(_names(spelling, line) for spelling in spellings):
            # The dates stand in the same line, or in the one above or below.
            beside = [line] if find_end_year(line) else lines[max(0, place - 1) : place + 2]
            if PRESENT in map(find_end_year, beside):
                return True
    return False


def _spell(name: str) -> list[str]:
    """Return the forms of a company's name in a CV, in lower case; initials in capitals.

    "Wrenford County Council" may be "wrenford cc" there, "Wrenford Museums Service" "wrenford
    museums", and "Vale Auto Components Limited" "VACL". "Private family" names nobody.
    """
    short = _remove_article(name).lower()
    words = load_toml(*_FILE)["words"]
    if set(short.split()) <= set(words["of_anybody"].split()):
        return []
    first, *rest = short.split() or [""]
    initials = "".join(word[0] for word in rest if word.isalpha())
    forms = [
        short,
        "".join(word[0] for word in _END.sub("", name).split() if word.isalpha()).upper(),
    ]
    if len(initials) > 1:
        forms.append(f"{first} {initials}")
        start, _, last = short.rpartition(" ")
        forms += [start] if last in words["left_out"].split() else []
    return [form for form in forms if len(form) >= _MIN_NAME_CHARS]


def _find_short_forms(name: str, job_text: str) -> list[str]:
    """Return the first two words of a longer name if the ad calls the company by these alone."""
    words = _remove_article(name).lower().split()
    short = " ".join(words[:2])
    is_alone = _names(short, job_text.lower().replace(" ".join(words), ""))
    return [short] if len(words) > 2 and is_alone else []


def _names(spelling: str, text: str) -> bool:
    searched = text if spelling.isupper() else text.lower()
    return re.search(rf"(?<!\w){re.escape(spelling)}(?!\w)", searched) is not None


def _remove_article(name: str) -> str:
    return say_company(name).removeprefix("the ")
