"""What one message says of a job post: changed fields, each with the words that say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interview_cli.assessment.job_terms import employment_said, level_said, work_type_said
from interview_cli.assessment.pay import pay_said
from interview_cli.coach.base import Change, PostFacts
from interview_cli.coach.offline.posts.lists import (
    bare,
    headings,
    is_bullet,
    items,
    known_skills,
    names,
)
from interview_cli.coach.offline.posts.places import place_given, place_said
from interview_cli.coach.offline.posts.titles import as_title, title_said
from interview_cli.vocabulary import PostField

LISTS: tuple[PostField, ...] = ("skills", "responsibilities", "requirements", "benefits")
_MAX_ANSWER_WORDS = 6
_PROSE_CHARS = 150
_FIELDS: dict[str, PostField] = {
    "title": "title",
    "department": "department",
    "location": "location",
    "level": "experience_level",
    "employment": "employment_type",
    "work": "work_type",
    "pay": "salary",
    "skills": "skills",
    "responsibilities": "responsibilities",
    "requirements": "requirements",
    "benefits": "benefits",
    "description": "description",
}

_CORRECTS = re.compile(
    r"\b(?:actually|instead|rather|change|make (?:it|that|the)|should be|correct|correction|sorry"
    r"|no,|no longer|switch|update|replace|wrong|i meant?|set|call it|rename|not)\b",
    re.IGNORECASE,
)
_REMOVES = re.compile(
    r"\b(?:drop|remove|delete|take out|leave out|strike|scrap|forget(?: about)?|without"
    r"|no need for|(?:do not|don't|don’t|no longer) (?:need|want|require|offer|list|mention)"
    r"|get rid of|omit)\s+(?P<what>[^.;!?\n]+(?:\.\w+[^.;!?\n]*)*)",
    re.IGNORECASE,
)
_SWAPS = re.compile(
    r"\b(?:replace|swap|change)\s+(?P<old>[^;,\n]{1,60}?)\s+(?:with|for|by|to)\s+"
    r"(?P<new>[^;\n]{1,60})"
    r"|(?P<new2>[\w.+#/ ]{1,40}?)\s+instead of\s+(?P<old2>[\w.+#/ ]{1,40})",
    re.IGNORECASE,
)
_MARK = r"^\s*(?:#{1,6}\s*)?(?:\*\*)?(?P<label>[A-Za-z][\w'’/& -]{1,40}?)(?:\*\*)?\s*"
_LABEL = re.compile(rf"{_MARK}[:：](?:\*\*)?\s*(?P<rest>.*)$")
_HEADING = re.compile(rf"{_MARK}$")
_SENTENCE = r"(?P<what>[^\n]+?)(?=[.!?](?:\s|$)|\n|$)"
_DUTIES = re.compile(
    r"\b(?:(?:they|he|she|you|the (?:person|candidate|successful \w+|new \w+|role|job|\w+er|nurse)"
    r"|who)(?:['’]ll| will)(?: also)?(?: mainly| mostly)?(?: be)?"
    r"(?: responsible for| in charge of)?"
    r"|(?:someone|somebody|a person|people) (?:to|who will|who can)"
    r"|responsib(?:le|ilities (?:are|include))(?: for)?|duties (?:are|include)"
    r"|tasks (?:are|include)|in charge of|day[- ]to[- ]day(?: work)? (?:is|includes))\s+"
    rf"{_SENTENCE}",
    re.IGNORECASE,
)
_NOT_DUTIES = re.compile(
    r"^(?:need|have|be (?:paid|based|working|located|in|at|a |an |the )|earn|get|receive|report"
    r"|work (?:in|at|from|on ?site|remote)|join|start|based|fully|remote|love|enjoy|like|find|feel"
    r"|see)",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\b(?:we (?:also )?(?:offer|provide|give)|benefits (?:are|include)|perks (?:are|include)"
    r"|(?:they|you) (?:will )?(?:get|receive)|(?:comes )?with benefits(?: such as| like)?):?\s+"
    rf"{_SENTENCE}",
    re.IGNORECASE,
)
_NEEDS = re.compile(
    r"\b(?:(?:must|should|needs? to|has to|have to) (?:have|hold|know|speak)"
    r"|(?:requires?|needs?|wants?) (?=\d)|experience (?:with|in)|knowledge of"
    r"|familiar(?:ity)? with|skilled in|proficien\w+ (?:in|with)|knows?|expert in|good at"
    r"|skills? (?:are|include|like|such as|needed(?: are)?|required(?: are)?))\s+"
    r"(?P<what>[^.;\n]+)",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"\b(?:at least |minimum (?:of )?|min\.? )?\d{1,2}\s*(?:\+|(?:-|–|to)\s*\d{1,2}\s*\+?)?\s*"
    r"(?:or more )?years?(?: (?:of|in))?(?: (?:professional|work|working|relevant|hands-on))?"
    r"(?: experience)?(?: (?:in|with|as|of) [^.,;\n]{2,60})?",
    re.IGNORECASE,
)
_TONGUES = r"english|arabic|german|french|spanish|italian|dutch"
_PROOFS = re.compile(
    r"\b(?:(?:a |an )?(?:valid |clean |full )?driv(?:er['’]?s|ing) licen[cs]e"
    r"|(?:bachelor|master)(?:['’]?s)?(?: degree)?(?: (?:in|of) [^.,;\n]{2,50})?"
    r"|(?:a |an )?(?:university |relevant )?degree(?: in [^.,;\n]{2,50})?"
    rf"|(?:fluent|native|good|basic) (?:in )?(?:{_TONGUES})"
    rf"|(?:{_TONGUES}) (?:is )?(?:required|a must)"
    r"|(?:nursing|teaching) (?:licence|license|registration|certificate))",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?P<field>title|location|place|department|salary|pay|level)\s+"
    r"(?:is|to|should be|will be|must be|would be|becomes)\s+"
    r"(?P<what>[^,.;\n]+(?:[,.]\w[^,.;\n]*)*)",
    re.IGNORECASE,
)
_ADDS = re.compile(r"^\W*(?:(?:please|also|and|then)\s+)*(?:add|include)\b\s*:?\s*", re.I)
_NO_TITLE = re.compile(
    r"\b(?:i|we|need|want|hire|hiring|job|post|create|like|looking|please|someone|it|is)\b", re.I
)
_WISH = re.compile(r"\b(?:nice to have|bonus|a plus|preferred|desirable)\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"^(?:the|a|an|how|what|our|their|it|that|this|some|good|all|each)\b", re.IGNORECASE
)
_DEPARTMENT = re.compile(
    r"\b(?:in|for|to|within)\s+(?:the|our)\s+(?P<what>[A-Za-z&][\w& ]{1,40}?)\s+"
    r"(?:department|division|dept\.?)\b"
    r"|\b(?P<what2>[A-Z][\w&]+)\s+(?:department|division)\b",
)
_EMPTY_ANSWER = re.compile(
    r"^\W*(?:i (?:do not|don't|don’t) know|not sure|no idea|skip|none|nothing|whatever|anything"
    r"|any|hi|hello|hey|help|later|next|ok(?:ay)?|yes|no|nope|yeah|sure|n/?a|thanks?(?: you)?|idk"
    r"|perfect|great|good|create(?: it| the post)?|post(?: it)?|ready|done"
    r"|(?:whatever|what|how|why|which|can you|could you|you (?:decide|choose))\b.*)\W*$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class _Part:
    """A stretch of a message: what stands under a heading or behind a label, or free text."""

    field: PostField | None
    text: str


def changes_said(facts: PostFacts) -> list[Change]:
    """The changes that a message says, in its own order, a field at most once but for lists."""
    message = facts.message
    found = [*_named(facts), *_swaps(facts), *_removals(facts)]
    # What is to go is not wanted, too.
    rest = _REMOVES.sub(" ", _SWAPS.sub(lambda m: f" {m['new'] or m['new2'] or ''} ", message))
    for part in _parts(rest):
        if part.field is None:
            found += _free(part.text, facts)
        else:
            found += _labelled(part.field, part.text, facts)
    found = _once([*found, *_place_among(facts, found)])
    if (
        facts.asked
        and not _EMPTY_ANSWER.match(message)
        and _is_plain_answer(facts.asked, message, found)
    ):
        found = _once([*_answer(facts.asked, message, facts), *_skills_of(found)])
    return found


def _named(facts: PostFacts) -> Iterator[Change]:
    """ "The location is Zarqa", "change the title to Store Manager"."""
    for match in _NAMED.finditer(facts.message):
        field = _FIELDS[headings()[match["field"].lower()]]
        if field not in (*LISTS, "description"):
            yield from _scalar(field, match["what"], facts)


def _place_among(facts: PostFacts, found: list[Change]) -> Iterator[Change]:
    """The place in "Berlin or remote", where a place was asked for."""
    if facts.asked != "location" or any(change.field != "work_type" for change in found):
        return
    first = re.split(r"\bor\b|[,(;]", facts.message)[0].strip()
    place = place_given(first)
    if found and place and not work_type_said(first):
        yield Change("location", "set", place, place, corrects=True)


def _is_plain_answer(asked: PostField, message: str, found: list[Change]) -> bool:
    """Whether a message that answers the agent's question says nothing else: of "design APIs and
    mentor juniors" no part is a title or a level where duties were asked for."""
    if _REMOVES.search(message) or _SWAPS.search(message) or _CORRECTS.search(message):
        return False
    if any(part.field for part in _parts(message)):
        return False
    if asked in LISTS:
        return all(change.field in ("title", "experience_level", "skills") for change in found)
    return not found


