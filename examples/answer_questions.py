"""Answer an interview's questions one by one as an applicant who is asked them.

python examples/answer_questions.py SESSION FILE

For each question it gives the answer in FILE whose own questions share the rarest words with it,
or says that the applicant does not know, and prints both.
"""

import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

Answer = dict[str, Any]
UNKNOWN = "I don't know."
_LEAST = 0.2
"""What a prepared question must share with one that is asked, so that its answer is given."""


def list_words(*texts: str) -> set[str]:
    return {word for text in texts for word in re.findall(r"\w+", text.lower())}


def choose_answer(question: str, answers: list[Answer]) -> str:
    """Return the answer that was prepared for the question most like this one."""
    prepared = [(answer, list_words(asked)) for answer in answers for asked in answer["asked"]]
    counts = Counter(word for _, words in prepared for word in words)
    words = list_words(question)

    def rate(asked: set[str]) -> float:
        shared = sum(1 / counts[word] for word in words & asked)
        return shared - sum(1 / counts[word] for word in asked - words) / 2

    answer, asked = max(prepared, key=lambda pair: rate(pair[1]))
    return str(answer["text"]) if rate(asked) >= _LEAST else UNKNOWN


def run(*arguments: str, text: str = "") -> str:
    command = [sys.executable, "-m", "interview_cli", *arguments]
    result = subprocess.run(command, input=text, capture_output=True, encoding="utf-8")
    if result.returncode:
        sys.exit(result.stderr.rstrip())
    return result.stdout.strip()


def main(session: str, file: str) -> None:
    answers = tomllib.loads(Path(file).read_text("utf-8"))["answer"]
    question = run("ask", session)
    while question:
        answer = choose_answer(question, answers)
        print(f"\n{question}\n> {answer}", flush=True)
        question = run("answer", session, text=answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
