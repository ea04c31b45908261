"""Read an employer's message about a job: from clauses to acts.

A message is cut into sections, sentences and clauses. Labels and headings decide the field first;
then the words that introduce a clause ("you will", "we offer"); then what a clause itself names
(a title, a place, pay); and for what has no mark of its own, the question that was asked. A clause
that no field takes is an act of its own, and is said back to the employer. Last, what each word
most likely states mends what the rules took (`marked_words.py`).
"""

import re
from dataclasses import replace

from interview_cli.job_posts import dialogue
from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.claims import Draft, find_claims
from interview_cli.job_posts.combining import combine_acts
from interview_cli.job_posts.confirmations import find_remarks
from interview_cli.job_posts.contractions import add_apostrophes, drop_sounds, find_own_words
from interview_cli.job_posts.declines import read_decline
from interview_cli.job_posts.marked_words import mend_acts
from interview_cli.job_posts.mentioned_removals import take_out_mentioned
from interview_cli.job_posts.message_reader import MessageReader
from interview_cli.job_posts.questions import find_guess, take_questions
from interview_cli.job_posts.spelling import mend_spelling
from interview_cli.job_posts.yes_fit import judge_yes

_OPPOSING = ("unlawful", "cannot", "refuse", "unclear", "undo", "ask")
"""Acts without a field beside which a message is no yes."""


def read_acts(turn: Turn) -> list[Act]:
    """Read a message: each clause as an act. Each field of one value is set at most once.

    A question about the post changes nothing: "can we remove the salary?".
    """
    spelt = replace(turn, message=mend_spelling(add_apostrophes(drop_sounds(turn.message))))
    acts = [replace(act, words=_find_words(act, turn.message.strip())) for act in _read_turn(spelt)]
    return take_out_mentioned(turn, mend_acts(turn, acts))


def _find_words(act: Act, message: str) -> str:
    """Return the words of an act as the message has them; a yes is the whole message."""
    return message if act.kind == "confirm" else find_own_words(act.words, message)


def _read_turn(turn: Turn) -> list[Act]:
    if whole := read_decline(turn.message, turn.asked) or dialogue.read_dialogue(turn):
        return [whole]
    if turn.is_shown and _confirms_with_remarks(turn):
        return [Act("confirm", words=turn.message.strip())]
    rest, questions = take_questions(turn.message)
    acts: list[Act] = list(questions)
    if any(act.value == "other" and re.search(r"\d", act.words) for act in questions):
        acts.append(Act("beside", words=questions[0].words))
    if turn.asked == "experience_level" and (guess := find_guess(turn.message)):
        acts += find_claims(guess, Draft(turn), corrects=True, takes_title=False).acts
    if rest.strip():
        acts += MessageReader(replace(turn, message=rest), turn.message).read()
    if turn.is_shown and not _changes_post(acts) and (kind := judge_yes(turn.message)):
        return [Act(kind, words=turn.message.strip())]
    return combine_acts(acts)


def _confirms_with_remarks(turn: Turn) -> bool:
    """Return whether a message is a yes whose other words change nothing: "Sharp, put it up"."""
    remarks = find_remarks(turn.message) or []
    acts = [
        act
        for text in remarks
        for act in MessageReader(replace(turn, message=text, asked=None)).read()
    ]
    return bool(remarks) and not _changes_post(acts)


def _changes_post(acts: list[Act]) -> bool:
    """Return whether acts change the post, or stand against a yes to it."""
    return any(act.field or act.kind in _OPPOSING for act in acts)