def _skills_of(found: list[Change]) -> list[Change]:
    return [change for change in found if change.field == "skills"]


def _once(found: list[Change]) -> list[Change]:
    """The first change of each scalar field, and each entry of a list once."""
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for change in found:
        entry = str(change.value).casefold() if change.field in LISTS else ""
        key = (change.field, change.action if change.field in LISTS else "", entry)
        if key not in seen:
            seen.add(key)
            kept.append(change)
    return kept


def _parts(message: str) -> Iterator[_Part]:
    """The message cut at its headings and labels."""
    field: PostField | None = None
    held: list[str] = []
    for line in message.split("\n"):
        labelled = _LABEL.match(line)
        named = labelled or _HEADING.match(line)
        label = headings().get(" ".join(named["label"].lower().split())) if named else None
        is_alone = labelled is None and line.strip().lower() in _ALSO_WORDS
        if named is None or label is None or is_alone:
            ends_list = field in LISTS and is_bullet(held[-1]) and not is_bullet(line)
            if ends_list and line.strip():  # what stands below a list is no part of it
                yield _Part(field, "\n".join(held))
                field, held = None, []
            held.append(line)
            continue
        yield _Part(field, "\n".join(held))
        field, held = _FIELDS[label], [labelled["rest"] if labelled else ""]
        if field not in (*LISTS, "description"):  # a label of one line
            yield _Part(field, held[0])
            field, held = None, []
    yield _Part(field, "\n".join(held))


