"""Fit what tells that an answer speaks of a requirement: `python -m benchmarks.support_fit`.

Two readers said for each requirement and duty of the interviews of `proofs/` which lines of the CV
state it, and which sentences of answers show it, or speak of it; others said it of the CVs of
`questions/` (`lines.toml`), and of the likeliest sentences of interviews of `answers/`
(`rows.toml`). The script fits the four logistic regressions of `requirements/support_fits.py` and
writes their files. With `--left-out` it prints how they do on interviews that were left out.
"""

import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from benchmarks.logistic import Row, fit_measures, format_fit
from benchmarks.proofs import load_cases, load_sentences
from interview_cli.english.words import split_sentences
from interview_cli.fits import Fit
from interview_cli.requirements import support_fits
from interview_cli.requirements.cv_evidence import read_cv_lines
from interview_cli.requirements.cv_parts import list_named_lines
from interview_cli.requirements.extract import find_requirements
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.line_features import measure_lines
from interview_cli.requirements.requirement import Requirement
from interview_cli.requirements.support_fits import Name
from interview_cli.requirements.told_features import Features, measure_shown, measure_told
from interview_cli.requirements.wanted import Wanted

FOLDER = Path(support_fits.__file__).parent
MARKS = Path(__file__).parent / "proofs"
QUESTIONS = Path(__file__).parent / "questions"
ANSWERS = Path(__file__).parent / "answers"
_READERS = ("marks-1", "marks-2")
HEADER = "# Fitted by `python -m benchmarks.support_fit`; a feature, a tab and its weight a line.\n"
_FOLDS = 11
_ONE_OF = 4
_PENALTY: dict[Name, float] = {"speaks": 100, "shows": 50, "states": 30, "names": 30}
_BOUNDS: dict[Name, float] = {"speaks": 1.0, "shows": 0.5, "states": 0.7, "names": 0.5}
"""Chosen by folds: of 100 sentences or lines that are taken, 99, 87, 80 and 86 are of what readers
call spoken of, shown, stated, or stated and come near to; of the sentences of `rows.toml`, 86 and
63. Of what no line is taken for, readers find one in most cases."""
_LIKELY = 3
"""A sentence of `rows.toml` counts so often: it was chosen as one that is hard to tell."""
_MANY = ("speaks", "states")
"""Fits with so many texts that no reader marked that a fourth stands for all."""


class Pair(NamedTuple):
    """A sentence of an answer, or a line of a CV, held against what is wanted."""

    interview: str
    wanted: Wanted
    text: str
    features: Features
    shares: dict[Name, float]
    """The shares of the readers who say that it states, shows, or speaks of it or shows it, or that
    it states it or comes near it."""
    weight: float = 1


@cache
def load_pairs() -> dict[Name, list[Pair]]:
    """Return the pairs that each fit learns from."""
    sentences = [pair for entry in _list_entries() for pair in _pair_sentences(*entry)]
    sentences += [*_pair_single_sentences(), *_pair_likely_sentences()]
    lines = [
        pair
        for name, case, wanted, marks in _list_entries()
        for pair in _pair_lines(name, case["cv"], wanted, marks)
    ]
    lines += [pair for entry in _list_more_lines() for pair in _pair_lines(*entry)]
    named = [pair for entry in _list_more_lines() for pair in _pair_named_lines(*entry)]
    spoken = [
        pair._replace(features=measure_shown(pair.wanted, pair.features, pair.text))
        for pair in sentences
        if pair.shares["speaks"]
    ]
    return {"speaks": sentences, "shows": spoken, "states": lines, "names": named}


def fit_support(name: Name, is_used: Callable[[Pair], bool] = lambda pair: True) -> Fit:
    """Fit one of the regressions to the pairs that are used."""
    rows = [
        Row(pair.features, is_right, share * pair.weight)
        for pair in load_pairs()[name]
        if is_used(pair)
        for is_right, share in _share_out(pair, name)
        if share
    ]
    return fit_measures(rows, _PENALTY[name], _BOUNDS[name])


