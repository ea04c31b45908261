"""Read the sections and sentences of a message as acts.

A sentence may change the post as a whole; else it is read clause by clause.
"""

from interview_cli.job_posts import changes, corrections, dialogue
from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.claims import Draft
from interview_cli.job_posts.clause_reader import ClauseReader
from interview_cli.job_posts.clauses import is_dictated, split_clauses, split_sentences, strip_marks
from interview_cli.job_posts.contrasts import read_contrast
from interview_cli.job_posts.declines import read_decline
from interview_cli.job_posts.entries import has_content
from interview_cli.job_posts.fairness import find_unfair_demands, mend_joints, suggest_title
from interview_cli.job_posts.list_reading import read_listed
from interview_cli.job_posts.openings import find_openings
from interview_cli.job_posts.pay_changes import read_pay_change
from interview_cli.job_posts.prose import find_prose, strip_letter
from interview_cli.job_posts.reading_rules import find_fearless, strip_lead_in
from interview_cli.job_posts.section_values import take_values
from interview_cli.job_posts.sections import Section, split_inline, split_sections
from interview_cli.job_posts.terms import find_level
from interview_cli.job_posts.values import read_value
from interview_cli.vocabulary import POST_LISTS, PostField

_MIN_LISTED = 3
"""A sentence of this many clauses is a list."""


class MessageReader:
    """Reads one message in order."""

    def __init__(self, turn: Turn, context: str = "") -> None:
        """`context` is the message with its questions, if they were taken out of it."""
        self._turn = turn
        self._clauses = ClauseReader(turn, context)

    def read(self) -> list[Act]:
        message = corrections.drop_slips(dialogue.strip_request(self._turn.message))
        message = corrections.split_thoughts(corrections.join_contrast(message))
        if is_dictated(self._turn.message):
            message = corrections.split_dictated(message)
        for section in split_sections(message):
            if section.field is None:
                self._read_free_text(section.text)
            else:
                listed, rest = split_inline(section)
                self._read_section(listed, section.field)
                self._read_free_text(rest)
        return self._clauses.acts

    def _read_section(self, section: Section, field: PostField) -> None:
        text = section.text
        if not text.strip():
            return
        if decline := read_decline(text, field):
            self._clauses.keep([decline])
        elif section.is_single:
            self._clauses.keep([Act("add", field, strip_marks(text), strip_marks(text))])
        elif field == "description":
            self._clauses.keep([Act("set", field, text.strip(), text.strip(), corrects=True)])
        elif field in POST_LISTS and not section.is_nice and (level := _find_level_alone(text)):
            self._clauses.keep([level])
        elif field in POST_LISTS:
            clean, unlawful = _take_unfair(text)
            self._clauses.keep(unlawful)
            clean, values = take_values(clean, self._clauses.draft)
            for sentence in values:
                self._read_sentence(sentence)
            for act in read_listed(field, clean, is_nice=section.is_nice):
                is_denial = act.kind == "deny"
                turn = self._clauses.draft.turn
                removed = corrections.read_denial(act.words, turn) if is_denial else None
                self._clauses.keep(removed or [act])
        else:
            self._clauses.keep(read_value(field, text, self._clauses.draft, corrects=True))

    def _read_free_text(self, text: str) -> None:
        """Read text without labels. Longer paragraphs also become the description.

        They come last, because they also describe the employer, for example where the customers
        are.
        """
        text, unlawful = _take_unfair(text, mark=" / ")  # which would end a sentence
        self._clauses.keep(unlawful)
        paragraphs = find_prose(text)
        for paragraph in paragraphs:
            text = text.replace(paragraph, "\n")
        sentences = [sentence for sentence in split_sentences(text) if strip_marks(sentence)]
        for sentence in sentences:
            self._read_sentence(sentence)
        for paragraph in paragraphs:
            self._read_prose(paragraph)
        for paragraph in paragraphs:
            if description := strip_letter(paragraph):
                self._clauses.keep([Act("set", "description", description, description)])

    def _read_prose(self, paragraph: str) -> None:
        """Read sentences that tell more than the post needs: what no field takes is no loss."""
        self._clauses.is_prose = True
        for sentence in split_sentences(paragraph):
            self._read_sentence(sentence)
        self._clauses.is_prose = False

    def _read_sentence(self, sentence: str) -> None:
        self._clauses.begin_sentence(strip_marks(sentence))
        sentence, unlawful = _take_unfair(sentence)
        sentence = corrections.drop_slips(sentence)
        self._clauses.keep(unlawful)
        self._clauses.keep(filter(None, (find_openings(act.words) for act in unlawful)))
        is_bare = bool(unlawful) and not has_content(sentence)  # "no Muslims" leaves "no"
        if is_bare or dialogue.says_nothing(sentence) or not strip_marks(sentence):
            return
        if decline := read_decline(sentence, self._turn.asked, is_part=True):
            self._clauses.keep([decline])
            return
        for order in corrections.split_orders(dialogue.strip_request(sentence)):
            draft = self._clauses.draft
            if self._clauses.keep_any(read_pay_change(order, draft, Draft(self._turn).pay)):
                continue  # "the boss says 31 to 33", whose lead-in would be lost
            text, corrects = corrections.strip_cues(order)
            text = strip_lead_in(text)
            self._clauses.corrects = self._clauses.corrects or corrects
            self._clauses.is_listing = len(split_clauses(text)) >= _MIN_LISTED
            if not self._read_whole(text):
                self._clauses.read_clauses(text)

    def _read_whole(self, text: str) -> bool:
        """Read a sentence that changes the post as a whole. Return whether it does."""
        draft = self._clauses.draft
        is_single = len(split_clauses(text)) == 1 or "," not in text
        if self._clauses.keep_any(read_pay_change(text, draft, Draft(self._turn).pay)):
            return True
        if is_single and self._clauses.read_order(text):
            return True
        if self._clauses.keep_any(changes.read_declared(text)) or self._read_contrast(text):
            return True
        if only := corrections.find_only(text):
            others = corrections.keep_only(only, draft.turn)
            self._clauses.corrects = True
            self._clauses.keep(others or [])
            if others is None:
                self._clauses.read_clauses(only)
            return True
        if find_fearless(text)[0]:
            return False
        return self._clauses.read_rank_or_removal(text) or self._clauses.keep_any(
            changes.read_swap(text, draft)
        )

    def _read_contrast(self, text: str) -> bool:
        """Read what is set against a value of the post. Return whether there is such a thing."""
        contrast = read_contrast(text, self._clauses.draft)
        if contrast is None:
            return False
        acts, rest = contrast
        self._clauses.keep(acts)
        self._clauses.read_clauses(rest)
        return True


def _find_level_alone(text: str) -> Act | None:
    """Return the level if a text names nothing else: "Experience: middle"."""
    found = find_level(text)
    if found is None or has_content(text.replace(found[1], " ")):
        return None
    return Act("set", "experience_level", found[0], found[1], corrects=True)


def _take_unfair(text: str, mark: str = "") -> tuple[str, list[Act]]:
    """Return a text without the words that no ad may hold, and an act for each of them.

    Only those that hold a mark are taken.
    """
    acts = []
    for demand in find_unfair_demands(text):
        if mark not in demand.words:
            continue
        acts.append(Act("unlawful", value=demand.ground, words=demand.words))
        if not suggest_title(demand.words):  # a title for one sex is said, and stays
            text = mend_joints(text.replace(demand.words, " "))
    return text, acts
