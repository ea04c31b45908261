"""Compose the offline coach's questions from the bank's wordings, the CV, the ad and the trade."""

import re
from random import Random

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.american import find_country, say_american
from interview_cli.coach.offline.bank import load_bank, load_situations, load_wordings
from interview_cli.coach.offline.company_names import (
    is_agency,
    is_long_name,
    knows_company,
    say_company,
    works_for,
)
from interview_cli.coach.offline.cv_deeds import find_project
from interview_cli.coach.offline.cv_questions import find_role, has_built_on_cv, names_cv
from interview_cli.coach.offline.cv_wordings import Wordings, word_cv, word_experience
from interview_cli.coach.offline.frame_estimates import is_well_named
from interview_cli.coach.offline.job_questions import (
    drop_asked_subjects,
    drop_near,
    find_job_questions,
)
from interview_cli.coach.offline.leadership import settle_level, steps_up
from interview_cli.coach.offline.newcomers import takes_any_case
from interview_cli.english.rules import load_rules
from interview_cli.models import PlanSlot
from interview_cli.requirements.ad_reading import find_duty_phrases, find_requirement_by_topic
from interview_cli.requirements.competencies import find_competency
from interview_cli.requirements.cv_evidence import find_supporting_work, judge_evidence
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.request_forms import names_people
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.verb_forms import find_form
from interview_cli.text import begin_with_capital
from interview_cli.trades.topics import parse_topic
from interview_cli.trades.trades import DAILY_WORK
from interview_cli.vocabulary import Level, QuestionKind

_DIALECT = ("interview_cli.coach.offline", "dialect.toml")
_UNFIT = (("is_message", "names_ad"), ("is_short", "is_to_stay"))
"""Rules on an ad, and on the wordings that do not fit it."""
_FIELD = re.compile(r"\{\w+\}")
_LINES_TRIED = 6
_ROUND_TOPICS = ("values",)
"""Topics of behaviour that are no competency; their wordings belong to a round."""
_CV_FIELDS = ("deed", "role")
_MIN_CV_QUESTIONS = 2
"""Until so many build on the CV, a question on a requirement asks about work in it."""
_LATER = ("second", "third")
"""The wordings of a round's second question on motives, and of those behind it."""
_OWN_QUESTIONS: dict[Level, str] = {"junior": "junior", "lead": "lead", "executive": "lead"}
"""Levels with their own questions in the bank; all except junior also get the general ones."""


def compose_question(facts: Facts, slot: PlanSlot) -> str:
    """Return the question for a slot; the same facts give the same question."""
    facts = settle_level(facts)
    kind = _update_kind(facts, slot)
    wordings, fields = _find_wordings(facts, slot, kind)
    name = facts.company_name
    is_known = knows_company(name, facts.cv_text) or _is_insider(facts)
    if is_known or is_agency(name, facts.job_text) or is_long_name(name):
        wordings = [wording for wording in wordings if "{company}" not in wording] or wordings
    rules = load_rules(*_DIALECT)
    for sign, unfit in _UNFIT:
        if rules[sign].pattern.search(facts.job_text):
            is_unfit = rules[unfit].pattern.search
            wordings = [wording for wording in wordings if not is_unfit(wording)] or wordings
    if facts.level == "junior" and not find_roles(facts.cv_text):
        has_a_job = rules["has_a_job"].pattern.search
        wordings = [wording for wording in wordings if not has_a_job(wording)] or wordings
    if rules["works_nights"].pattern.search(facts.cv_text):
        wordings = [wording.replace("normal day", "normal shift") for wording in wordings]
    if _says_resume(facts):
        wordings = [wording.replace("CV", "resume") for wording in wordings]
    wordings = [say_american(wording, facts.job_text, facts.cv_text) for wording in wordings]
    # Another CV has another job, and that another wording.
    purpose = " ".join(filter(None, (kind, slot.topic, fields.get("role"))))
    wording = _choose_unasked(wordings, facts, purpose)
    question = wording.format(company=say_company(name), **fields)
    is_on_cv = not fields.keys().isdisjoint(_CV_FIELDS) or names_cv(wording)
    advice = _explain_level(facts, kind) if takes_any_case(wording) and not is_on_cv else ""
    return f"{begin_with_capital(question)} {advice}".strip()


