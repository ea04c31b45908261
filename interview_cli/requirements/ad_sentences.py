"""Sentences of a job ad that ask for something, and the words of each that name it."""

import re
from collections.abc import Iterator

from interview_cli.english.words import sentences
from interview_cli.requirements.ad_layout import phrase

_IDEALLY = re.compile(r"^\W*(?:ideally|preferably|bonus points|perhaps|maybe)\b", re.IGNORECASE)
# What stands before the words that name it, and after them.
_LEAD = re.compile(
    r"^(?:\W*(?:and|but|also|so|in addition|on top of that|above all|most of all|ideally|preferably"
    r"|of course|naturally|here|really|just|then|finally),?\s+)*"
    r"(?:it (?:is|would be) (?:\w+ )?(?:important|essential|vital|great|nice|good|useful|a plus) "
    r"(?:that|if) )?"
    r"(?:(?:the (?:successful|ideal|right) (?:candidate|applicant|person)|applicants?|candidates?"
    r"|you(?:'ll|'d|'re|'ve)?|we(?:'re|'d)?|who|someone|somebody|the appointment|this (?:role|post)"
    r"|the (?:role|post|job)|employment|bonus points|it)\s+)?"
    r"(?:(?:will|would|should|must|do|does|also|all|really|probably|already|always|either|both|is|are"
    r"|be|being|have|has|had|having|hold|holds|bring|brings|possess|need|needs|want|require|expect|ask"
    r"|look|looking|like|love|know|knows|possessing|'re)\s+)*"
    r"(?:(?:for|if|that|to|on|of|with|you|someone|somebody|people|a person|applicants|candidates"
    r"|who(?: (?:is|are|has|have|can))?|able|subject|how|your way around|be|have|got|hold"
    r"|at home)\s+)*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[,;]?\s*(?:\b(?:is|are|will be|would be|would|being)\s+)(?:(?:also|really|all|an?|definitely"
    r"|very|both|absolutely|strictly|highly|quite|of course)\s+)*(?:must|essential|required|vital"
    r"|crucial|mandatory|necessary|needed|key|important|non-negotiable|plus|advantage|bonus|asset"
    r"|welcome|useful|helpful|handy|desirable|preferred|beneficial|nice to have|great|good"
    r"|an? \w+ plus)\b.*$"
    r"|,?\s+an? (?:absolute )?must\b(?![- ]have).*$|\s+desirable\b.*$"
    r"|\s+(?:also )?nice to have\b.*$|\s+helps?(?: too)?\b.*$|\s+preferred\W*$"
    r"|\s*\((?:desirable|essential|preferred|ideally|optional|required|nice to have|a plus)[^)]*"
    r"\)\W*$"
    r"|[,;]\s+(?:because|since|though|although|as we|but (?:we|not|it|is)|so that|which)\b.*$"
    r"|\s+because\b.*$|\s+but (?:we|is by|it is not)\b.*$",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"^(?:because|since|as|given|when|while|in this role|for this (?:role|post)|just as important"
    r"|the role involves|buses|to do this|to succeed)\b[^,:]*(?:,|:)\s+",
    re.IGNORECASE,
)
_BECAUSE_OF = re.compile(r"^because of .*?(?=\byou (?:must|need|will)\b)", re.IGNORECASE)
# Where a new thing is asked for within a sentence.
_NEXT = re.compile(
    r";\s+(?:and\s+)?"
    r"|,?\s+and (?:so (?:is|are) (?=\w)|(?=(?:you (?:know|are|can|have|need|must|will|should|also"
    r"|be)|(?:be |feel )?(?:able|confident|comfortable|willing|happy|prepared) |can "
    r"|who (?:is|are|has|have|can)|to (?:understand|hold|have|be)|(?:an? |the |your |some |good "
    r"|strong |real |sound |solid |excellent |clear )*(?:ability|willingness|working knowledge"
    r"|experience|confidence|understanding|knowledge|good|strong|solid|sound|excellent|keen"
    r"|proven)\b)))"
    r"|,\s+(?:and\s+)?(?=so (?:is|are|you)\b|(?:you|we) (?:will|must|need|are|have|should|can)\b)"
    r"|,\s+so\s+",
    re.IGNORECASE,
)
_MAX_LISTED_WORDS = 6
_SAYS = ("strong", "not_asked", "boilerplate", "nice")


