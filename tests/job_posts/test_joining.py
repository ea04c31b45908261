"""What rules and a model read in the same message, joined."""

from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.joining import join_acts

TITLE = Act("set", "title", "Nurse", "nurse")
BESIDE = Act("beside", words="with a sense of calm")
NO_AZURE = Act("deny", value="Azure", words="no Azure")


def test_a_model_that_finds_nothing_changes_nothing() -> None:
    rules = (TITLE, BESIDE, NO_AZURE)
    assert join_acts(rules, (), "a nurse") == rules


def test_rules_win_on_a_field_that_both_read() -> None:
    rival = Act("set", "title", "Doctor", "nurse")
    assert join_acts([TITLE], [rival], "we need a nurse for the ward") == (TITLE,)


def test_a_model_wins_in_a_message_that_is_not_english() -> None:
    message = "Wir suchen eine Pflegefachkraft in Köln mit Erfahrung in der Wundversorgung"
    rules = Act("set", "title", "Suchen", "suchen")
    model = Act("set", "title", "Pflegefachkraft", "Pflegefachkraft")
    assert join_acts([rules], [model], message) == (model,)


def test_words_that_only_the_model_could_use_are_used() -> None:
    calm = Act("add", "requirements", "a sense of calm", "a sense of calm")
    assert join_acts([TITLE, BESIDE], [calm], "a nurse") == (TITLE, calm)


def test_what_the_rules_keep_out_no_model_brings_in() -> None:
    azure = Act("add", "skills", "Azure", "Azure")
    assert join_acts([NO_AZURE], [azure], "no Azure") == (NO_AZURE,)


def test_a_model_confirms_nothing_and_changes_no_confirmation() -> None:
    yes = Act("confirm", words="yes")
    assert join_acts([yes], [Act("set", "title", "Yes", "yes")], "yes") == (yes,)
