"""Find places in small letters that no list has: "the estate is here in salima by the lake".

What stands behind "in" and is no word of any line of work is a name.
"""

from functools import lru_cache

from interview_cli.english.rules import load_rules
from interview_cli.english.words import stem_word, word_list
from interview_cli.job_posts.word_lists import load_words
from interview_cli.trades.index import load_index

_FILE = "places.toml"


def find_strange_place(text: str) -> tuple[int, int] | None:
    """Return where the first unknown name in small letters stands that "in" or "near" places."""
    rules = load_rules("interview_cli.job_posts", _FILE)
    for match in rules["small_place"].pattern.finditer(text):
        words = match["place"].split()
        opens = words[0] in load_words(_FILE, "name_starts")
        named = words[1:] if opens else words
        count = next((n for n, word in enumerate(named) if not is_strange(word)), len(named))
        is_field = rules["field_name"].pattern.search(named[0]) if named else True
        is_learnt = rules["learnt_before"].pattern.search(text[: match.start()])
        if count and not is_field and not is_learnt:
            ends = named[count : count + 1]
            count += bool(ends) and ends[0] in load_words(_FILE, "name_ends")
            name = " ".join(words[: count + opens])
            return match.start("place"), match.start("place") + len(name)
    return None


@lru_cache(maxsize=2_000)
def is_strange(word: str) -> bool:
    """Return whether a word in small letters is used in no line of work, so that it is a name."""
    is_common = word in word_list("stop") or any(
        word in load_words(_FILE, name) for name in ("talk", "never_a_place")
    )
    evidence = load_index()["evidence"]
    return not is_common and word not in evidence and stem_word(word) not in evidence
