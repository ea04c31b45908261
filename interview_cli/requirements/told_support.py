"""Find the sentence of an answer that proves a requirement or a task, or that speaks of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from interview_cli.english.words import content_stems
from interview_cli.requirements.cv_evidence import build_support_measure
from interview_cli.requirements.cv_languages import find_languages
from interview_cli.requirements.cv_years import count_asked, tells_years
from interview_cli.requirements.denials import find_denial, says_no_plainly
from interview_cli.requirements.gap_answers import read_standing
from interview_cli.requirements.given_answers import GivenAnswer, Mention
from interview_cli.requirements.mapped_requirement import MappedRequirement
from interview_cli.requirements.own_clauses import list_clauses
from interview_cli.requirements.parts import list_pieces, quotes_ad
from interview_cli.requirements.proof import find_topic_names, is_on_subject, names_it
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.shared_words import share_words
from interview_cli.requirements.support_fits import (
    Told,
    find_told,
    is_clearly_about,
    load_support_fit,
    may_show,
)
from interview_cli.requirements.told_features import measure_told
from interview_cli.requirements.verb_forms import find_form
from interview_cli.requirements.wanted import Wanted, matches_evidence

_PLANNED = ("requirement", "situation", "behaviour", "gap")
"""Kinds of questions that the plan may ask on a requirement or a task."""
_MIN_LISTED, _MIN_NAMED = 3, 2
"""Of so many tasks in one a sentence tells so many, or only a part."""
_LEAST_IF_ASKED = -2.0
"""In log odds, for a sentence of an answer to a question on what is wanted."""
_ON_EMPLOYER = ("motivation", "closing")
"""Kinds of questions whose answers also tell of the employer."""


def map_told(
    mapped: MappedRequirement, wanted: Wanted, answers: Sequence[GivenAnswer]
) -> MappedRequirement:
    """Add the sentence of an answer that proves what is wanted, or that speaks of it."""
    requirement = wanted.requirement
    denials = {answer.number: find_denial(wanted.topic, answer) for answer in answers}
    for answer in answers:
        quote = None if denials[answer.number] else _find_proof(wanted, answer)
        if (
            quote
            and not _is_wish(wanted, answer, quote)
            and (
                wanted.asks_to_lead
                or (may_show(wanted, answer, quote) and _is_on_most(wanted, quote))
            )
        ):
            return replace(mapped, number=answer.number, quote=quote)
    best = find_told(wanted, answers)
    if best is None and (denied := next(_list_denials(denials), None)):
        return replace(mapped, mention=denied, perhaps=None)
    reply = replace(mapped, mention=None if mapped.perhaps else _find_reply(wanted, answers))
    if best is None:
        return reply
    denial = denials[best.number]
    by_number = {answer.number: answer for answer in answers}
    is_wish = _is_wish(wanted, by_number[best.number], best.sentence)
    is_shown = (
        best.is_proof and not is_wish and wanted.is_provable and _is_on_most(wanted, best.sentence)
    )
    if is_shown and not (denial or _is_denied(requirement, best.sentence)):
        return replace(mapped, number=best.number, quote=best.sentence)
    may_be_told = _can_mention(wanted, best) and not _is_on_employer(by_number[best.number], best)
    if not (denial or may_be_told):
        return reply
    mention = best.as_mention(is_denied=any(denials.values()))
    if denial:
        # What the speaker says no to is more certain than what a line may show.
        denied = mention._replace(sentence=denial, is_denied=matches_evidence("lacks_own", denial))
        return replace(mapped, mention=denied, perhaps=None)
    return mapped if mapped.perhaps else replace(mapped, mention=mention)


def _is_on_most(wanted: Wanted, sentence: str) -> bool:
    """Return whether a sentence is about what is wanted, and not about one of several tasks.

    One name shows little of "HR administration, contracts and the Single Central Record".
    """
    pieces = list_pieces(wanted.requirement.text) if wanted.is_duty else ()
    named = [piece for piece in pieces if share_words(piece, sentence).is_most]
    is_few = len(pieces) >= _MIN_LISTED and len(named) < _MIN_NAMED
    return not is_few and is_clearly_about(wanted, sentence)


def _list_denials(denials: Mapping[int, str | None]) -> Iterator[Mention]:
    """Yield what answers say no to what is wanted, by their numbers."""
    for number, sentence in denials.items():
        if sentence:
            is_own = matches_evidence("lacks_own", sentence)
            yield Mention(number, sentence, may_be_own=False, is_denied=is_own)


def _is_wish(wanted: Wanted, answer: GivenAnswer, sentence: str) -> bool:
    """Return whether a sentence tells a wish, or a motive or fewer years where years are asked."""
    if matches_evidence("hope", sentence):
        return True
    if not matches_evidence("counts_years", wanted.requirement.text):
        return False
    asked = count_asked(wanted.requirement.text)
    is_dated = matches_evidence("since_year", sentence)
    is_short = asked is not None and not (is_dated or tells_years(sentence, asked))
    return is_short or answer.kind == "motivation"


def _can_mention(wanted: Wanted, told: Told) -> bool:
    """Return whether a sentence may be told as one on a requirement.

    It is neither a wish, nor a question, nor a quotation of the ad. What somebody is like shows
    only in what they do; so does a task, if nobody says no to it. A name in a paper's is not yet
    the paper.
    """
    sentence = told.sentence
    is_of_others = quotes_ad(sentence) or matches_evidence("asks_employer", sentence)
    if is_of_others or matches_evidence("hope", sentence):
        return False
    if find_languages(wanted.topic) and not matches_evidence("own_language", sentence):
        return False
    if wanted.is_paper:
        shared = share_words(wanted.topic, sentence)
        return shared.is_most and (shared.has_names or matches_evidence("paper", sentence))
    if told.does_own_work or matches_evidence("says_no", sentence):
        return True
    return not wanted.is_soft_skill and (not wanted.is_duty or _is_told_of_own(wanted, sentence))


def _is_on_employer(answer: GivenAnswer, told: Told) -> bool:
    """Return whether a sentence tells what the employer has or wrote: "your front office"."""
    return answer.kind in _ON_EMPLOYER and matches_evidence("on_employer", told.sentence)


def _is_told_of_own(wanted: Wanted, sentence: str) -> bool:
    """Return whether no clause with words of a task tells of somebody else."""
    naming = [each for each in list_clauses(sentence) if share_words(wanted.topic, each[0]).shared]
    return bool(naming) and all(is_own for _, is_own in naming)


def _find_reply(wanted: Wanted, answers: Sequence[GivenAnswer]) -> Mention | None:
    """Return what the answer to a question on what is wanted says of it, if a sentence does.

    The opening does if the question names what is wanted.
    """
    asked = (answer for answer in answers if _is_asked(wanted, answer))
    if answer := next(asked, None):
        opening = answer.beginning
        is_denied = matches_evidence("lacks_own", opening) or says_no_plainly(answer)
        is_named = share_words(wanted.topic, answer.question).names_it
        near = _find_nearest(wanted, answer) or (opening if is_named else None)
        if told := opening if is_denied else near:
            return Mention(answer.number, told, False, is_denied=is_denied)
    return None


def _find_nearest(wanted: Wanted, answer: GivenAnswer) -> str | None:
    """Return the sentence of own work that most likely speaks of what is wanted, if any does.

    An answer that was asked for it need not name it as clearly as others.
    """
    rated = [
        (load_support_fit("speaks").rate(features), sentence)
        for sentence, features in measure_told(wanted, answer)
        if any(act in sentence or sentence in act for act in answer.own_work)
    ]
    likely = [each for each in rated if each[0] > _LEAST_IF_ASKED]
    return max(likely, default=(0.0, None))[1]


def _is_asked(wanted: Wanted, answer: GivenAnswer) -> bool:
    """Return whether a question was planned on a requirement or a task, or names its tool."""
    if answer.kind in _PLANNED and answer.topic:
        stems = content_stems(answer.topic)
        is_task = wanted.is_duty and find_form(answer.topic.split()[0]) == "gerund"
        if is_task and stems and stems <= content_stems(wanted.requirement.text):
            return True
        if answer.topic == wanted.topic:
            return True
    has_name = not wanted.is_duty and bool(find_topic_names(f"the {wanted.topic}"))
    return has_name and share_words(wanted.topic, answer.question).has_all_names


def _find_proof(wanted: Wanted, answer: GivenAnswer) -> str | None:
    """Return the sentence of an answer that proves a requirement best by its words, or None.

    Only the applicant's own actions prove something, and only those that share words with the
    requirement. No story proves a licence, a certificate or a degree.
    """
    if not (wanted.is_duty or wanted.is_provable):
        return None
    if wanted.asks_to_lead:
        return _find_lead(answer)
    if wanted.is_duty:
        return _find_duty_proof(wanted, answer)
    requirement = wanted.requirement
    was_asked = answer.kind == "requirement" and answer.topic == requirement.topic
    measure_support = build_support_measure(requirement.topic, requirement.text)
    proofs = [
        action
        for action in answer.own_work
        if ((was_asked and measure_support(action)) or is_on_subject(requirement.topic, action))
        and not _is_denied(requirement, action)
    ] or [
        sentence
        for sentence in answer.work_with_names
        if names_it(requirement.topic, sentence) and not _is_denied(requirement, sentence)
    ]
    return max(proofs, key=lambda proof: (measure_support(proof), len(proof)), default=None)


def _find_duty_proof(duty: Wanted, answer: GivenAnswer) -> str | None:
    proofs = (
        action
        for action in answer.own_work
        if is_on_subject(duty.topic, action) and not _is_denied(duty.requirement, action)
    )
    return next(proofs, None)


def _find_lead(answer: GivenAnswer) -> str | None:
    """Return the sentence in which the speaker says to lead people, or None."""
    sentences = (sentence.text for sentence in answer.elements.substantive)
    told = (text for text in sentences if not matches_evidence("hope", text))
    return next((text for text in told if matches_evidence("leads_people", text)), None)


def _is_denied(requirement: Requirement, action: str) -> bool:
    """Return whether the clauses that name a requirement deny the act, or tell that of others."""
    if matches_evidence("takes_back", action):
        return True
    wanted = content_stems(f"{requirement.topic}\n{requirement.text}")
    clauses = list(list_clauses(action))
    naming = (
        [each for each in clauses if names_it(requirement.topic, each[0])]
        or [each for each in clauses if wanted & content_stems(each[0])]
        or clauses
    )
    return all(not is_own or matches_evidence("no_proof", clause) for clause, is_own in naming)


def find_statement(requirement: Requirement, answer: GivenAnswer) -> str | None:
    """Return the sentence of an answer which says that a paper is there, or None."""
    if answer.kind != "gap" or answer.topic != requirement.topic:
        return None
    standing = read_standing(requirement.topic, answer.answer)
    return standing.sentence if standing.is_paper and standing.has_it else None
