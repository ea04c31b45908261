"""What a question says of the candidate must stand in the CV or in an answer, in any wording."""

from tests.cases import each
from tests.coach.llm.question_faults import find_fault

CV = """Neil Carrow
Accounts payable clerk, Nottingham

Experience
Accounts Payable Clerk, Trent Packaging Ltd, Nottingham, 2020 to present
- Process 450 supplier invoices a month in Sage 200
- Cut the query backlog from 120 to 15 within a quarter
- Prepare the weekly payment run and supplier statement reconciliations
Sales Ledger Assistant, Dovedale Tiles, Derby, 2017 to 2020
- Chased overdue accounts, posted receipts, monthly aged debt report

Education
AAT Level 3, Nottingham College, 2020

Skills
Sage 200, Excel pivot tables, VAT returns, bank reconciliation
"""
AD = """Assistant Accountant, Lowell Foods, Leicester

You will
- prepare month-end journals, accruals and prepayments
- reconcile balance sheet accounts
- prepare VAT returns and support the audit
- explain variances to budget holders

You bring
- AAT Level 3 or 4
- experience with month-end close
- good Excel and an accounting system such as Sage or Xero
- accuracy and the confidence to ask questions
"""
INVENTED = (
    "After your four years at Deloitte in London, why do you want to work in a food company?",
    "After your years at Deloitte in London, why do you want to join us?",
    "How did you use SAP at Trent Packaging?",
    "You hold an MBA. How do you use it?",
    "With SAP, which you used every day at Trent Packaging, how did you post accruals?",
    "Since your time at KPMG in Leeds, what has drawn you to food?",
    "What did your PhD in economics teach you about costs?",
    "During your eight years at Unilever in Rotterdam, which reports did you write?",
    "As a chartered accountant with CIMA, how would you run our close?",
    "How did Oracle help you with the payment run at Trent Packaging?",
    "What made you move from Barclays to Trent Packaging?",
    "You have a master's degree in finance. How does it help at month end?",
    "Having left PwC after six years, what do you look for?",
    "How did your work at Ernst & Young in Birmingham shape your view of audits?",
    "What did working at Amazon teach you about targets?",
    "How did training under Gordon Ramsay change the way you check a bill?",
    "What did the 300 audits you assisted at teach you about planning?",
)
TOLD = (
    "After your three years at Dovedale Tiles, why did you move to Trent Packaging?",
    "How did you use Sage 200 at Trent Packaging?",
    "How would you learn Xero if you have only used Sage?",
    "You hold AAT Level 3. What would Level 4 add?",
    (
        "Since your time at Dovedale Tiles in Derby, what has changed in how you chase "
        "overdue accounts?"
    ),
    "How would you use SAP if Lowell Foods moved to it?",
    "What did your AAT at Nottingham College teach you about accruals?",
    "During your years at Trent Packaging, which supplier was hardest to reconcile?",
    "Lowell Foods buys from Unilever and Nestlé. How do you reconcile their statements?",
    "After your years in Derby, why do you want to join us in Leicester?",
    "What do you know about IFRS and how would you find out more?",
    "What did working at Dovedale Tiles teach you about receipts?",
    "How did preparing the 450 invoices a month change you?",
    "An auditor from KPMG asks for a journal that nobody can find. What do you do?",
)


FACTS = {
    "job_title": "Assistant Accountant",
    "company_name": "Lowell Foods",
    "cv_text": CV,
    "job_text": AD,
}


@each("question", INVENTED)
def test_an_invented_employer_tool_or_degree_is_refused(question: str) -> None:
    assert find_fault(question, "requirement", **FACTS) == "unfounded"


@each("question", TOLD)
def test_what_the_cv_holds_and_what_is_not_said_of_the_candidate_may_be_asked(
    question: str,
) -> None:
    assert find_fault(question, "requirement", **FACTS) is None


def test_a_degree_is_compared_in_a_situation_too() -> None:
    asked = "You hold an MBA. How do you use it?"
    assert find_fault(asked, "situation", **FACTS) == "unfounded"
