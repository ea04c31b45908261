"""Verdicts on the person, and answers written for the candidate: neither stays in a review."""

from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.llm.review_texts import TextChecker
from interview_cli.models import Question
from tests.cases import each
from tests.fakes import facts_of

ASKED_AND_TOLD = (
    (
        "Tell me about a time when you disagreed with a doctor.",
        "Last winter a registrar wanted to move a man with a NEWS2 of 7 to another ward. I told "
        "her that his breathing rate had gone up twice, asked the outreach nurse to see him, and "
        "he stayed. He went to high dependency that night, and she thanked me the next day.",
    ),
    (
        "How do you teach tracheostomy care?",
        "I show it first on the model. In May a colleague froze at the inner tube, so we went back "
        "to the model twice, and a week later she did it alone. I rewrote the handover sheet with "
        "two colleagues as well, and falls went from nine to four a quarter.",
    ),
    (
        "What would you change on our unit?",
        "I would like every patient to have a plan for the night by ten in the evening, because "
        "the calls at three came from missing plans. I would start with one bay and count them.",
    ),
)


def nurse() -> Facts:
    exchanges = tuple(
        Exchange(
            number,
            Question.model_construct(content=asked, kind="behaviour", topic="x"),
            told,
            skipped=False,
        )
        for number, (asked, told) in enumerate(ASKED_AND_TOLD, start=1)
    )
    return facts_of(
        job_title="Senior Staff Nurse", cv_text="Staff Nurse, Ward 7", exchanges=exchanges
    )


CHECKER = TextChecker(nurse())

VERDICTS = (
    "You would be a great fit and I recommend moving you to the next round.",
    "I would put this candidate forward.",
    "On this evidence you would pass the interview.",
    "Your chances of getting the job are good.",
    "I recommend moving you to the next round.",
    "You would sail through a second interview.",
    "A panel would be glad to have you.",
    "We would be lucky to have you on the ward.",
    "I am confident that you will be offered the post.",
    "With answers like these, an offer is within reach.",
    "I would not invite you back.",
    "You are the right person for this role.",
    "You have what it takes to do this job.",
    "Your chances of being hired are slim.",
    "This interview would be a pass.",
    "You are likely to be rejected at this stage.",
    "I'd recommend you for the position.",
    "You would make an excellent senior nurse.",
    "You fail this interview.",
    "The employer would choose somebody else.",
    "I'd happily take you on.",
    "You would walk into this job.",
    "There is no doubt that you would be hired.",
    "We would not call you for a second interview.",
    "You come across as someone the ward should employ.",
    "This candidate deserves the post.",
    "You are ready to step up to this role.",
    "I would not hesitate to hire this nurse.",
    "You have a good shot at the job.",
    "The panel would probably turn you down.",
    "You will get through to the next stage.",
    "My advice to the hospital is to hire.",
    "You are exactly what this unit is looking for.",
    "You are not yet suitable for a senior post.",
    "It is unlikely that they would offer you the job.",
    "You belong on our shortlist.",
    "Overall, this is a strong response that would likely score well with most interviewers.",
    "The candidate would thrive in this unit and should progress to a trial shift.",
    "You come across as someone the trust would be lucky to employ.",
    "This makes you one of the better applicants.",
    "Recommendation: proceed.",
    "As it stands, this interview would probably not lead to an offer.",
    "A hiring manager would most likely say yes after this conversation.",
    "Your profile aligns well with what the unit is looking for.",
    "I'd rate this 8/10 for the call.",
    "Score: seven, because the rate comes first.",
    "This answer would get an A on most wards.",
    "On a scale from one to ten, the story is a nine.",
    "The end lifts this to a high four.",
    "I would give it a solid seven.",
    "That places the story in the top ten percent of answers.",
)

