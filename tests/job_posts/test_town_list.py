"""The list of the world's towns."""

from interview_cli.job_posts.town_list import find_town, fold_name
from tests.cases import each


def test_a_town_has_its_country_and_a_sure_state() -> None:
    breda, akron = find_town("Breda"), find_town("akron")
    assert breda is not None
    assert akron is not None
    assert (breda.country, breda.state) == ("NL", "")
    assert (akron.country, akron.state) == ("US", "OH")


@each(
    ("name", "other"),
    [
        ("Köln", "koln"),
        ("Stoke-on-Trent", "stoke on trent"),
        ("St. Pölten", "Saint Polten"),
        ("King’s Lynn", "kings lynn"),
    ],
)
def test_a_town_is_found_by_each_spelling(name: str, other: str) -> None:
    assert find_town(name) is not None
    assert find_town(name) == find_town(other)


@each("name", ["reading", "split", "hope", "street", "mobile"])
def test_a_town_that_is_also_a_plain_word_is_marked(name: str) -> None:
    town = find_town(name)
    assert town is not None
    assert town.is_word


@each("name", ["(Leeds)", "little snoring", "Leeds 4", "", "of"])
def test_other_texts_are_no_towns(name: str) -> None:
    assert find_town(name) is None


def test_a_name_is_folded() -> None:
    assert fold_name("St. Øystein-by") == "st oystein by"
