"""Guard the quotes of the review: none is shown for a praise that it does not bear out."""

from collections.abc import Callable, Mapping, Sequence

from interview_cli.answers.clauses import find_clauses, is_deed
from interview_cli.answers.missing import tells_outcome
from interview_cli.answers.sentences import Sentence, parse_sentences
from interview_cli.coach.offline.question_aims import asks_conditions_only, matches_giveaway
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.remark_rules import find_figures, load_remark_pattern
from interview_cli.coach.offline.told_cases import asks_for
from interview_cli.english.verbs import load_verbs

_OWN_ACTION = ("steps", "decision")
_OUTCOMES = ("before", "measured", "result")
_WITH_FIGURE = ("figures", "measured", "before")
"""Praises that only a sentence with a figure shows."""
_CRITERIA = {
    "answers": "relevance",
    "asks": "relevance",
    "motive": "relevance",
    "honest": "relevance",
    "figures": "specificity",
    "names": "specificity",
    "details": "specificity",
    "clear": "structure",
    "plan": "structure",
    "check": "ownership",
    "steps": "ownership",
    "decision": "ownership",
    "reasons": "ownership",
    "learnt": "ownership",
}
"""By praise the criterion that is rated high where it is deserved."""
_EARNED = 4
_NAMES_ANYHOW = ("opener", "gap", "motivation", "closing")
"""Kinds of questions whose answers cannot but name places and people."""
_MAX_COMMAS = 3
"""Of a sentence that names things and does not only list them."""
_SHOWN_BY_LACK = ("answers", "honest", "learnt", "clear")


def is_earned(code: str, answer: RatedAnswer) -> bool:
    """Return whether the criterion of a praise is rated 4 or 5, and the answer bears it out."""
    if code == "asks" and asks_conditions_only(answer.reading):
        return False
    if code == "details" and asks_for("asks_as_guest", answer.reading):
        return False
    if code == "names" and answer.exchange.question.kind in _NAMES_ANYHOW:
        return False
    criterion = _CRITERIA.get(code)
    return criterion is None or answer.criteria[criterion].rating >= _EARNED


def can_show(code: str, text: str) -> bool:
    """Return whether a sentence can be quoted as an example of a praise."""
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return False  # half of what somebody said
    if load_remark_pattern("any_wish").search(text):
        return False
    if code not in _SHOWN_BY_LACK and load_remark_pattern("says_new").search(text):
        return False
    if code in _WITH_FIGURE and not find_figures(load_remark_pattern("clock").sub("", text)):
        return False
    if _is_refuted(code, text):
        return False
    sentences = parse_sentences(text)
    if not _bears_out(code, text, sentences):
        return False
    if code in _OWN_ACTION:
        return any(map(_tells_own_action, sentences))
    if code in _OUTCOMES:
        return _tells_end(sentences)
    return True


def _is_refuted(code: str, text: str) -> bool:
    """Return whether the form of a sentence shows that it does not bear a praise out."""

    def sets_scene() -> bool:
        return load_remark_pattern("sets_scene").match(text) is not None

    def owns_up() -> bool:
        return load_remark_pattern("slipped").search(text) is not None

    refuted: Mapping[str, Callable[[], bool]] = {
        "answers": lambda: (
            sets_scene() or load_remark_pattern("complains").search(text) is not None
        ),
        "clear": lambda: sets_scene() or owns_up(),
        "steps": owns_up,
        "decision": owns_up,
        "asks": lambda: matches_giveaway("conditions", text),
        "honest": lambda: load_remark_pattern("went_wrong").search(text) is None,
        "names": lambda: text.count(",") > _MAX_COMMAS,
    }
    return code in refuted and refuted[code]()


def _bears_out(code: str, text: str, sentences: Sequence[Sentence]) -> bool:
    """Return whether a sentence has what a praise says: an act, an order, a reason, a detail."""
    verbs = {verb for each in sentences for verb in _list_own_verbs(each)}
    gives_reason = load_remark_pattern("shows_reason").search(text) is not None
    has_order = load_remark_pattern("shows_order").search(text) is not None
    shown: Mapping[str, Callable[[], bool]] = {
        "answers": lambda: bool(verbs) or gives_reason,
        "clear": lambda: len(verbs) > 1 or (bool(verbs) and has_order) or gives_reason,
        "plan": lambda: len(verbs) > 1,
        "reasons": lambda: gives_reason,
        "details": lambda: (
            load_remark_pattern("hands_to_other").search(text) is None
            and load_remark_pattern("other_acts").match(text) is None
        ),
    }
    return code not in shown or shown[code]()


def _list_own_verbs(sentence: Sentence) -> frozenset[str]:
    """Return what the speaker does, did or would do; a note may begin with it: "Key the mic"."""
    first = sentence.words[0] if sentence.words else ""
    verb = load_verbs().get(first)
    noted = {first} if verb is not None and verb.form == "plain" else set()
    return sentence.acts | sentence.present_verbs | sentence.planned_verbs | noted


def _tells_own_action(sentence: Sentence) -> bool:
    """Return whether the speaker acts in the main clause, or in a note without "I"."""
    rest = load_remark_pattern("beside").sub("", sentence.text)
    return any(bool(each.acts or each.present_verbs) for each in parse_sentences(rest))


def _tells_end(sentences: tuple[Sentence, ...]) -> bool:
    """Return whether sentences tell more than what the speaker did."""
    text = " ".join(each.text for each in sentences)
    rest = parse_sentences(load_remark_pattern("beside").sub("", text))
    is_deed_alone = any(is_deed(clause) for each in rest for clause in find_clauses(each.text))
    is_change = load_remark_pattern("ends_with_change").search(text) or find_figures(text)
    return tells_outcome(rest) or bool(is_change and not is_deed_alone)
