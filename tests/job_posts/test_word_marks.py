"""What each word of a message states."""

from interview_cli.job_posts.entry_lists import Setting
from interview_cli.job_posts.message_words import split_words
from interview_cli.job_posts.word_marks import MARKS, mark_words


def test_words_stand_without_the_marks_around_them() -> None:
    words = split_words("(Cook) in Leeds,York - £12.50/hr!")
    assert [word.text for word in words] == ["Cook", "in", "Leeds", "York", "£12.50/hr"]


def test_the_shares_of_a_word_sum_up_to_one() -> None:
    shares = mark_words(split_words("mopping floors, free lunch"), Setting())
    assert [round(sum(word.values()), 9) for word in shares] == [1] * 4
    assert all(tuple(word) == MARKS for word in shares)


def test_the_question_counts() -> None:
    words = split_words("mopping floors, washing pots")
    shares = mark_words(words, Setting(asked="responsibilities"))
    assert all(max(word, key=word.__getitem__) == "duty" for word in shares)
