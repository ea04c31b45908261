"""What shows whether two texts say the same, and where words lie by what they mean."""

from interview_cli.coach.llm.sentence_vectors import (
    encode_vector,
    find_vector,
    measure_cosine,
    place_words,
)
from interview_cli.coach.llm.text_comparison import compare_texts


def test_words_of_one_meaning_are_like_each_other() -> None:
    mistake, error, forklift = (place_words([stem]) for stem in ("mistak", "error", "forklift"))
    assert measure_cosine(mistake, error) > 0.7
    assert measure_cosine(mistake, forklift) < 0.3


def test_an_unknown_word_has_no_vector() -> None:
    assert find_vector("qwertyuiop") is None
    assert measure_cosine(place_words(["qwertyuiop"]), place_words(["error"])) == 0


def test_numbers_beyond_the_scale_are_cut_off() -> None:
    assert encode_vector([0, 1, 5, -5]) == "O}}!"


def test_a_thing_of_its_own_in_the_same_frame_shows() -> None:
    features = compare_texts("How do you start up a kiln?", "How do you shut down a kiln?")
    assert features["same frame"] == 1
    assert features["asked: shared"] > 0
    assert features["asked: most own of new"] > 0
