"""Kinds of free talk that an agent easily gets wrong, each in several wordings and trades."""

import pytest

from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach
from tests.cases import each

COOK = (
    "title: Cook\nlevel: mid\nlocation: Hull\npay: £13 an hour\nskills: grilling, SAP\n"
    "duties:\n- cook lunch\n- order stock\n- clean up\nbenefits:\n- tips\n- parking"
)
ON_SITE = "title: Cook\nlocation: Hull\nwork type: on site"
NURSE = "title: Nurse\nlevel: senior\nlocation: York"
ASKED_DUTIES = "title: Fitter\nlevel: mid\nlocation: York\nskills: wiring"

LISTS = ("skills", "responsibilities", "requirements", "benefits")
Changes = dict[str, object]


def take_turn(setup: str, message: str) -> tuple[Changes, str]:
    """Return what a message changes after the setup, and the agent's reply."""
    before, after = play([setup, message], OfflineCoach())
    old, new = before["job_data"], after["job_data"]
    changes = {name: new[name] for name in new if new[name] != old[name]}
    return changes, after["agent_response"]


NO_REMOTE = [
    "not remote, she must be on site",
    "no home working",
    "there is no working from home",
    "you can't work from home here",
    "remote is not possible",
    "it isn't a remote job, sorry",
    "no home office please",
    "nobody works from home with us",
]


@each("message", NO_REMOTE)
@each("setup", [ON_SITE, "title: Cook\nlocation: Hull\nwork type: remote"])
def test_a_denied_remote_is_on_site(setup: str, message: str) -> None:
    after = play([setup, message], OfflineCoach())[-1]
    assert after["job_data"]["workType"] == "onsite"


OPENING_HOURS = [
    "we're closed on Sundays",
    "the shop never opens on weekends",
    "our clinic is shut on Mondays by the way",
    "we do not open on bank holidays",
    "closed Mondays and Tuesdays",
    "the office closes at 5 on Fridays",
    "the museum is only open at weekends",
    "our store opens on Saturdays from 9 to 1pm",
]


@pytest.mark.parametrize("message", OPENING_HOURS)
def test_opening_hours_are_said_back(message: str) -> None:
    changes, reply = take_turn(NURSE, message)
    assert changes == {}
    assert "did not use" in reply


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("they work Saturdays and Sundays", "shifts"),
        ("weekends included", "shifts"),
        ("opening the shop, closing the till", "responsibilities"),
        ("duties: open the bar, close the kitchen", "responsibilities"),
        ("Monday to Friday, 6am to 2pm", "workHours"),
    ],
)
def test_working_time_is_kept(message: str, field: str) -> None:
    changes, _reply = take_turn(NURSE, message)
    assert list(changes) == [field]


HIDDEN_PAY = [
    "don't show the pay",
    "leave the pay out of the ad",
    "reset the pay",
    "please hide the salary",
    "keep the wage out of it",
    "do not mention the salary",
    "the pay should not be in the ad",
    "don't publish what we pay",
]


@pytest.mark.parametrize("message", HIDDEN_PAY)
def test_an_order_to_leave_out_pay_is_done(message: str) -> None:
    changes, reply = take_turn(COOK, message)
    assert changes == {"salaryMin": None, "salaryMax": None, "currency": "", "salaryUnit": ""}
    assert "Taken out: pay" in reply


@pytest.mark.parametrize(
    ("messages", "benefits"),
    [
        (["drop the tips", "put the tips back"], ["tips", "parking"]),
        (["drop parking", "add parking again"], ["tips", "parking"]),
        (["remove the first benefit", "bring back the tips"], ["parking", "tips"]),
        (["take the tips out", "actually restore the tips"], ["parking", "tips"]),
        (["clear the benefits", "put the benefits back"], ["tips", "parking"]),
        (["clear the perks", "put them back"], ["tips", "parking"]),
    ],
)
def test_what_was_dropped_is_put_back(messages: list[str], benefits: list[str]) -> None:
    after = play([COOK, *messages], OfflineCoach())[-1]
    assert sorted(after["job_data"]["benefits"]) == sorted(benefits)
    assert after["job_data"]["skills"] == ["grilling", "SAP"]


def test_nothing_to_put_back_is_said() -> None:
    changes, reply = take_turn(COOK, "put the pension back")
    assert changes == {}
    assert "cannot" in reply