def fits_any_job(facts: Facts, slot: PlanSlot) -> bool:
    """Return whether the question of a slot names nothing of the ad, nor of the CV but as a whole.

    Questions on past work, and those that every interview asks, do not count.
    """
    if found := parse_topic(slot.topic):
        return found[0].name == DAILY_WORK and slot.kind == "situation"
    return slot.kind == "requirement" and not _find_wordings(facts, slot, slot.kind)[1]


def _is_insider(facts: Facts) -> bool:
    return works_for(facts.company_name, facts.cv_text, facts.job_text)


def _says_resume(facts: Facts) -> bool:
    """Return whether an ad is from a place where a CV is called a resume, unless the CV says so."""
    rules = load_rules(*_DIALECT)
    if rules["says_cv"].pattern.search(facts.job_text):
        return False
    if rules["heads_cv"].pattern.search(facts.cv_text):
        return False
    is_there = find_country(facts.job_text, facts.cv_text) is not None
    return is_there or rules["says_resume"].pattern.search(facts.job_text) is not None


def _find_wordings(facts: Facts, slot: PlanSlot, kind: QuestionKind) -> Wordings:
    if found := parse_topic(slot.topic):
        trade, part = found
        if trade.name == DAILY_WORK:
            return find_job_questions(facts, part), {}
        # Imported here: few questions are on the trade, or on a duty.
        from interview_cli.coach.offline.trade_questions import find_trade_questions

        return find_trade_questions(facts, trade, part), {}
    if slot.topic in find_duty_phrases(facts.job_text):
        from interview_cli.coach.offline.duty_questions import find_duty_wordings

        return find_duty_wordings(facts, slot.topic, kind), {"duty": slot.topic}
    if kind == "follow_up":
        # Imported here: few questions follow up an answer.
        from interview_cli.coach.offline.follow_ups import find_follow_ups

        return find_follow_ups(facts, slot.topic)
    if kind in ("situation", "behaviour") and slot.topic not in _ROUND_TOPICS:
        return _find_competency_wordings(facts, slot.topic, kind), {}
    if kind == "requirement" and slot.topic != facts.job_title:
        return _find_requirement_wordings(facts, slot.topic)
    if kind == "gap":
        return _find_gap_wordings(facts, slot.topic)
    return _find_general_wordings(facts, kind)


def _update_kind(facts: Facts, slot: PlanSlot) -> QuestionKind:
    """Return the planned kind, unless a new CV closes a planned gap."""
    if slot.kind == "gap":
        # Imported here: few questions are on a gap.
        from interview_cli.requirements.open_papers import is_open, is_sure_check

        requirement = find_requirement_by_topic(slot.topic, facts.job_text)
        if is_sure_check(requirement, facts.cv_text, facts.day):
            return "gap"
        if requirement.is_paper:
            return "gap" if is_open(requirement, facts.cv_text, facts.day) else "requirement"
        is_absent = judge_evidence(requirement, facts.cv_text) == "absent"
        return "gap" if is_absent else "requirement"
    return slot.kind


def _explain_level(facts: Facts, kind: QuestionKind) -> str:
    """Return what the level expects of an answer; only the first question of a kind says so.

    A junior who has work to tell of needs no other example.
    """
    if facts.level == "junior" and find_work(facts.cv_text):
        return ""
    kinds_asked = {exchange.question.kind for exchange in facts.exchanges}
    is_first = kind in ("requirement", "behaviour") and kind not in kinds_asked
    return str(load_bank()["level"][facts.level]) if is_first else ""


def _choose_unasked(wordings: list[str], facts: Facts, purpose: str) -> str:
    """Choose a wording of a new subject that was used least so far, in an order that differs
    between sessions; of these, one that no earlier interview for the job used."""
    asked = [exchange.question.content for exchange in facts.exchanges]
    fresh = drop_near(drop_asked_subjects(wordings, asked), asked)
    shuffled = Random(f"{facts.seed} {purpose}").sample(fresh, len(fresh))

    def count_uses(wording: str) -> tuple[int, int]:
        """Count the questions so far, and before, with the longest fixed part of a wording."""
        fixed_part = max(_FIELD.split(wording), key=len).strip(" .,:?")
        now, before = (
            sum(fixed_part in question for question in questions)
            for questions in (asked, facts.asked_before)
        )
        return now, before

    return min(shuffled, key=count_uses)