def _share_out(pair: Pair, name: Name) -> Iterator[tuple[bool, float]]:
    """Yield both verdicts with their weight."""
    share = pair.shares[name]
    is_many = not share and name in _MANY and pair.weight == 1
    if is_many and crc32(pair.text.encode()) % _ONE_OF:
        return
    yield True, share
    yield False, (1 - share) * (_ONE_OF if is_many else 1)


def rate_left_out(name: Name) -> Iterator[tuple[Pair, float]]:
    """Yield each pair with its log odds by a fit without its fold of interviews."""
    for fold in range(_FOLDS):
        fit = fit_support(name, lambda pair, fold=fold: _find_fold(pair) != fold)
        for pair in load_pairs()[name]:
            if _find_fold(pair) == fold:
                yield pair, fit.rate(pair.features)


def main() -> None:
    for name in load_pairs():
        path = FOLDER / f"fit_{name}.toml"
        path.write_text(format_fit(fit_support(name), HEADER), "utf-8")
        if "--left-out" in sys.argv:
            print(f"{name}: {_describe(list(rate_left_out(name)), name)}")


def _describe(rated: Sequence[tuple[Pair, float]], name: Name) -> str:
    """Say how often the best pair of each wanted thing is right, if it is above the bound."""
    best: dict[tuple[str, str], tuple[Pair, float]] = {}
    for pair, odds in rated:
        key = (pair.interview, pair.wanted.requirement.text)
        if key not in best or odds > best[key][1]:
            best[key] = pair, odds
    taken = [pair for pair, odds in best.values() if odds > _BOUNDS[name]]
    right = sum(pair.shares[name] > 0 for pair in taken)
    known = {
        (pair.interview, pair.wanted.requirement.text) for pair, _ in rated if pair.shares[name]
    }
    return f"right {right} of {len(taken)} taken, of {len(best)}; readers find {len(known)}"


Marks = Sequence[dict[str, Any]]
Entry = tuple[str, dict[str, Any], Wanted, Marks]


def _list_entries() -> Iterator[Entry]:
    """Yield each wanted thing of an interview with the readers' marks."""
    readers = [tomllib.loads((MARKS / f"{name}.toml").read_text("utf-8")) for name in _READERS]
    for file, marked in readers[0].items():
        for place, interview in enumerate(marked):
            case = load_cases(file)[interview["case"]]
            _require_same_numbers(case, interview)
            for number, mark in enumerate(interview["wanted"]):
                marks = [reader[file][place]["wanted"][number] for reader in readers]
                name = f"{file} {interview['case']}"
                if wanted := _find_wanted(mark, case["ad"]):
                    yield name, case, wanted, marks


def _require_same_numbers(case: dict[str, Any], marked: dict[str, Any]) -> None:
    """Raise ValueError if lines or sentences are counted otherwise than for the readers."""
    counted = [len(split_sentences(answer)) for answer in case["answers"]]
    if (len(read_cv_lines(case["cv"])), counted) != (marked["lines"], marked["sentences"]):
        raise ValueError(f"the marks of case {marked['case']} count other lines or sentences")


def _find_wanted(mark: dict[str, Any], ad: str) -> Wanted | None:
    """Return what was marked; None if the ad is read in another way now."""
    text = mark["text"]
    if mark.get("is_duty"):
        return Wanted.of_duty(Requirement(text, text, is_must=False), ad)
    found = (each for each in find_requirements(ad) if each.text == text)
    return next((Wanted.of_requirement(each, ad) for each in found), None)


def _pair_sentences(
    name: str, case: dict[str, Any], wanted: Wanted, marks: Sequence[dict[str, Any]]
) -> Iterator[Pair]:
    exchanges = zip(case["questions"], case["answers"], strict=True)
    for number, (question, text) in enumerate(exchanges, start=1):
        answer = GivenAnswer(number, "behaviour", "", text, question)
        for place, (sentence, features) in enumerate(measure_told(wanted, answer), start=1):
            at = f"{number}.{place}"
            shows = sum(at in mark["shows"] for mark in marks) / len(marks)
            speaks = shows + sum(at in mark["speaks"] for mark in marks) / len(marks)
            yield Pair(name, wanted, sentence, features, {"shows": shows, "speaks": speaks})


