"""Read job ads in note form, without headings and without "you": "Pot wash, floors, bins".

What the notes list are tasks, and a note may name a paper to hold or the tools of the job. An ad
that tells its tasks in another way is left as it is.
"""

from collections.abc import Iterator, Sequence

from interview_cli.english.headings import find_ad_part
from interview_cli.english.rules import Rules, load_rules, load_toml
from interview_cli.english.verbs import load_noun_verbs
from interview_cli.english.words import split_sentences, tokenize
from interview_cli.requirements.ad_lines import AdLine
from interview_cli.requirements.ad_sentences import requirements_in
from interview_cli.requirements.ad_tables import is_row
from interview_cli.requirements.cv_titles import load_role_words
from interview_cli.requirements.verb_forms import find_form
from interview_cli.requirements.work_verbs import parse_work_verb

_PACKAGE = "interview_cli.requirements"
_RULES = Rules(_PACKAGE, "ad_notes.toml")
_MAX_WORDS = 120
"""A longer ad tells its tasks in sentences, or as entries of a list."""
_MIN_LISTED = 2
_MIN_THINGS = 3
"""So many things, or words that may be verbs or nouns, show that a list is one of tasks."""
_MIN_ORDER_WORDS = 2
_MAX_TASK_WORDS = 10
_MAX_THING_WORDS = 6
_MAX_PAPER_WORDS = 8
_TITLE_WORDS = 3


def read_notes(lines: Sequence[AdLine]) -> list[AdLine]:
    """Return the lines of an ad, with its notes as entries if nothing else in it tells a task."""
    notes = [line for line in lines if _may_be_notes(line)]
    count = sum(len(tokenize(line.text)) for line in lines)
    if count > _MAX_WORDS or not notes or any(map(_tells_tasks, lines)):
        return list(lines)
    orders = [order for line in notes for order in _find_orders(line.text)]
    gives_orders = len(orders) >= _MIN_THINGS
    return [
        part
        for line in lines
        for part in (_read_line(line, gives_orders=gives_orders) if line in notes else [line])
    ]


def _find_orders(text: str) -> Iterator[str]:
    """Yield what may begin with a verb and is not said to the reader."""
    for sentence in split_sentences(text):
        parts = (part for item in _split(sentence) for part in item.split(" and "))
        yield from (part for part in parts if _may_begin_with_verb(part) and not _is_no_task(part))


def _may_be_notes(line: AdLine) -> bool:
    return line.part == "unknown" and not (line.is_entry or line.is_labelled or is_row(line.text))


def _tells_tasks(line: AdLine) -> bool:
    lead = load_rules(_PACKAGE, "topics.toml")["duty_lead"].pattern
    is_told = any(lead.match(sentence.replace("’", "'")) for sentence in split_sentences(line.text))
    return (line.part == "duties" and line.is_entry) or is_told


def _read_line(line: AdLine, *, gives_orders: bool) -> Iterator[AdLine]:
    """Yield the notes in a line as entries, and the rest of it as it is."""
    rest: list[str] = []
    found: list[AdLine] = []
    for sentence in split_sentences(line.text):
        if _asks(sentence):
            rest.append(sentence)
        elif names := _list_tools(sentence) or _name_paper(sentence):
            found += [AdLine(name, "wanted", is_entry=True) for name in names]
        elif tasks := _list_tasks(sentence, gives_orders=gives_orders):
            found += [AdLine(task, "duties", is_entry=True) for task in tasks]
        else:
            rest.append(sentence)
    if rest:
        yield line._replace(text=" ".join(rest))
    yield from found


def _asks(sentence: str) -> bool:
    """Return whether a sentence asks for something; an order does so only in sure words."""
    return any(requirements_in(sentence, "strong" if _is_order(sentence) else "prose"))


def _is_order(sentence: str) -> bool:
    is_sure = any(map(_begins_with_verb, _find_orders(sentence)))
    return is_sure and _may_begin_with_verb(sentence)