def asked_in(prose: str, among: str, *, nice: bool = False) -> Iterator[tuple[str, bool]]:
    """What sentences ask for, each with whether it must be met.

    `among` names the phrases by which a sentence asks where it stands: `asks` where an ad says whom
    it wants, `strong` elsewhere, `prose` in an ad that says so nowhere. `nice`: they stand where it
    says what is a plus.
    """
    for sentence in sentences(prose.replace("’", "'")):
        says = {name for name in (*_SAYS, among) if phrase("sentences", name).search(sentence)}
        if "boilerplate" in says:
            continue
        if says & {"strong", among} and ("not_asked" not in says or "nice" in says):
            yield from _clauses(sentence, nice=nice)


def _clauses(sentence: str, *, nice: bool) -> Iterator[tuple[str, bool]]:
    """What each clause of a sentence names; a plus is one for the clauses after it, too."""
    whole = _BECAUSE_OF.sub("", _REASON.sub("", sentence))
    is_nice = nice or _IDEALLY.match(sentence) is not None
    parts = [part for part in _NEXT.split(whole) if part and part.strip()]
    for place, part in enumerate(parts):
        says_so = is_said_nice(part)
        # "Good skills and experience are a plus" says of both parts what stands after the last.
        later = place < len(parts) - 1 and is_said_nice(parts[-1]) and not _ends_itself(part)
        if says_so or later:
            is_nice = True
        elif phrase("sentences", "must").search(part):
            is_nice = nice
        named = named_in(part)
        if named and not phrase("sentences", "not_asked").search(named):
            yield named, not is_nice


def _ends_itself(part: str) -> bool:
    """Whether a clause has a verb of its own that asks."""
    lead = _LEAD.match(part)
    return bool(_TAIL.search(part) or (lead and lead[0].strip()))


def is_said_nice(text: str) -> bool:
    """Whether a line says of all it asks for that it need not be."""
    # "… in sales, ideally of machines" must be met; only what follows the word need not.
    return bool(phrase("sentences", "nice").search(text)) or bool(_IDEALLY.match(text))


def is_said_must(text: str) -> bool:
    """Whether a line says that it must be met."""
    return bool(phrase("sentences", "must").search(text)) and not is_said_nice(text)


def named_in(clause: str) -> str:
    """The words of a clause that name what is asked for."""
    bare = _TAIL.sub("", clause.strip(" .!*"))
    lead = _LEAD.match(bare)
    rest = bare[lead.end() :] if lead else bare
    return rest.strip(" .,;:–—-!")


def split_entry(text: str) -> list[str]:
    """The things that one entry of a list asks for, in its own words."""
    parts = [_TAIL.sub("", part.strip(" ;")).strip() for part in _NEXT.split(text) if part]
    return [part for part in parts if part and not phrase("sentences", "boilerplate").search(part)]


def listed_in(text: str) -> tuple[list[str], str]:
    """The entries of a list in one line, "A, B or C; D", and the sentences that follow it."""
    first, *others = sentences(text)
    by_comma = re.split(r"\s*,\s*(?:and\s+|or\s+)?", first)
    if ";" in first:
        parts = re.split(r"\s*;\s*(?:and\s+)?", first)
    else:
        # A part of many words is a phrase that has commas of its own.
        parts = by_comma if all(len(p.split()) <= _MAX_LISTED_WORDS for p in by_comma) else [first]
    return [part.strip(" .") for part in parts if part.strip(" .")], " ".join(others)
