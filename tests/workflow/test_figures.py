"""The figures of a sentence: each with its noun phrase, or none."""

from hypothesis import given
from hypothesis import strategies as st

from interview_cli.workflow.figures import find_figures
from tests.cases import each


@each(
    ("sentence", "figures"),
    [
        # The noun stands after words that describe it.
        ("I trained two new night porters.", ["two new night porters"]),
        ("We found three badly worn brake pads.", ["three badly worn brake pads"]),
        ("I hired four sales managers in spring.", ["four sales managers"]),
        ("There were six gas engineers on the site.", ["six gas engineers"]),
        ("I looked after two children's homes.", ["two children's homes"]),
        ("We closed 12 business cases.", ["12 business cases"]),
        ("I led 14 members of staff through the move.", ["14 members of staff"]),
        ("He carried 20 bags of cement up.", ["20 bags of cement"]),
        ("I replaced 1,200 smoke detectors.", ["1,200 smoke detectors"]),
        ("The baker and two apprentices passed the test.", ["two apprentices"]),
        ("I wrote a plan for 30 more patients.", ["30 more patients"]),
        ("Another 25 new pupils joined.", ["25 new pupils"]),
        ("I rang 30 other patients.", ["30 other patients"]),
        # A few others or examples, counted in passing, measure nothing.
        ("I trained two other night porters and cut the queue to 9 minutes.", ["9 minutes"]),
        ("She baked three sample loaves for the 40 guests.", ["40 guests"]),
        ("I drew up 4 example rotas.", []),
        ("We took three sample batches a week.", ["three sample batches a week"]),
        # A time measures nothing.
        ("Two winters ago we had nine falls.", ["nine falls"]),
        ("Some 12 years ago I joined 4 colleagues.", ["4 colleagues"]),
        # Units, rates, ranges and parts.
        ("It took 48 hours instead of 5 days.", ["48 hours", "5 days"]),
        ("Complaints fell from nine a month to none.", ["nine a month"]),
        ("Calls fell from 40 to 15 a week.", ["40 to 15 a week"]),
        ("The oven ran at 220 °C for two and a half hours.", ["220 °C", "two and a half hours"]),
        ("I made 60 visits a month on foot.", ["60 visits a month"]),
        ("Response went from 240ms to 40 ms.", ["240ms", "40 ms"]),
        ("We ran 8 to 12 trial shifts.", ["8 to 12 trial shifts"]),
        ("I saw 12 out of 15 families.", ["12 out of 15 families"]),
        ("Between 8 and 10 lorries came each night.", ["8 and 10 lorries"]),
        ("Half of the night shift left.", ["Half of the night shift"]),
        ("I lost half an hour there.", ["half an hour"]),
        ("Three quarters of our orders were late.", ["Three quarters of our orders"]),
        ("We served hundreds of guests that day.", ["hundreds of guests"]),
        ("I checked the alarm twice a week.", ["twice a week"]),
        ("It cost £3,000 and saved £40 a month.", ["£3,000", "£40 a month"]),
        ("We had 40 % fewer complaints.", ["40 % fewer complaints"]),
        ("I spent 15% of the time on paper.", ["15% of the time"]),
        ("I sent 5 % of the traffic first.", ["5 % of the traffic"]),
        ("I moved a quarter of the stock first and counted.", ["quarter of the stock"]),
        ("Sick days went down by 30 per cent.", ["30 per cent"]),
        ("The line made 3 million bottles.", ["3 million bottles"]),
        ("Twenty-five parents signed.", ["Twenty-five parents"]),
        ("I led a team of six.", ["team of six"]),
        ("We had a 30-minute delay at the dock.", ["30-minute delay"]),
        ("I was on a 12-bed ward.", ["12-bed ward"]),
        ("Two of the older pumps leaked.", ["Two of the older pumps"]),
        # No noun: no figure.
        ("I moved two other.", []),
        ("The rest followed in six.", []),
        ("Errors went from 9 to 2.", []),
        ("We were four on that night.", []),
        ("Two of them stayed.", []),
        ("I started at 7 am and the six left at noon.", []),
        ("In 2021 I moved to Ward 4 with Windows 10.", []),
        ("It doubled, then halved.", []),
        ("Of the ten, two failed.", []),
        ("Nobody counted anything.", []),
        # Numbers that are names, and times of day.
        ("In week 3 staff left, and by day 10 orders had doubled.", []),
        ("Each day 10 orders came in.", ["10 orders"]),
        ("Chapter 11 creditors got 40 %.", ["40 %"]),
        ("We had 120 iPhone 15 users.", ["120 iPhone 15 users"]),
        ("I moved 30 Windows 10 machines.", ["30 Windows 10 machines"]),
        ("Seven Sisters pupils won 2 cups.", ["2 cups"]),
        ("Two Polish cooks came.", ["Two Polish cooks"]),
        ("The Fantastic Four films ran 12 times.", ["12 times"]),
        ("At quarter to 8 nurses met for half an hour.", ["half an hour"]),
        ("The meeting at 10 lasted three quarters of an hour.", []),
        ("I set up a 5G router and used 40g of paste.", ["40g of paste"]),
    ],
)
def test_a_figure_has_its_noun_phrase_or_is_left_out(sentence: str, figures: list[str]) -> None:
    assert find_figures(sentence) == figures


PIECES = ["two", "40", "15%", "£3", "of", "the", "half", "a month,", "pumps", "8–12", "(", "“six”"]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join))
def test_every_figure_is_words_of_the_sentence(sentence: str) -> None:
    figures = find_figures(sentence)
    rest = sentence
    for figure in figures:
        assert figure == figure.strip() != ""
        _, found, rest = rest.partition(figure)
        assert found
