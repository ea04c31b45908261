"""What remains of an entry without one of the things in it."""

from interview_cli.job_posts.entry_parts import cut_part
from tests.cases import each

PARTS = [
    ("German", "English and German", "English"),
    ("English", "English, German or French", "German or French"),
    ("sql", "sql python power bi", "python power bi"),
    ("power bi", "sql python power bi", "sql python"),
    ("the dishes", "wash the dishes and the pans", "wash the pans"),
    ("pans", "wash the dishes and pans", "wash the dishes"),
    ("notes", "write notes and file letters", "file letters"),
    ("pool", "gym/pool", "gym"),
]


@each("words, entry, rest", PARTS)
def test_one_of_several_things_is_cut(words: str, entry: str, rest: str) -> None:
    assert cut_part(words, entry) == rest


WHOLE = [
    ("German", "German"),
    ("the van", "drive the van"),
    ("clinic", "take pupils to the clinic and back"),
    ("own", "own tools"),
    ("scans of adults", "perform scans of adults and children"),
]


@each("words, entry", WHOLE)
def test_what_is_no_part_of_its_own_is_not_cut(words: str, entry: str) -> None:
    assert not cut_part(words, entry)