@pytest.mark.parametrize(
    ("message", "changes"),
    [
        ("rename stock to goods everywhere", {"responsibilities": "order goods"}),
        ("replace cook with chef throughout", {"title": "Chef", "responsibilities": "chef lunch"}),
        ("write SAP R/3 instead of SAP everywhere", {"skills": "SAP R/3"}),
        ("change every lunch to dinner", {"responsibilities": "cook dinner"}),
    ],
)
def test_a_word_is_replaced_everywhere(message: str, changes: dict[str, str]) -> None:
    changed, _reply = take_turn(COOK, message)
    assert set(changed) == set(changes)
    assert all(value in str(changed[name]) for name, value in changes.items())


NAMED_ADDITIONS: list[tuple[str, Changes]] = [
    ("add skill: solar", {"skills": ["solar"]}),
    ("add a duty: check meters", {"responsibilities": ["check meters"]}),
    ("Write reports is a duty", {"responsibilities": ["Write reports"]}),
    ("another benefit: parking", {"benefits": ["parking"]}),
    ("nice to have: SAP", {"requirements": ["SAP (nice to have)"]}),
    ("one more task is to sweep the yard", {"responsibilities": ["sweep the yard"]}),
    ("a free lunch is a perk too", {"benefits": ["a free lunch"]}),
    ("add this skill: pruning", {"skills": ["pruning"]}),
    ("please add one more requirement: forklift card", {"requirements": ["forklift card"]}),
    ("put down as a benefit: staff discount", {"benefits": ["staff discount"]}),
    ("another skill would be knitting", {"skills": ["knitting"]}),
    ("add to the duties: walk the dogs", {"responsibilities": ["walk the dogs"]}),
]


@each(("message", "changes"), NAMED_ADDITIONS)
def test_a_named_addition(message: str, changes: Changes) -> None:
    assert take_turn(NURSE, message)[0] == changes


NOT_WANTED = [
    "Nobody needs SAP here",
    "SAP is no use to us",
    "not CACES 5",
    "no one uses Excel any more",
    "we have no use for Latin",
    "Photoshop is useless to us",
    "we never work with Revit",
    "a diploma isn't any help here",
    "we can do without French",
    "you won't need a car",
]


@each("message", NOT_WANTED)
@each("setup", [NURSE, "title: Nurse"])
def test_what_nobody_needs_is_kept_out(setup: str, message: str) -> None:
    changes, reply = take_turn(setup, message)
    assert changes == {}
    assert "Not wanted" in reply


@pytest.mark.parametrize(
    "message",
    [
        "no experience needed",
        "you don't need experience",
        "experience is not required",
        "without experience is fine",
        "no previous experience necessary, we train",
        "no exp required",
    ],
)
def test_experience_that_is_not_needed_is_no_level(message: str) -> None:
    changes, reply = take_turn("title: Packer\nlocation: York", message)
    assert "experienceLevel" not in changes
    assert "exp" in str(changes.get("requirements"))
    assert "level" in reply


@pytest.mark.parametrize(
    "message",
    ["newly qualified or experienced", "junior or senior", "a beginner or an experienced one"],
)
def test_two_levels_far_apart_are_asked_about(message: str) -> None:
    changes, reply = take_turn("title: Packer\nlocation: York", message)
    assert changes == {}
    assert "two levels" in reply


@pytest.mark.parametrize("message", ["mid or senior", "junior/mid", "mid to senior"])
def test_of_two_levels_both_are_said(message: str) -> None:
    changes, reply = take_turn("title: Packer\nlocation: York", message)
    assert list(changes) == ["experienceLevel"]
    assert message in reply


@each(
    ("message", "title"),
    [
        ("SHIFT LEAD", "Shift Lead"),
        ("HGV DRIVER", "HGV Driver"),
        ("CNC OPERATOR", "CNC Operator"),
        ("SAP CONSULTANT", "SAP Consultant"),
        ("HR MANAGER", "HR Manager"),
        ("IT TECHNICIAN", "IT Technician"),
        ("RGN", "RGN"),
        ("HEAD OF SALES", "Head of Sales"),
        ("title: VETERINARY NURSE", "Veterinary Nurse"),
        ("iOS developer", "iOS Developer"),
    ],
)
def test_a_shouted_title(message: str, title: str) -> None:
    assert play([message], OfflineCoach())[-1]["job_data"]["title"] == title


@pytest.mark.parametrize(
    "message", ["thanks!", "thank you very much", "cheers", "many thanks", "ta"]
)
def test_thanks_change_nothing(message: str) -> None:
    for setup in (NURSE, COOK):
        before, after = play([setup, message], OfflineCoach())
        assert after["job_data"] == before["job_data"]
        assert not after["is_complete"]
        assert "Nothing changed" in after["agent_response"]
        assert "Hello" not in after["agent_response"]


