"""Sum up a review: where to begin, what is strong and weak, and what was not rated."""

from collections.abc import Mapping, Sequence

from interview_cli.answers.hints import load_guide
from interview_cli.answers.sentences import count_hesitations
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.remark_texts import word_gain
from interview_cli.coach.offline.review_steps import Step
from interview_cli.text import join_list

_MODEL = 375
"""A score, 0 to 500, from which an answer can show how the others are to be told."""
_FEWEST_ALIKE = 2
"""Answers that are advised the same: of one its own advice says enough."""
_MANY_HESITATIONS = 5
"""Fewer in an interview strike nobody."""
_LAST_WORD = "Begin with the last question: a question of your own costs little."


def summarise(
    rated: Sequence[RatedAnswer],
    answered: Sequence[RatedAnswer],
    unanswered: Sequence[RatedAnswer],
    foreign: Sequence[RatedAnswer],
    steps: Mapping[int, Step],
    praises: Mapping[int, str],
) -> str:
    """Return the summary of a review. `answered` are the answers that could be rated, `unanswered`
    those with nothing to rate, `foreign` those in a language that the rules do not read, and
    `steps` the changes that are advised and `praises` what is praised most, by number."""
    made = (
        "This review was made by rules on this machine, not by a person or a language model. They "
        "see whether an answer is concrete, complete and your own, not whether it is true or wise."
    )
    if not answered:
        return f"None of the {len(rated)} answers could be rated as an answer. {made}"
    unsure = sum(count_hesitations(answer.exchange.answer) for answer in answered)
    if unsure >= _MANY_HESITATIONS:
        made += f" Hesitation words ({unsure} here) cost no points; a short pause sounds better."
    parts = (
        _suggest_beginning(answered, unanswered, steps),
        _name_gain(answered, steps),
        _name_best(answered, praises),
    )
    is_named = len(unanswered) == 1 and unanswered[0].exchange.question.kind != "closing"
    others = [] if is_named else unanswered  # the advice names a single one
    return " ".join(filter(None, [*parts, _describe_unrated(others, foreign), made]))


def _name_gain(answered: Sequence[RatedAnswer], steps: Mapping[int, Step]) -> str:
    """Name what most answers are advised alike, and which; empty if no two of them are.

    Only what is advised is said: a low rating alone does not show that a question asks for it.
    """
    by_gain: dict[str, list[RatedAnswer]] = {}
    for answer in answered:
        step = steps.get(answer.exchange.number)
        if step and step.gain:
            by_gain.setdefault(step.gain, []).append(answer)
    alike = max(
        by_gain.values(),
        key=lambda group: (len(group), -sum(answer.score for answer in group)),
        default=[],
    )
    if len(alike) < _FEWEST_ALIKE:
        return ""
    numbers = join_list([str(answer.exchange.number) for answer in alike])
    gain = steps[alike[0].exchange.number].gain
    return f"Answers {numbers} would gain most by the same thing: {word_gain(gain)}."


def _name_best(answered: Sequence[RatedAnswer], praises: Mapping[int, str]) -> str:
    """Name the best answer and what is good about it; empty if none is good enough."""
    best = max(answered, key=lambda answer: answer.score)
    number = best.exchange.number
    is_model = best.score >= _MODEL and len(answered) > 1
    if not (is_model and number in praises):
        return ""
    return f"Answer {number} is your best: there you {praises[number]}."


def _suggest_beginning(
    answered: Sequence[RatedAnswer], empty: Sequence[RatedAnswer], steps: Mapping[int, Step]
) -> str:
    """Return the advice to begin with: what helps most in a weak answer; empty if none needs it.

    An answer with nothing to rate is the weakest. A question that was skipped comes after it.
    """
    # A "no" to the last question is the least of the worries.
    urgent = [answer for answer in empty if answer.exchange.question.kind != "closing"]
    if nothing := next(iter(sorted(urgent, key=lambda answer: answer.exchange.skipped)), None):
        number = nothing.exchange.number
        step = load_guide(nothing.exchange.question.kind).holds[0]
        return f"Begin with question {number}: {_explain_emptiness(nothing)}. Start with {step}."
    advised = [answer for answer in answered if answer.exchange.number in steps]
    if not advised:
        return _LAST_WORD if empty else ""
    # What a later answer has is soon moved.
    first = min(advised, key=lambda answer: (steps[answer.exchange.number].is_soon, answer.score))
    number = first.exchange.number
    return f"Begin with answer {number}: {steps[number].text}"


def _explain_emptiness(answer: RatedAnswer) -> str:
    if answer.exchange.skipped:
        return "you skipped it"
    if answer.repeat:
        return f"your answer repeats the one to question {answer.repeat.number}"
    return "your answer to it holds nothing that can be rated"


def _describe_unrated(empty: Sequence[RatedAnswer], foreign: Sequence[RatedAnswer]) -> str:
    """Name the questions that were skipped, and the answers with nothing to rate."""
    skipped = [answer for answer in empty if answer.exchange.skipped]
    repeated = [answer for answer in empty if answer.repeat and answer not in skipped]
    nothing = [answer for answer in empty if answer not in skipped and answer not in repeated]
    sentences = (
        _name_answers(skipped, "You skipped question {}.", "You skipped questions {}."),
        _name_answers(
            nothing,
            "Answer {} holds nothing that can be rated.",
            "Answers {} hold nothing that can be rated.",
        ),
        _name_answers(
            repeated,
            "Answer {} repeats an earlier one, and a repeat earns nothing.",
            "Answers {} repeat earlier ones, and a repeat earns nothing.",
        ),
        _name_answers(
            foreign,
            "Answer {} could not be rated, because this coach reads only English.",
            "Answers {} could not be rated, because this coach reads only English.",
        ),
    )
    return " ".join(filter(None, sentences))


def _name_answers(answers: Sequence[RatedAnswer], one: str, several: str) -> str:
    """Return a sentence with the numbers of the answers; empty without any."""
    numbers = [str(answer.exchange.number) for answer in answers]
    wording = one if len(numbers) == 1 else several
    return wording.format(join_list(numbers)) if numbers else ""
