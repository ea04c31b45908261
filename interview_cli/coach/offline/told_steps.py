"""What an answer says of how something is done, step by step."""

from interview_cli.answers.clauses import load_no_deeds
from interview_cli.answers.sentences import Sentence
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.remark_rules import (
    load_remark_pattern,
    load_remark_words,
    parse_whole,
)
from interview_cli.coach.offline.told_cases import tells_own_case
from interview_cli.english.verbs import find_plain_verbs
from interview_cli.english.words import content_stems, split_sentences

_MIN_STEPS, _MIN_STEP_STEMS = 3, 2
_MIN_COMMAS, _MIN_LISTED = 2, 3
"""Of a sentence that names one thing after the other."""


def tells_steps(answer: AnswerReading) -> bool:
    """Return whether it says in several verbs, or one point after the other, what the speaker does
    or did."""
    sentences = [
        sentence
        for sentence in parse_whole(answer.whole_text)
        if not sentence.is_empty and len(content_stems(sentence.masked_text)) >= _MIN_STEP_STEMS
    ]
    verbs = frozenset[str]().union(
        *(each.planned_verbs | each.present_verbs | each.acts for each in sentences)
    )
    said = {found["verb"] for found in load_remark_pattern("i_act").finditer(answer.whole_text)}
    verbs |= find_plain_verbs(said)
    verbs = verbs.union(*map(_find_listed_acts, sentences))
    steps = len(verbs - load_remark_words("vague_steps") - load_no_deeds())
    notes = map(load_remark_pattern("note").match, split_sentences(answer.whole_text))
    if sum(note is not None for note in notes) > 1:
        return True
    joints = sum(
        load_remark_pattern("leads_on").match(each) is not None
        for each in split_sentences(answer.whole_text)
    )
    lists = sum(map(_is_list, sentences))
    tries = len(load_remark_pattern("tries").findall(answer.whole_text))
    return steps + joints + lists + tries >= _MIN_STEPS


def tells_case(answer: AnswerReading) -> bool:
    """Return whether it tells at least three acts of the speaker's own in one case."""
    acts = frozenset[str]().union(
        *(each.acts for each in answer.elements.substantive if not each.has_phrase("general"))
    )
    acts |= find_plain_verbs(
        {found["verb"] for found in load_remark_pattern("we_act").finditer(answer.whole_text)}
    )
    return len(acts) >= _MIN_STEPS and tells_own_case(answer)


def tells_plan(answer: AnswerReading) -> bool:
    """Return whether it says what the speaker would do, in whatever words."""
    if answer.plans or (answer.question.kind == "situation" and tells_steps(answer)):
        return True
    return any(
        load_remark_pattern("tells_plan").search(sentence.text) and len(sentence.specific_stems) > 1
        for sentence in parse_whole(answer.whole_text)
    )


def _is_list(sentence: Sentence) -> bool:
    """Return whether a sentence names one thing after the other: "Pressure, flue, ratio"."""
    return sentence.text.count(",") >= _MIN_COMMAS and len(sentence.specific_stems) >= _MIN_LISTED


def _find_listed_acts(sentence: Sentence) -> set[str]:
    """Return the verbs with which clauses behind a comma begin: "You mark it, check it, cut it"."""
    clauses = [clause.split() for clause in sentence.text.split(",")[1:]]
    return find_plain_verbs(words[0].lower() for words in clauses if len(words) > 1)
