"""Say what the ratings of a feedback can and cannot tell."""

from interview_cli.english.words import is_english
from interview_cli.models import Feedback, Question
from interview_cli.render.blocks import Block, Heading, Prose, join_lines

_ARITHMETIC = (
    "The program computes the scores. The score of an answer is 20 × the weighted mean of its "
    "ratings; the total score is the mean over all rated answers, with skipped ones as 0. The "
    "program checks that every quote occurs in the answer, and rates replies that are not answers "
    "at most 1."
)
_NO_VERDICT = (
    "The ratings are for practice. They do not judge you, and they do not predict what an employer "
    "will decide."
)
_AGREEMENT = (
    "Two readers (language models that were given only the rating scales) rated 84 answers that "
    "the weights were not fitted to. Their order and that of the rules agree with a rank "
    "correlation of 0.89 (1 means the same order; length alone reaches 0.62). Because that figure "
    "was seen while the rules were chosen, it is slightly too good. On 80 answers of ten whole "
    "interviews that were in no fit it is 0.89 (length alone 0.79). On 150 other answers it is "
    "0.63 (length alone 0.37): a fifth of them tell something else than what was asked, and the "
    "rules often miss that. A difference of a few points means nothing."
)
_UNMEASURED = "The agreement of this model's ratings with other ratings has not been measured."
_RULES = (
    "The offline coach rated by rules and lists of English words. It sees whether an answer names "
    "people, things, dates and amounts, tells how the case began, what you did and how it ended, "
    "and takes up the words of the question. It cannot see whether an answer is true, wise, kind "
    "or well put, whether it is ironic, or whether a number is a good one. It may rate a good "
    "story in unusual words too low, and empty talk in the right words too high."
)
_RULES_ELSEWHERE = (
    "The answers are not in English, and the rules read only English: do not rely on these "
    "ratings. A language model could rate the answers."
)
_MODEL = (
    "Rated by {who}. A model understands meaning, so unusual words do no harm. It can misread, be "
    "impressed by fluent writing, and give the same answer another rating next time. It does not "
    "know whether what you said is true."
)
_SAMPLES = (
    "The answers were rated {count} times. Each rating is the median; the spread says by how many "
    "points the ratings of a criterion lay apart, on average over the answers. A change within it "
    "is no change."
)
_RULE_GAPS = (
    "On {apart} of {rated} answers the model's ratings lie more than two points from those of the "
    "rules that need no model. One of the two misread them: compare the ratings with the scales "
    "before you rely on them."
)


def build_limits(feedback: Feedback, language: str) -> list[Block]:
    """Build the section on what the ratings can and cannot say."""
    if feedback.model:
        method = _MODEL.format(who=name_author(feedback))
    else:
        method = _RULES if is_english(language) else f"{_RULES} {_RULES_ELSEWHERE}"
    agreement = _UNMEASURED if feedback.model else _AGREEMENT
    samples = [_SAMPLES.format(count=feedback.samples)] if feedback.spread is not None else []
    text = "\n\n".join([method, *samples, _ARITHMETIC, agreement, _NO_VERDICT])
    return [Heading(2, "What these ratings can and cannot say"), Prose(text)]


def warn_of_rule_gaps(feedback: Feedback) -> list[Block]:
    """Warn if the model and the rules part on most of the rated answers."""
    rated = sum(answer.score is not None and not answer.capped for answer in feedback.answers)
    apart = len(feedback.rule_gaps)
    return [Prose(_RULE_GAPS.format(apart=apart, rated=rated))] if 2 * apart > rated else []


def name_author(made: Question | Feedback) -> str:
    """Return the coach or the model that made something."""
    if made.model:
        return f"the model {join_lines(made.model)}"
    return f"the {join_lines(made.coach)} coach"