def _pair_single_sentences() -> Iterator[Pair]:
    """Yield the sentences of `tuning.toml`, to which no question is known."""
    for entry in load_sentences("tuning"):
        for requirement in find_requirements(f"# Job\n## What you need\n- {entry['text']}\n"):
            wanted = Wanted.of_requirement(requirement)
            for mark in ("proved", "mentioned", "other"):
                shares: dict[Name, float] = {"shows": mark == "proved", "speaks": mark != "other"}
                for text in entry[mark]:
                    for sentence, features in measure_told(wanted, GivenAnswer(1, "", "", text)):
                        yield Pair(entry["text"], wanted, sentence, features, shares)


def _pair_likely_sentences() -> Iterator[Pair]:
    """Yield the sentences of `rows.toml` that a reader marked."""
    for file, marked in tomllib.loads((MARKS / "rows.toml").read_text("utf-8")).items():
        for interview in marked:
            answers = _list_answers(file, interview["role"])
            for mark in interview["wanted"]:
                if wanted := _find_wanted(mark, f"# Job\n## What you need\n- {mark['text']}\n"):
                    yield from _pair_marked(interview["role"], answers, wanted, mark)


@cache
def _list_answers(file: str, role: str) -> tuple[GivenAnswer, ...]:
    """Return the answers to the questions on a role in their order. Raises FileNotFoundError."""
    known = tomllib.loads((ANSWERS / f"{file}.toml").read_text("utf-8"))
    questions = {each["id"]: each["text"] for each in known["question"] if each["role"] == role}
    given = [each for each in known["answer"] if each["question"] in questions]
    return tuple(
        GivenAnswer(number, "behaviour", "", each["text"], questions[each["question"]])
        for number, each in enumerate(given, start=1)
    )


def _pair_marked(
    name: str, answers: Sequence[GivenAnswer], wanted: Wanted, mark: dict[str, Any]
) -> Iterator[Pair]:
    """Yield the sentences that are marked; the rest of the answers was not read for this."""
    for answer in answers:
        for place, (sentence, features) in enumerate(measure_told(wanted, answer), start=1):
            at = f"{answer.number}.{place}"
            shows, speaks = float(at in mark["shows"]), float(at not in mark["other"])
            if at in (*mark["shows"], *mark["speaks"], *mark["other"]):
                shares: dict[Name, float] = {"shows": shows, "speaks": speaks}
                yield Pair(name, wanted, sentence, features, shares, _LIKELY)


def _pair_lines(name: str, cv_text: str, wanted: Wanted, marks: Marks) -> Iterator[Pair]:
    for number, (line, features) in enumerate(measure_lines(wanted, cv_text), start=1):
        share = sum(number in mark["states"] for mark in marks) / len(marks)
        yield Pair(name, wanted, line, features, {"states": share})


def _list_more_lines() -> Iterator[tuple[str, str, Wanted, Marks]]:
    """Yield the CVs of `lines.toml` with what is wanted, each marked by one reader."""
    for name, marked in tomllib.loads((MARKS / "lines.toml").read_text("utf-8")).items():
        case = tomllib.loads((QUESTIONS / f"{name}.toml").read_text("utf-8"))
        if len(read_cv_lines(case["cv"])) != marked["lines"]:
            raise ValueError(f"the marks of {name} count other lines")
        for mark in marked["wanted"]:
            wanted = _find_wanted(mark, case["job"])
            if wanted and not mark.get("is_scrap"):
                yield name, case["cv"], wanted, [mark]


def _pair_named_lines(name: str, cv_text: str, wanted: Wanted, marks: Marks) -> Iterator[Pair]:
    """Yield the lines with some words of what is wanted; papers and traits go by other rules."""
    if wanted.is_paper or wanted.is_formality or wanted.is_soft_skill:
        return
    lines = read_cv_lines(cv_text)
    for named in list_named_lines(wanted, cv_text):
        number = lines.index(named.line) + 1
        share = sum(number in [*mark["states"], *mark.get("near", [])] for mark in marks)
        yield Pair(name, wanted, named.line, named.features, {"names": share / len(marks)})


def _find_fold(pair: Pair) -> int:
    return crc32(pair.interview.encode()) % _FOLDS


if __name__ == "__main__":
    main()