@pytest.mark.parametrize(
    "message",
    [
        "write Terraform modules",
        "run the payroll in Sage",
        "keep the books in Xero, file VAT returns",
        "build dashboards in Tableau and clean data with SQL",
        "hand out medicine in the evening",
        "draw plans in AutoCAD",
        "be on call every third week",
    ],
)
def test_duties_with_tools_are_duties(message: str) -> None:
    changes, _reply = take_turn(ASKED_DUTIES, message)
    assert "responsibilities" in changes
    assert set(changes) <= {"responsibilities", "skills"}
    assert len(str(changes["responsibilities"])) >= len(message)


@pytest.mark.parametrize(
    ("message", "duties"),
    [
        ("remove the second duty", ["cook lunch", "clean up"]),
        ("drop duty 2", ["cook lunch", "clean up"]),
        ("delete duty number three", ["cook lunch", "order stock"]),
        ("take out the last duty", ["cook lunch", "order stock"]),
        ("remove the first two duties", ["clean up"]),
        ("remove the first and third duties", ["order stock"]),
        ("remove the last task", ["cook lunch", "order stock"]),
        ("remove the 3rd responsibility please", ["cook lunch", "order stock"]),
        ("remove duties 1 and 3", ["order stock"]),
    ],
)
def test_a_numbered_duty_is_removed(message: str, duties: list[str]) -> None:
    assert take_turn(COOK, message)[0] == {"responsibilities": duties}


def test_a_number_beyond_the_list_is_said() -> None:
    changes, reply = take_turn(COOK, "remove the fifth duty")
    assert changes == {}
    assert "fifth duty" in reply


@pytest.mark.parametrize(
    ("skills", "message", "left"),
    [
        ("Terraform, Terraform modules", "drop Terraform modules", ["Terraform"]),
        ("Terraform, Terraform modules", "drop Terraform", ["Terraform modules"]),
        ("Excel, Excel macros", "remove Excel macros", ["Excel"]),
        ("tiling, wall tiling", "delete wall tiling", ["tiling"]),
    ],
)
def test_the_exact_entry_is_removed(skills: str, message: str, left: list[str]) -> None:
    changes, _reply = take_turn(f"title: Tiler\nskills: {skills}", message)
    assert changes == {"skills": left}


@each(
    "message",
    [
        "We are a friendly team of twelve",
        "we're an easy-going bunch",
        "We are family-run and very relaxed",
        "we moved the yard last year",
        "my dog sleeps in the salon",
        "our last plumber retired in May",
        "we have been here since 1970",
    ],
)
@each("setup", ["title: Cook", NURSE, ASKED_DUTIES])
def test_words_about_the_employer_are_said_back(setup: str, message: str) -> None:
    changes, reply = take_turn(setup, message)
    assert changes == {}
    assert "did not use" in reply


@pytest.mark.parametrize(
    ("message", "field", "value"),
    [
        ("full time permanent", "employmentType", "FULL_TIME"),
        ("two days from home", "workType", "hybrid"),
        ("two days a week at home", "workType", "hybrid"),
        ("part time, two evenings", "employmentType", "PART_TIME"),
        (
            "Tuesday to Saturday, from 8am to 4pm",
            "workHours",
            "Tuesday to Saturday, from 8am to 4pm",
        ),
    ],
)
def test_of_two_facts_none_is_lost(message: str, field: str, value: str) -> None:
    changes, reply = take_turn(NURSE, message)
    assert changes[field] == value
    if "permanent" in message:
        assert "“permanent”" in reply


def test_undo_says_what_it_took_back() -> None:
    replies = [
        document["agent_response"]
        for document in play(
            [COOK, "drop SAP", "undo", "pay: £15 an hour", "undo", "call it Baker", "undo"],
            OfflineCoach(),
        )
    ]
    assert "skills: SAP" in replies[2]
    assert "pay: 13 GBP an hour" in replies[4]
    assert "title: Cook" in replies[6]


def test_all_unused_words_are_said_back() -> None:
    parts = [f"we painted wall {number}" for number in range(2, 10)]
    _changes, reply = take_turn(NURSE, ". ".join(parts))
    assert all(part in reply for part in parts)


@pytest.mark.parametrize(
    ("message", "field", "value", "reply"),
    [
        ("we pay £15 an hour, is that fair?", "salaryMax", 15, "no market figures"),
        ("the place is Lower Slaughter, ok?", "location", "Lower Slaughter", "Noted"),
        ("it's a senior job, don't you think?", "experienceLevel", "senior", "Noted"),
        ("we're in Nether Wallop, and what else is missing?", "location", "Nether Wallop", "need"),
    ],
)
def test_a_fact_beside_a_question_is_stored(
    message: str, field: str, value: object, reply: str
) -> None:
    changes, answer = take_turn("title: Cook", message)
    assert changes[field] == value
    assert reply in answer


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("who can see this post?", "do not publish"),
        ("what do you mean?", "duties tell people"),
        ("what's still missing?", "duties"),
        ("hold on, is there anything missing?", "duties"),
        ("should I mention the parking?", "cannot answer"),
    ],
)
def test_a_question_is_answered_and_changes_nothing(message: str, words: str) -> None:
    changes, reply = take_turn(ASKED_DUTIES, message)
    assert changes == {}
    assert words in reply


