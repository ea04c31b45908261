"""Questions about a candidate's own life, in everyday words, and proper ones in like words."""

from tests.cases import each
from tests.coach.llm.question_faults import find_fault

CV = """Farah Osei
Registered nurse (adult), Burton upon Trent

Profile
Staff nurse with six years in respiratory care.

Experience
Staff Nurse, Ward 7 Respiratory, Queen's Hospital Burton, 2019 to present
- Care for eight patients a shift, most on non-invasive ventilation
- Run the weekly tracheostomy teaching for new starters
- Rewrote the ward's handover sheet in 2022; falls went from nine to four a quarter
Healthcare Assistant, Oakview Care Home, Lichfield, 2016 to 2019
- Personal care and medication rounds for 24 residents with dementia

Education
BSc Adult Nursing, University of Derby, 2019

Skills
Cannulation, NEWS2, sepsis six, wound care, SystmOne
"""
AD = """Senior Staff Nurse, Acute Medical Unit, Derwent General Hospital

You will
- lead a team of nurses and assistants on each shift and coordinate beds
- assess deteriorating patients and escalate in time
- support students and newly qualified nurses
- work with families and the discharge team

You bring
- NMC registration and at least three years of acute experience
- confident assessment with NEWS2 and safe medication management
- experience of leading a shift
- clear communication under pressure
"""
PRIVATE = (
    "How do you manage the rota with small children at home?",
    "What do you do about childcare on early shifts?",
    "Who looks after your little ones when you are on nights?",
    "How do you get the kids to school before an early shift?",
    "How does your partner feel about you working every other weekend?",
    "With a baby at home, how will you cope with nights?",
    "What are your plans for starting a family in the next few years?",
    "How do you arrange babysitting when a shift runs over?",
    "Who picks your daughter up from nursery when the ward is short?",
    "Which religious holidays would you need off?",
    "How is your own health after six years on a respiratory ward?",
    "What happens at home when you are asked to stay late?",
    "How will you juggle night shifts with two toddlers at home?",
    "Who minds the children while you work weekends?",
    "How far away is your childminder on early shifts?",
    "How did you sort out day care for your son?",
    "When do you think of having another baby?",
    "How do you combine the job with kids to look after?",
    "What will your little boy do after school when you are here?",
    "How do you put the kids to bed when you work lates?",
    "What would happen to your on-call nights if you had a baby?",
    "How do you fit the school run into your mornings?",
    "How do you observe Ramadan while on shift?",
)
PROPER = (
    "Why are you leaving respiratory care for acute medicine?",
    "How do you calm a child whose mother is being ventilated?",
    "How do you tell a husband that his wife has had a stroke?",
    "How do you plan personal care for patients who refuse help?",
    "What do you do when a pregnant patient refuses a chest X-ray?",
    "How do you speak with a family about religion at the end of life?",
    "How do you support a student nurse who comes back after parental leave?",
    "How do you treat an older patient with several illnesses at once?",
    "What changed for patients of respiratory care when the falls went down?",
    "How do you protect a patient's privacy in a bay of six?",
    "How do you help a patient get home when nobody lives with them?",
    "What do you ask about a patient's family history on admission?",
    "How do you plan the care of an elderly patient who lives with a sick husband at home?",
    "Why do you want to move from general surgery to acute medicine?",
    "How do you explain an inhaler to a child who is afraid?",
    (
        "A nurse of your team has to leave early because her childminder is ill. How do "
        "you fill the shift?"
    ),
    "How do you check an old infusion pump before you use it?",
    "What do you do when a mother wants to stay with her child overnight?",
    "How do you keep a patient's family informed by phone?",
    "What drew you to respiratory nursing?",
    "How do you plan the rota when colleagues observe Ramadan?",
    "How do you prepare a young patient for going home?",
    "How do you judge whether somebody can be cared for at home?",
)


FACTS = {
    "job_title": "Senior Staff Nurse",
    "company_name": "Derwent General Hospital",
    "cv_text": CV,
    "job_text": AD,
}


@each("question", PRIVATE)
def test_a_question_about_a_private_life_is_refused(question: str) -> None:
    assert find_fault(question, **FACTS) == "personal"


@each("question", PROPER)
def test_a_proper_question_in_like_words_is_kept(question: str) -> None:
    assert find_fault(question, **FACTS) != "personal"