NO_VERDICTS = (
    "You put the patient's move on hold and called outreach.",
    "You recommend moving the man to high dependency and say why.",
    "You tell how you would pass the handover to the night team.",
    "The chance of a fall is named, not measured.",
    "You invited the outreach nurse and she came.",
    "You say whom you would put forward as shift lead.",
    "The student whom you taught passed the test.",
    "You say that the new sheet would get the night staff on your side.",
    "What is missing is why you chose this ward.",
    "You would pass the sheet on at night, and the reason is clear.",
    "You are right about the breathing rate.",
    "The next round of calls is not counted.",
    "The registrar offered to stay; you say what you did.",
    "Your answer gets to the job of the unit.",
    "You say how you hired two assistants.",
    "You failed at first and tell why.",
    "You would help the panel with one figure.",
    "An interviewer would ask how many calls there were.",
    "You say what you would take on first in the new unit.",
    "The matron would want to hear the count of calls.",
    "You would need one figure to make the case clear.",
    "Your part in the team's choice is clear.",
    "A reader would ask how the night went.",
    "You say that the registrar would not move him.",
    "The plan for the first year would pass into routine, you say.",
    "You offered the new starter a second try.",
    "You describe how the student should pass the check.",
    "The aim of the post is named, but not your way to it.",
    "You choose the bay yourself and give the reason.",
    "You are looking for calm nights, and say how.",
    "You call the outreach nurse back and he stays.",
    "The registrar took your advice on the move.",
    "The unit would gain from a count, which you name.",
    "You tell what it takes to teach a fearful colleague.",
    "Your strongest answer was the third.",
    "That is a good one, because it ends with the registrar.",
    "You do well to name the rate.",
    "Your part is clear, and you can go on to the result.",
    "Give it two sentences at most.",
    "The interviewer will want to hear why the outreach nurse came.",
    "You get on well with the registrar, and it shows.",
)

WRITTEN = (
    (
        "You could answer: In my first year I introduced a night plan for every patient, "
        "which cut calls by half and won the praise of the matron."
    ),
    (
        "A better answer would be: I noticed the trend, called outreach and documented each "
        "step in the notes."
    ),
    "Next time say that you led the whole team through the change and that the matron adopted it.",
    "A stronger version: On the ward I saw the rate climb and rang the registrar.",
    "For instance, In the spring our team cut the calls by half and I reported it.",
    "Tell them you trained all twelve new starters and that the ward won an award.",
    "Try something like this: When the rate rose I called outreach at once, and he recovered.",
    "You might put it this way: I owned the change and drove it home.",
    "Explain that you convinced the consultant and that the whole trust copied your sheet.",
    "You might say that the patients thanked you and that the matron made it the standard.",
    "Model answer: The man was breathing fast, so I raised the alarm.",
    "Say you reduced the falls with a checklist and presented it to the board.",
    "Here is how I would say it: when the rate went up, I called her.",
    "Open with: On a busy night in January my colleague froze, and I took over.",
    'Perhaps: "I rang the consultant, and within an hour he was on the high dependency unit."',
    "You could also mention that the chief nurse praised your plan in front of the board.",
    "An ideal response might be: I saw, I called, I stayed.",
    "Rephrase it as follows: My idea cut the calls, and our patients slept.",
    "State that your manager made you lead of the project.",
    "Tell the panel you negotiated new monitors with the supplier.",
)

ADVICE = (
    "Say what you asked the registrar first, and why.",
    "Say that falls went from nine to four a quarter before you explain the sheet.",
    "You could answer in this order: the problem, your part, the result.",
    "A better answer would begin with the number of calls.",
    "Next time say how many people it touched.",
    "Say that you wrote the sheet with two colleagues, then what was yours.",
    "Tell them which of the three steps was hardest.",
    "Begin with the result: falls went from nine to four.",
    "Explain that the man stayed, then what you learnt.",
    "What did the matron say about the sheet?",
    "Try to name one figure: how many calls were there?",
    "Ask yourself: what did I do alone?",
    "Say that the man stayed and went to high dependency, and what you took from it.",
    "Mention that the colleague did it alone a week later earlier in the answer.",
    "Tell the panel what you would count first.",
    "Put the outcome first: the man went to high dependency that night.",
    "Add one sentence on what the registrar learnt.",
    "Explain that missing plans caused the calls at three, then say how you know.",
    "State the number of new starters.",
    "Say which bay you would start with, and why that one.",
    "Point out what was hard: was it the rank of the registrar?",
    "Add that falls went from nine to four, with the months between.",
)


@each("sentence", VERDICTS)
def test_a_verdict_is_removed(sentence: str) -> None:
    assert CHECKER.clean(sentence, None) == ("", ["verdict"])


@each("sentence", NO_VERDICTS)
def test_a_remark_on_what_was_told_is_no_verdict(sentence: str) -> None:
    assert CHECKER.clean(sentence, None) == (sentence, [])


@each("advice", WRITTEN)
def test_an_answer_or_a_story_written_for_the_candidate_is_removed(advice: str) -> None:
    text, faults = CHECKER.clean(advice, 3, is_advice=True)
    assert text == ""
    assert faults in (["written"], ["fact"])


@each("advice", ADVICE)
def test_advice_on_what_was_told_is_kept(advice: str) -> None:
    assert CHECKER.clean(advice, 3, is_advice=True) == (advice, [])