_ALSO_WORDS = frozenset(
    {"remote", "job", "experience", "level", "city", "office", "hours", "where", "education"}
)


def _labelled(field: PostField, text: str, facts: PostFacts) -> Iterator[Change]:
    if not text.strip():
        return
    if field in LISTS:
        yield from _listed(field, text)
        if field == "requirements":
            for skill, written in known_skills(text):
                yield Change("skills", "add", skill, written)
        if field == "benefits" and (pay := pay_said(text)):
            yield Change("salary", "set", pay, pay.words)
        return
    if field == "description":
        yield Change(field, "set", text.strip(), text.strip(), corrects=True)
        return
    yield from _scalar(field, text, facts)


def _listed(field: PostField, text: str) -> Iterator[Change]:
    """The entries of a list; what stands under "nice to have" says so."""
    is_wish = False
    for line in items(text) if field != "skills" else names(text):
        if _WISH.search(line) and len(line.split()) <= _MAX_ANSWER_WORDS:
            is_wish = True
        elif line.startswith("#") or (field == "benefits" and pay_said(line)):
            continue
        elif field == "skills":
            yield Change(field, "add", _spelled(line), line)
        else:
            yield Change(field, "add", f"{line} (nice to have)" if is_wish else line, line)


def _scalar(field: PostField, text: str, facts: PostFacts) -> Iterator[Change]:
    """One value that a label, or the agent's question, says the text is."""
    said = bare(text)
    if field == "title":
        found = title_said(said)
        words = said if found is None or len(said.split()) <= _MAX_ANSWER_WORDS else found[1]
        value = as_title(said) if found is None else found[0]
        if len(words.split()) <= _MAX_ANSWER_WORDS + 2:
            yield Change("title", "set", value, words, corrects=True)
        yield from (c for c in _terms(text, facts, corrects=True) if c.field == "experience_level")
    elif field == "department":
        if len(said.split()) <= _MAX_ANSWER_WORDS:
            yield Change("department", "set", said, said, corrects=True)
    elif field == "location":
        place = place_given(re.sub(r"\([^)]*\)", "", said)) if said else None
        if place and not work_type_said(place):
            yield Change("location", "set", place, place, corrects=True)
        yield from _terms(text, facts, corrects=True)
    elif field == "salary":
        pay = pay_said(text, asked=True)
        if pay:
            yield Change("salary", "set", pay, pay.words, corrects=True)
    else:
        yield from _terms(text, facts, corrects=True)