@pytest.mark.parametrize(
    "message", ["none of your business", "I'd rather not say", "no comment", "that's confidential"]
)
def test_a_refusal_leaves_the_question_open(message: str) -> None:
    changes, reply = take_turn("title: Cook\nlocation: Hull", message)
    assert changes == {}
    assert "Left open: level" in reply


@pytest.mark.parametrize(
    ("message", "changes"),
    [
        ("done by 2pm", {"workHours": "done by 2pm"}),
        ("8 till 6, four days a week", {"workHours": "8 till 6, four days a week"}),
        ("work every second weekend", {"shifts": "every second weekend"}),
        ("close the bar on Mondays", {"responsibilities": ["close the bar on Mondays"]}),
        ("we use Toast POS", {"skills": ["Toast POS"]}),
        ("you need Zorbix", {"skills": ["Zorbix"]}),
        ("junior. hmm, mid.", {"experienceLevel": "mid"}),
        ("mostly it's thatching the roofs", {"responsibilities": ["thatching the roofs"]}),
    ],
)
def test_words_decide_the_field(message: str, changes: Changes) -> None:
    assert take_turn("title: Cook", message)[0] == changes


@pytest.mark.parametrize(
    "message", ["mentoring juniors", "help the apprentices", "train graduates"]
)
def test_the_level_of_others_is_not_that_of_the_job(message: str) -> None:
    changes, _reply = take_turn(ASKED_DUTIES.replace("level: mid\n", ""), message)
    assert "experienceLevel" not in changes


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("we want a fettler for our yard in Hull", "Fettler"),
        ("Dear all,\n\nwe need two night carers.\n\nBest wishes\nMoira", "Night Carer"),
        ("yo, we're in Hull", ""),
    ],
)
def test_a_title_is_what_is_wanted(message: str, title: str) -> None:
    assert play([message], OfflineCoach())[0]["job_data"]["title"] == title


def test_the_last_entry_is_dropped_without_naming_its_list() -> None:
    before, _after, last = play(
        [COOK, "add a duty: sweep the yard", "scrap the last one"], OfflineCoach()
    )
    assert last["job_data"]["responsibilities"] == before["job_data"]["responsibilities"]
    assert "Taken out: duties: sweep the yard" in last["agent_response"]


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("buscamos una vendedora en Madrid", "Vendedora"),
        ("serveur/serveuse à Lyon", "Serveur/Serveuse"),
        ("Wir suchen einen Koch (m/w/d) in Berlin", "Koch"),
        ("cozinheira em Lisboa", "Cozinheira"),
        ("Bäcker*in in Hamburg", "Bäcker*in"),
        ("garçom / garçonete", "Garçom / Garçonete"),
        ("Maler und Lackierer in Ulm", "Maler und Lackierer"),
        ("sales / marketing manager", "Sales / Marketing Manager"),
        ("tool and die maker in Hull", "Tool and Die Maker"),
    ],
)
def test_a_title_is_kept_as_it_is_said(message: str, title: str) -> None:
    assert play([message], OfflineCoach())[-1]["job_data"]["title"] == title


@pytest.mark.parametrize(
    "message", ["nice team", "we have a good team", "great location", "friendly little shop"]
)
def test_praise_is_said_back(message: str) -> None:
    changes, reply = take_turn(COOK, message)
    assert changes == {}
    assert f"did not use: “{message}”" in reply


@pytest.mark.parametrize(
    ("message", "gone"),
    [
        ("remove the sentence about the team", "twelve"),
        ("delete the last sentence", "Sundays"),
        ("drop the sentence that says we close early", "Sundays"),
        ("cut the first sentence of the description", "sea"),
    ],
)
def test_a_sentence_of_the_description_is_removed(message: str, gone: str) -> None:
    text = "We run a shop by the sea. Our team has twelve people. We close early on Sundays."
    changes, reply = take_turn(f"{COOK}\ndescription: {text}", message)
    assert list(changes) == ["description"]
    assert gone not in str(changes["description"])
    assert len(str(changes["description"])) > len(text) / 2
    assert "Taken out: description" in reply
