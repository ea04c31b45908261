"""Duties behind "the job is", and duties in a row without commas."""

from tests.cases import each
from tests.job_posts.test_free_talk import ASKED_DUTIES, take_turn

FITTER = "title: Fitter\nlocation: York"
STATED = [
    ("the job is stripping old roofs fixing slates and lining chimneys", 3),
    ("the work is mowing lawns trimming hedges and planting bulbs", 3),
    ("its mostly feeding dogs cleaning kennels walking them and answering the phone", 4),
    ("theyd be making coffee cleaning the machine and serving guests", 3),
    ("mainly its carrying bags parking cars and opening doors for guests", 3),
    ("most of the day is pulling shots steaming milk and wiping tables", 3),
    ("work involves mucking out stables grooming horses leading them to the paddock", 3),
    ("basically the job would be checking tickets and doing the rounds", 2),
    ("duties would be hoovering offices emptying bins cleaning toilets", 3),
    ("day to day its filing nails painting them and booking clients in", 3),
    ("the role is gutting fish, trussing birds and serving customers", 3),
    ("the day consists of thatching roofs cutting reeds and hauling them up", 3),
]
WHOLE = [
    "supporting people living with dementia",
    "running training sessions",
    "doing spring cleaning",
    "helping with evening meals",
    "teaching children reading skills",
    "selling swimming costumes to tourists",
]


@each("message, count", STATED)
def test_duties_of_a_job_in_a_row(message: str, count: int) -> None:
    changes, reply = take_turn(FITTER, message)
    duties = changes.pop("responsibilities")
    assert isinstance(duties, list)
    assert len(duties) == count
    assert not changes
    assert "did not use" not in reply


@each(
    "message",
    ["the job is exciting and fun", "the work is interesting", "the day is evening shift"],
)
def test_praise_of_the_job_is_no_duty(message: str) -> None:
    changes, _reply = take_turn(FITTER, message)
    assert "responsibilities" not in changes


@each("message", WHOLE)
def test_a_gerund_inside_a_duty_stays_there(message: str) -> None:
    changes, _reply = take_turn(ASKED_DUTIES, message)
    assert changes["responsibilities"] == [message]
