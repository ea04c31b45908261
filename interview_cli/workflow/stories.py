"""Collect the answers that told a real case: a bank of stories in the person's own words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.answers.repeats import is_same_case
from interview_cli.answers.star import StarElements, parse_star
from interview_cli.english.words import content_stems, is_english
from interview_cli.models import AnswerReview, Interview
from interview_cli.requirements.coverage import map_requirements
from interview_cli.requirements.gap_answers import asks_for_paper, shows_work
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.store.base import Store
from interview_cli.text import shorten
from interview_cli.workflow.cases import (
    ASKS_FOR_CASE,
    begins_case,
    find_result,
    names_occasion,
    tells_case,
)
from interview_cli.workflow.figures import find_figures
from interview_cli.workflow.job_subjects import list_job_subjects
from interview_cli.workflow.rates import Rate
from interview_cli.workflow.selection import load_interviews
from interview_cli.workflow.subjects import Subject, list_subjects

_MAX_TITLE_CHARS = 70
_ANOTHER_QUESTION = 2
"""Up to this relevance an answer answers another question, or touches the topic only."""


@dataclass(frozen=True)
class Telling:
    """An answer that told a case."""

    session_id: str
    number: int
    """The number of the question."""
    timestamp: datetime
    subject: Subject | None
    answer: str
    score: int | None

    @property
    def elements(self) -> StarElements:
        return parse_star(self.answer, is_story=True)


@dataclass(frozen=True)
class Story:
    """A case, and everywhere it was told, oldest first. Every text is the person's own."""

    tellings: tuple[Telling, ...]

    @property
    def latest(self) -> Telling:
        return self.tellings[-1]

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What it was told about."""
        return tuple(dict.fromkeys(telling.subject for telling in self.tellings if telling.subject))

    @property
    def title(self) -> str:
        """The beginning of the sentence that says where it began, or what was done first."""
        first = next(filter(begins_case, self.latest.elements.action), "")
        return shorten(self.situation or first, _MAX_TITLE_CHARS)

    @property
    def situation(self) -> str:
        """The sentence that says where it began; empty if none does."""
        elements = self.latest.elements
        begins = [
            sentence.text
            for sentence in elements.substantive
            if sentence.text in elements.situation or names_occasion(sentence)
        ]
        return next(filter(begins_case, begins), "")

    @property
    def result(self) -> str:
        """The sentences that say what came of it; empty if none does."""
        return " ".join(find_result(self.latest.answer, self.situation))

    @property
    def figures(self) -> tuple[str, ...]:
        """The amounts in it, each with its unit or what it counts."""
        sentences = self.latest.elements.sentences
        return tuple(
            dict.fromkeys(figure for sentence in sentences for figure in find_figures(sentence))
        )


@dataclass(frozen=True)
class Repeat:
    """A story that was told more than once in one interview."""

    session_id: str
    numbers: tuple[int, ...]
    """The questions it answered."""
    story: Story


@dataclass(frozen=True)
class StoryBank:
    """The stories of several interviews, the latest told first."""

    interviews: tuple[Interview, ...]
    """Oldest first; the last one has the job that `missing` is about."""
    stories: tuple[Story, ...]
    missing: tuple[Subject, ...]
    """The competencies and requirements of that job without a story."""
    repeats: tuple[Repeat, ...]
    unread: tuple[str, ...]
    """The sessions in languages that the rules do not read."""


def load_stories(store: Store, session_ids: Sequence[str]) -> tuple[StoryBank, list[str]]:
    """Collect the stories of these sessions, or of all with answers; also name damaged ones.

    Raises SessionMissing without any interview, Conflict if none has an answer.
    """
    interviews, damaged = load_interviews(
        store, session_ids, lambda head: head.has_answer, "no session has an answer yet."
    )
    return collect_stories(interviews), damaged


def collect_stories(interviews: Sequence[Interview]) -> StoryBank:
    """Collect the stories of interviews, given oldest first."""
    read = [interview for interview in interviews if is_english(interview.language)]
    groups: list[list[Telling]] = []
    for interview in read:
        for telling in find_tellings(interview):
            same = next((group for group in groups if _is_same(group, telling)), None)
            if same is None:
                groups.append([telling])
            else:
                same.append(telling)
    groups.sort(key=lambda group: group[-1].timestamp, reverse=True)
    stories = tuple(Story(tuple(group)) for group in groups)
    return StoryBank(
        interviews=tuple(interviews),
        stories=stories,
        missing=_find_missing(interviews[-1], stories) if interviews else (),
        repeats=tuple(repeat for story in stories for repeat in _find_repeats(story)),
        unread=tuple(other.session_id for other in interviews if other not in read),
    )


def find_tellings(interview: Interview) -> list[Telling]:
    """Return the answers that told a case; a follow-up belongs to the case before it."""
    reviews = interview.feedback.answers if interview.feedback else []
    tellings: list[Telling] = []
    exchanges = zip(interview.questions, interview.answers, list_subjects(interview), strict=False)
    documents = (interview.cv_text or "", interview.job_description_text or "")
    for number, (question, answer, subject) in enumerate(exchanges, start=1):
        if question.kind == "gap" and not shows_work(question.topic, answer.content):
            subject = None
        belongs = question.kind == "follow_up" and bool(tellings)
        if belongs and tellings[-1].number == number - 1:
            continue
        if explain_non_answer(answer.content, question.content, documents):
            continue
        if tells_case(answer.content, question.kind):
            review = reviews[number - 1] if reviews else None
            shown = subject if _answers_question(review) else None
            score = review.score if review else None
            tellings.append(
                Telling(
                    interview.session_id, number, answer.timestamp, shown, answer.content, score
                )
            )
    return tellings


def _answers_question(review: AnswerReview | None) -> bool:
    """Return whether an answer is about what was asked; before its review it is taken to be."""
    relevance = review.ratings.relevance if review else None
    return relevance is None or relevance > _ANOTHER_QUESTION


def count_cases(interview: Interview) -> Rate:
    """Return how many answers to questions that ask for a case told one."""
    numbers = {telling.number for telling in find_tellings(interview)}
    asked = [
        number
        for number, question in enumerate(interview.questions[: interview.answered_count], start=1)
        if question.kind in ASKS_FOR_CASE
    ]
    return Rate(sum(number in numbers for number in asked), len(asked))


def _is_same(group: Sequence[Telling], telling: Telling) -> bool:
    words = content_stems(telling.answer)
    return any(is_same_case(words, content_stems(other.answer)) for other in group)


def _find_repeats(story: Story) -> list[Repeat]:
    sessions = dict.fromkeys(telling.session_id for telling in story.tellings)
    numbers = {
        session: tuple(found.number for found in story.tellings if found.session_id == session)
        for session in sessions
    }
    return [Repeat(session, told, story) for session, told in numbers.items() if len(told) > 1]


def _find_missing(interview: Interview, stories: Sequence[Story]) -> tuple[Subject, ...]:
    """Return what the job asks for that no story was told for, and none proves in its words.

    A trade's own questions ask for no story, and a paper is shown.
    """
    tellings = [telling for story in stories for telling in story.tellings]
    covered = {telling.subject for telling in tellings}
    told = [
        GivenAnswer(number, "behaviour", "", telling.answer)
        for number, telling in enumerate(tellings, start=1)
    ]
    mapped = map_requirements(interview.job_description_text or "", "", told)
    proved = {found.requirement.topic for found in mapped if found.status == "proved"}
    asked = [
        Subject("requirement", found.requirement.topic)
        for found in mapped
        if found.requirement.is_askable and not found.requirement.is_paper
    ]
    wanted = dict.fromkeys([*list_job_subjects(interview), *asked])
    return tuple(
        subject
        for subject in wanted
        if subject not in covered
        and (subject.kind == "competency" or _needs_story(subject, proved))
    )


def _needs_story(subject: Subject, proved: Collection[str]) -> bool:
    is_shown = asks_for_paper(subject.name) or subject.name in proved
    return subject.kind == "requirement" and not is_shown