def _list_tasks(sentence: str, *, gives_orders: bool) -> list[str]:
    """Return the tasks that a sentence lists; nothing if it is of another kind.

    `gives_orders`: the ad has several notes that may begin with a verb.
    """
    title, _, listed = sentence.partition(": ")
    if listed and _is_title(title):
        sentence = listed
    is_sentence = ": " in sentence or _is_found("sentence", sentence)
    if is_sentence or _is_found("no_list", sentence) or _is_found("pay_or_contact", sentence):
        return []
    items = _split(sentence)
    tasks = [item for item in items if not _is_no_task(item)]
    begun = [item for item in tasks if _may_begin_with_verb(item)]
    orders = list(_find_orders(sentence))
    is_sure = gives_orders or any(map(_begins_with_verb, orders))
    is_gerund = bool(items) and find_form(items[0].split()[0]) == "gerund"
    is_order = (gives_orders or is_gerund) and len(sentence.split()) >= _MIN_ORDER_WORDS
    is_list = max(len(items), len(orders)) >= _MIN_LISTED or is_order
    has_verbs = is_sure and is_list and len(begun) * 2 >= len(items) > 0
    is_short = all(len(tokenize(task)) <= _MAX_TASK_WORDS for task in tasks)
    return tasks if is_short and (has_verbs or _are_things(items, tasks)) else []


def _are_things(items: Sequence[str], tasks: Sequence[str]) -> bool:
    """Return whether the items of a list are things to see to: "Pot wash, floors, bins"."""
    is_named = any(item[:1].isupper() and not item[1:2].isupper() for item in items[1:])
    are_short = all(len(tokenize(item)) <= _MAX_THING_WORDS for item in items[:-1])
    count = len([part for item in items for part in item.split(" and ")])
    is_whole = len(items) == len(tasks) > 1 and count >= _MIN_THINGS
    return is_whole and are_short and not is_named and any(map(_may_be_work, items))


def _may_be_work(item: str) -> bool:
    return _may_begin_with_verb(item) or item.lower().endswith(("s", "ing"))


def _split(sentence: str) -> list[str]:
    items = (
        item.strip(" .!;") for item in _RULES.pattern("between_items").split(sentence.strip(" .!"))
    )
    return [item for item in items if item]


def _is_no_task(item: str) -> bool:
    """Return whether an item of a list is an offer, a place, a trait or about applying."""
    if _may_begin_with_verb(item):
        return _is_found("to_reader", item)
    trait = load_rules(_PACKAGE, "topics.toml")["trait"].pattern
    is_offer = find_ad_part(item) == "offer" or _is_found("offer", item)
    return is_offer or trait.match(item) is not None or _is_found("to_reader", item)


def _may_begin_with_verb(item: str) -> bool:
    """Return whether an item begins with a verb, or with a noun that is spelled like one."""
    words = item.split()
    is_title = any(word.lower() in load_role_words() for word in words[:_TITLE_WORDS])
    return bool(words) and not is_title and find_form(words[0]) in ("plain", "gerund")


def _begins_with_verb(item: str) -> bool:
    first, *rest = item.split()
    nouns = load_toml(_PACKAGE, "duties.toml")["words"]["also_nouns"].split()
    is_noun = first.lower() in load_noun_verbs() or first.lower() in nouns
    return (
        find_form(first) == "gerund" or not is_noun or parse_work_verb(first, rest) is not None
    ) and _may_begin_with_verb(item)


def _list_tools(sentence: str) -> list[str]:
    """Return what a title before a colon works with: "Data engineer: Python, dbt, Git"."""
    title, colon, listed = sentence.partition(": ")
    items = _split(listed)
    names = sum(item[:1].isupper() for item in items)
    is_list = len(items) >= _MIN_THINGS and names * 2 > len(items)
    return items if colon and is_list and _is_title(title) else []


def _is_title(text: str) -> bool:
    return bool(text.split()) and text.split()[-1].lower() in load_role_words()


def _name_paper(sentence: str) -> list[str]:
    """Return the paper that a note without a list is about, as the only name."""
    paper = load_rules(_PACKAGE, "topics.toml")["paper"].pattern
    is_short = len(sentence.split()) <= _MAX_PAPER_WORDS
    is_title = any(word.lower() in load_role_words() for word in tokenize(sentence))
    is_list = len(_split(sentence)) > 1
    is_told = _is_found("sentence", sentence) or _is_found("pay_or_contact", sentence)
    is_told = is_told or _is_order(sentence)
    is_note = is_short and not (is_title or is_list or is_told)
    return [sentence.strip(" .")] if is_note and paper.search(sentence) else []


def _is_found(rule_group: str, text: str) -> bool:
    return _RULES.is_found(rule_group, text.replace("’", "'"))
