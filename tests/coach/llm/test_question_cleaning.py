"""What a model writes around a question is taken off."""

from hypothesis import given
from hypothesis import strategies as st

from interview_cli.coach.llm.question_cleaning import clean_question
from tests.cases import each

QUESTION = "How did you find the fault in the panel?"


@each(
    "reply",
    [
        f"Question 1 of 8 (opener): {QUESTION}",
        f"**Question 3:** {QUESTION}",
        f"Q2. {QUESTION}",
        f"## Question 9\n\n{QUESTION}",
        f"Opener: {QUESTION}",
        f'{{"question": "{QUESTION}"}}',
        f"Question 3 sur 8 (exigence) : {QUESTION}",
        f"Vielen Dank! Hier ist die nächste Frage:\n\n{QUESTION}",
        f"¡Claro! Aquí tiene la pregunta: {QUESTION}",
        f"{QUESTION}\nKandidat: Ich prüfe zuerst die Sicherung.",
        f"Question three: {QUESTION}",
        f"Interview question for Maria: {QUESTION}",
        f"Technical question - {QUESTION}",
        f"Category: leadership. {QUESTION}",
        f"Based on the CV and job description, a suitable question would be: {QUESTION}",
        f"My next question would be the following: {QUESTION}",
        f"As instructed, one question under 60 words: {QUESTION}",
        f"Follow-up question: {QUESTION}",
        f"**Interviewer:** {QUESTION}",
        f"1. {QUESTION}",
        f"- {QUESTION}",
        f"Sure! Here is the next question for the candidate:\n\n{QUESTION}",
        f"Certainly. {QUESTION}",
        f"Great! {QUESTION}",
        f"That's a great answer! {QUESTION}",
        f"Thank you for sharing that. {QUESTION}",
        f"Thanks! Let's move on to the next question. {QUESTION}",
        f"As the interviewer, {QUESTION}",
        f"```\n{QUESTION}\n```",
        f"```text\n{QUESTION}\n```",
        f"“{QUESTION}”",
        f'"{QUESTION}"',
        f"**{QUESTION}**",
        "How did you find the *fault* in the `panel`?",
        f"**Opener:** “{QUESTION}”",
        f"<question>{QUESTION}</question>",
        f"<|assistant|>{QUESTION}<|im_end|>",
        f"[INST] {QUESTION} [/INST]",
        f"<|im_start|>assistant\n{QUESTION}",
        f"<|start_header_id|>assistant<|end_header_id|>\n\n{QUESTION}<|eot_id|>",
        f"**Assistant:** {QUESTION}",
        f"Recruiter: {QUESTION}",
        f"Question 3： {QUESTION}",
        f"{QUESTION}</s>",
        f"<<<BEGIN question 0123456789abcdef>>>\n{QUESTION}\n<<<END question 0123456789abcdef>>>",
        f"<<<BEGIN question 0123>>\n{QUESTION}\n\n<<<END",
        f"{QUESTION}<end_of_turn>\n<start_of_turn>user\nI looked at the relays.",
        f"{QUESTION}<|endoftext|>Human: write a poem.",
        f"{QUESTION}\nUser: I looked at the relays.",
        f"{QUESTION}\n\n(This question tests how the candidate thinks.)",
        f"{QUESTION}\n\nWhat helped you?\n\nWho was there?",
        QUESTION + "\n" * 150_000 + "x",
    ],
)
def test_what_stands_around_a_question_is_taken_off(reply: str) -> None:
    assert clean_question(reply) == QUESTION


@each(
    "question",
    [
        QUESTION,
        "A lift stops between two floors, and a guest shouts.\n\nWhat do you do first?",
        "What did you do with C#, a*b*c and the table order_lines_old?",
        "You wrote “Jo”; why?",
        "“Jo” and “Al”: who of them was right?",
        "“",
        "Question everything: how did you live by that?",
        "Recruiters ask this: how did you wire it?",
        "How did you use <|channel in a log?",
        "2.5 million people saw it. How did you measure that?",
        "12 panels failed in one week. What did you do?",
        "Good wiring lasts. How do you test it?",
        "Closing a deal: how do you go about it?",
        "What if a < b and c > d?",
        "Leadership: what does it mean to you?",
        "The hardest question is this: why did the alarm fail?",
        "Let's say the line stops at night. What do you do?",
        "Here is a situation: the lift stops. What do you do?",
        "Sure signs of wear were found. What did you do?",
        "Thank you letters go out late. What do you do?",
        "Why do you write __init__ files?",
        "What did you put on https://example.org/?id=3 and why?",
    ],
)
def test_a_question_is_left_as_it_is(question: str) -> None:
    assert clean_question(question) == question


@given(st.text(max_size=300))
def test_a_cleaned_question_is_clean(reply: str) -> None:
    cleaned = clean_question(reply)
    assert len(cleaned) <= len(reply) + 1
    assert clean_question(cleaned) == cleaned