def _terms(text: str, facts: PostFacts, *, corrects: bool) -> Iterator[Change]:
    """Level, employment, place of work, pay: what a few fixed words say wherever they stand."""
    if level := level_said(text):
        yield Change("experience_level", "set", *level, corrects=corrects)
    if employment := employment_said(text):
        yield Change("employment_type", "set", *employment, corrects=corrects)
    if work := work_type_said(text):
        yield Change("work_type", "set", *work, corrects=corrects)
    if pay := pay_said(text, asked=facts.asked == "salary"):
        yield Change("salary", "set", pay, pay.words, corrects=corrects)


def _free(text: str, facts: PostFacts) -> Iterator[Change]:
    if not text.strip():
        return
    corrects = facts.is_shown or bool(_CORRECTS.search(text))
    prose = _prose(text)
    for paragraph in prose:  # it tells of the employer, too: where their customers are, say
        text = text.replace(paragraph, " ")
    duties = "\n".join(match["what"] for match in _duties(text))
    # What somebody will do there is no term of the job: "you will lead remote teams".
    terms = text
    for match in _duties(text):
        terms = terms.replace(match["what"], " ")
    if title := title_said(terms):
        yield Change("title", "set", *title, corrects=corrects)
    yield from _terms(terms, facts, corrects=corrects)
    if place := place_said(terms, facts.company_name):
        yield Change("location", "set", *place, corrects=corrects)
    if department := _DEPARTMENT.search(text):
        named = department["what"] or department["what2"]
        yield Change("department", "set", named, named, corrects=corrects)
    for skill, written in known_skills(text):
        yield Change("skills", "add", skill, written)
    yield from _entries(text, duties)
    if prose:
        said = "\n\n".join(" ".join(paragraph.split()) for paragraph in prose)
        yield Change("description", "set", said, said)


