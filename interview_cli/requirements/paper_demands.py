"""Find the papers that a job ad makes a must, wherever and however it says so."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from interview_cli.english.rules import Rules
from interview_cli.english.words import content_stems, split_sentences, stem_word
from interview_cli.requirements.ad_layout import read_lines
from interview_cli.requirements.ad_lines import AdLine
from interview_cli.requirements.ad_sentences import is_must_have, is_nice_to_have
from interview_cli.requirements.ad_tables import is_row
from interview_cli.requirements.cv_driving import find_driving_demand
from interview_cli.requirements.known_papers import find_demands_in
from interview_cli.requirements.paper_names import load_paper_stems, spell
from interview_cli.requirements.paper_regions import find_regions
from interview_cli.requirements.paper_spans import PaperSpan, find_paper_spans
from interview_cli.requirements.school_grades import find_grades_demand

_RULES = Rules("interview_cli.requirements", "paper_demands.toml")

_CLAUSE_END = re.compile(r";\s+|\s+\|\s*|\s[–—-]\s")

_COMMA = re.compile(r"[,;]\s")
_CAPITALS = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z][a-z]+ )?\Z")
_ENDORSEMENT = stem_word("endorsement")

_MAX_CHARS_BEFORE = 12
"""So many characters of an entry may stand before the name of a paper: "Minimum of a"."""


def find_demanded_papers(lines: Iterable[AdLine]) -> Iterator[str]:
    """Yield the names of papers without which nobody gets the job."""
    for line in lines:
        if line.part == "nice":
            continue
        sentences = split_sentences(
            line.text.replace("’", "'").replace("-registered", " registered")
        )
        for place, sentence in enumerate(sentences):
            following = " ".join(sentences[place + 1 : place + 2])
            spans = find_paper_spans, _find_known_spans, _find_plain_spans
            for span in chain.from_iterable(find(sentence) for find in spans):
                if _is_demanded(span, sentence, following, line):
                    yield spell(span.name)


def _find_known_spans(sentence: str) -> Iterator[PaperSpan]:
    """Yield the names of papers of the catalogue, those joined by "or" as one."""
    for demand in find_demands_in(sentence, is_brought=False):
        found = demand.papers[0]
        if found.paper.kind == "clearance":
            is_whole = "clear" in found.text.lower()
            name = found.text if is_whole else f"{found.text} {found.paper.kind}"
            yield PaperSpan(name, found.start, found.end, has_kind=True)
    for demand in find_demands_in(sentence):
        start, end = demand.papers[0].start, demand.papers[-1].end
        start = _include_region(sentence, start)
        name = sentence[start:end]
        if len(demand.papers) == 1 and not find_demands_in(name):
            # Only the words around it tell which paper it is: "a full Class 5" for a lorry.
            full = f"{name} {demand.papers[0].paper.kind}"
            name = full if find_demands_in(full) else name
        stems = content_stems(name)
        has_kind = not load_paper_stems().isdisjoint(stems) or _ENDORSEMENT in stems
        yield PaperSpan(name, start, end, has_kind)


def _include_region(sentence: str, start: int) -> int:
    """Return where a name begins with the state before it: "the Ohio Nurse Aide Registry"."""
    before = _CAPITALS.search(sentence[:start])
    return before.start() if before and find_regions(before[0], "") else start


def _find_plain_spans(sentence: str) -> Iterator[PaperSpan]:
    """Yield car licences and degrees whose names do not say what they are: "your own licence"."""
    if place := find_driving_demand(sentence):
        yield PaperSpan("driving licence", *place, has_kind=True)
    if name := find_grades_demand(sentence):
        yield PaperSpan(name, 0, len(sentence), has_kind=True)
    for found in _RULES.pattern("degree").finditer(sentence):
        name = f"degree ({found[0]})" if found[0][0].isdigit() else "completed degree"
        yield PaperSpan(name, *found.span(), has_kind=True)


def find_papers_within(musts: Iterable[str]) -> Iterator[str]:
    """Yield the names of papers in what a job ad makes a must."""
    for text in musts:
        for span in find_paper_spans(text):
            if not _RULES.is_found("no_demand", _cut_to_clause(text, span)):
                yield span.name


def is_asked_in(sentence: str) -> bool:
    """Return whether a sentence says that the papers in it must be there."""
    return is_must_have(sentence) or _RULES.is_found("demand", sentence)


def is_put_off(name: str, ad: str) -> bool:
    """Return whether an ad says of a paper that it is a plus, or needed only later."""
    for line in read_lines(ad):
        for sentence in split_sentences(line):
            clauses = _COMMA.split(sentence)
            own = [clause for clause in clauses if name.casefold() in clause.casefold()]
            is_plus = bool(own) and _RULES.is_found("plus_label", sentence)
            if is_plus or any(_RULES.is_found("no_demand", clause) for clause in own):
                return True
    return False


def _is_demanded(span: PaperSpan, sentence: str, following: str, line: AdLine) -> bool:
    clause = _cut_to_clause(sentence, span)
    if is_nice_to_have(clause) or _RULES.is_found("no_demand", clause):
        return False
    before = sentence[: span.start].strip()
    if _RULES.is_found("of_others", before):
        return False
    if before and not span.has_kind and not _RULES.is_found("holding", before):
        return False
    is_asked = is_asked_in(clause) or _RULES.is_found("demand", sentence)
    is_listed = line.part == "wanted" and not is_row(line.text)
    # A list of papers may stand below any heading but one for pluses or offers.
    is_first = span.start <= _MAX_CHARS_BEFORE and not span.name.endswith("s")
    is_listed |= line.is_entry and line.part != "offer" and is_first
    is_stressed = _RULES.is_found("demand", following) and not find_paper_spans(following)
    return is_asked or is_listed or is_stressed


def _cut_to_clause(sentence: str, span: PaperSpan) -> str:
    joints = (_CLAUSE_END.finditer(sentence), _RULES.pattern("before_plus").finditer(sentence))
    ends = [found.span() for joint in joints for found in joint]
    start = max((end for _, end in ends if end <= span.start), default=0)
    end = min((begin for begin, _ in ends if begin >= span.end), default=len(sentence))
    return sentence[start:end]