def _find_competency_wordings(facts: Facts, topic: str, kind: QuestionKind) -> list[str]:
    name = find_competency(topic) or "teamwork"
    if kind == "situation":
        return [text.text for text in load_situations(name) if text.is_for(facts.level)]
    entry = load_bank()["competency"][name]
    own = entry[_OWN_QUESTIONS[facts.level]] if facts.level in _OWN_QUESTIONS else []
    if steps_up(facts):  # who has led nobody has no case of it
        own = []
    if facts.level == "junior":  # who has worked need not think of school
        return list(entry["any"] if find_roles(facts.cv_text) else own)
    return [*own, *entry["any"]]


def _find_requirement_wordings(facts: Facts, topic: str) -> Wordings:
    requirement = find_requirement_by_topic(topic, facts.job_text)
    work = find_supporting_work(topic, facts.cv_text, requirement.text)[:_LINES_TRIED]
    entry = load_wordings("requirement", facts.round)
    if found := word_cv(entry, find_project(facts, work), facts.level):
        return found
    has_job = bool(find_work(facts.cv_text) or find_roles(facts.cv_text))
    if has_job and not has_built_on_cv(facts, _MIN_CV_QUESTIONS):
        return _find_general_wordings(facts, "requirement")
    if not is_well_named(requirement) and find_work(facts.cv_text):
        return _find_general_wordings(facts, "requirement")
    is_shown = judge_evidence(requirement, facts.cv_text) == "shown"
    return _word_request(entry, requirement) if is_shown else _word_gap(facts, requirement)


def _find_gap_wordings(facts: Facts, topic: str) -> Wordings:
    # Imported here: few questions are on a gap.
    from interview_cli.requirements.open_papers import is_told_check

    requirement = find_requirement_by_topic(topic, facts.job_text)
    is_check = is_told_check(requirement, facts.cv_text, facts.day)
    if not (requirement.is_paper or is_check):
        return _word_gap(facts, requirement)
    # Imported here: few gaps are papers.
    from interview_cli.coach.offline.paper_questions import find_paper_wordings

    return find_paper_wordings(requirement, _phrase(requirement), facts.cv_text, facts.day)


def _word_gap(facts: Facts, requirement: Requirement) -> Wordings:
    """Return the wordings for what a CV does not show, and what it is."""
    entry = load_wordings("gap", facts.round)
    if requirement.request and (subject := requirement.request.subject):
        return entry[_choose_gap_form(subject)], {"asked": subject}
    return _word_request(entry, requirement)


def _choose_gap_form(subject: str) -> str:
    if names_people(subject):
        return "with_people"
    return "with_activity" if find_form(subject.split()[0]) == "gerund" else "with_knowledge"


def _word_request(entry: dict[str, list[str]], requirement: Requirement) -> Wordings:
    """Return the wordings for what a requirement asks for, and its words."""
    request = requirement.request
    if request and (form := f"with_{request.kind}") in entry:
        return entry[form], {"asked": request.words}
    return entry["without"], {"asked": _phrase(requirement)}


def _phrase(requirement: Requirement) -> str:
    """Return what the job asks for; plans of earlier versions may hold what has no phrase."""
    return requirement.phrase or requirement.topic


def _find_general_wordings(facts: Facts, kind: QuestionKind) -> Wordings:
    """Return wordings that name no requirement and start from the CV if they can."""
    entry = load_wordings(kind, facts.round)
    if kind == "requirement":
        return word_experience(facts, entry)
    is_insider = "with_insider" in entry and _is_insider(facts)
    if facts.round == "mixed" and kind == "opener":
        # Imported here: most questions are of another kind.
        from interview_cli.coach.offline.work_wordings import word_stretch

        if found := word_stretch(facts, entry, is_insider=is_insider):
            return found
    if is_insider:
        return entry["with_insider"], {}
    if kind == "motivation" and (later := _find_later_wordings(facts, entry)):
        return later, {}
    if found := word_cv(entry, find_role(facts), facts.level):
        return found
    is_on_cv = bool(find_work(facts.cv_text)) and facts.round == "mixed" and "on_cv" in entry
    return entry["on_cv" if is_on_cv else "without"], {}


def _find_later_wordings(facts: Facts, entry: dict[str, list[str]]) -> list[str]:
    """Return what a round asks after its first question on motives; empty if it has no order."""
    count = sum(exchange.question.kind == "motivation" for exchange in facts.exchanges)
    return entry.get(_LATER[min(count, len(_LATER)) - 1], []) if count else []