def _entries(text: str, duties: str) -> Iterator[Change]:
    for duty in items(duties) if duties else ():
        yield Change("responsibilities", "add", duty, duty)
    for match in _YEARS.finditer(text):
        said = bare(match[0])
        if re.search(r"experience| in | with | as |\+|or more|least", said):
            yield Change("requirements", "add", said, said)
    for match in _PROOFS.finditer(text):
        yield Change("requirements", "add", bare(match[0]), bare(match[0]))
    for match in _NEEDS.finditer(text):
        for entry in filter(_is_new_skill, names(match["what"])):
            yield Change("skills", "add", _spelled(entry), entry)
    for match in _OFFERS.finditer(text):
        for entry in names(match["what"]):
            if not pay_said(entry):
                yield Change("benefits", "add", entry, entry)


def _is_new_skill(entry: str) -> bool:
    """Whether an entry names a skill that no list of ours has."""
    others = (_YEARS, _PROOFS, _NO_NAME)
    known = any(known_skills(entry)) or title_said(entry)
    return len(entry.split()) <= 4 and not known and not any(one.search(entry) for one in others)


def _duties(text: str) -> list[re.Match[str]]:
    return [m for m in _DUTIES.finditer(text) if not _NOT_DUTIES.match(m["what"])]


def _prose(text: str) -> list[str]:
    """Paragraphs of a pasted ad that are no heading, no list and no label: its description."""
    parts = (part.strip() for part in re.split(r"\n\s*\n", text))
    return [part for part in parts if len(part) >= _PROSE_CHARS and part[-1] in ".!?"]


def _swaps(facts: PostFacts) -> Iterator[Change]:
    for match in _SWAPS.finditer(facts.message):
        old, new = match["old"] or match["old2"], match["new"] or match["new2"]
        for field, entry in _stored(old, facts):
            if not entry:  # "change the title to …": a field, which is read elsewhere
                continue
            yield Change(field, "remove", entry, old.strip())
            if field == "skills" and not [*known_skills(new)]:
                yield Change(field, "add", _spelled(bare(new)), bare(new))


def _removals(facts: PostFacts) -> Iterator[Change]:
    for match in _REMOVES.finditer(facts.message):
        for said in names(
            re.sub(r"\b(?:please|from the list|anymore|any more|too|then)\b", "", match["what"])
        ):
            for field, entry in _stored(said, facts):
                yield Change(field, "remove", entry, said)


def _stored(said: str, facts: PostFacts) -> list[tuple[PostField, str]]:
    """The entries of lists, or the fields (with no entry), that the words name."""
    words = re.sub(r"^(?:the|our|any|all|its?)\s+", "", bare(said), flags=re.IGNORECASE).casefold()
    spelled = {skill.casefold() for skill, _written in known_skills(said)}
    found: list[tuple[PostField, str]] = [
        (field, entry)
        for field in LISTS
        for entry in facts.lists.get(field, ())
        if entry.casefold() in (words, *spelled) or (len(words) > 4 and words in entry.casefold())
    ]
    if not found and words in headings():
        found = [(_FIELDS[headings()[words]], "")]
    return found


def _answer(asked: PostField, message: str, facts: PostFacts) -> Iterator[Change]:
    """A message without a word of what it is about is the answer to what was asked."""
    message = _ADDS.sub("", message)
    if message.rstrip().endswith("?") or (asked == "title" and _NO_TITLE.search(message)):
        return
    if asked in LISTS:
        entries = names(message) if asked == "skills" else items(message)
        most = 5 if asked == "skills" else 60
        for entry in entries:
            if len(entry.split()) <= most:
                yield Change(asked, "add", _spelled(entry) if asked == "skills" else entry, entry)
    elif asked in ("title", "department", "location") and len(message.split()) <= _MAX_ANSWER_WORDS:
        yield from _scalar(asked, message, facts)


def _spelled(entry: str) -> str:
    """A skill as it is usually spelled; an unknown one as it was written."""
    skills = [
        skill for skill, written in known_skills(entry) if written.casefold() == entry.casefold()
    ]
    return skills[0] if skills else entry
