"""Read messages about the conversation or about the post as a whole: yes, undo, "what is missing?".

The rules are in `dialogue.toml`.
"""

from interview_cli.english.rules import RuleFile, load_rules
from interview_cli.job_posts.acts import Act, ActKind, Turn
from interview_cli.job_posts.confirmations import is_confirmation, split_words
from interview_cli.job_posts.corrections import names_wrong_entry
from interview_cli.job_posts.word_lists import load_words

_FILE = "dialogue.toml"
_YES_FILE = "confirmations.toml"
_WHOLE: tuple[ActKind, ...] = ("undo", "restart", "greet", "thank")
"""Acts that are a whole message; the rules of each stand under its name."""
_MAX_REFUSAL_WORDS = 6


def read_dialogue(turn: Turn) -> Act | None:
    """Return the act of a message that is about the conversation only; None if it says more."""
    message = turn.message.strip()
    for kind in _WHOLE:
        if _rules()[kind].pattern.fullmatch(message):
            return Act(kind, words=message)
    if _rules()["show"].pattern.match(message):
        return Act("show", words=message)
    if topic := find_topic(message):
        return Act("ask", value=topic, words=message)
    if is_confirmation(message):
        return Act("confirm", words=message)
    if turn.is_shown and (verdict := _read_verdict(message)):
        return verdict
    words = set(split_words(message.lower()))
    if words and words <= load_words(_YES_FILE, "filler_words"):
        return Act("beside", words=message)
    return None


def find_topic(question: str) -> str:
    """Return what a question about the conversation is about; empty if it is none."""
    opener = _rules()["opener"].pattern.match(question)
    question = question[opener.end() :] if opener else question
    topics = (("missing", "needs"), ("help", "help"))
    return next((topic for topic, group in topics if _rules()[group].pattern.match(question)), "")


def says_nothing(text: str) -> bool:
    """Return whether a text is a courtesy, or says that its writer does not know."""
    rules = _rules()
    return any(rules[group].pattern.fullmatch(text) for group in ("nothing", "greet", "thank"))


def is_remark(text: str) -> bool:
    """Return whether a text is only about the conversation: "it cut off the rest"."""
    return bool(_rules()["remark"].pattern.fullmatch(text.rstrip(" .!")))


def is_to_agent(sentence: str) -> bool:
    """Return whether a sentence is part of a letter to the agent, not of an ad."""
    return says_nothing(sentence) or bool(_rules()["letter"].pattern.match(sentence))


def is_no_idea(text: str) -> bool:
    """Return whether a text says that its writer does not know, or leaves it to the agent."""
    match = _rules()["no_idea"].pattern.match(text)
    return bool(match) and not text[match.end() :].strip(" .,!?") if match else False


def strip_request(message: str) -> str:
    """Return a message without the question around a request: "can you write an ad for …?"."""
    request = _rules()["request"].pattern.match(message)
    return message[request.end() :].rstrip(" ?") if request else message


def _read_verdict(message: str) -> Act | None:
    """Read a doubtful yes or a no to the post that is shown."""
    is_short = len(message.split()) <= _MAX_REFUSAL_WORDS
    if is_short and names_wrong_entry(message):
        return Act("refuse", words=message)
    if _rules()["doubt"].pattern.fullmatch(message):
        return Act("doubt", words=message)
    words = set(split_words(message.lower()))
    plain = (
        load_words(_YES_FILE, "filler_words")
        | load_words(_FILE, "no_words")
        | load_words(_YES_FILE, "yes_words")
    )
    if is_short and words <= plain and words & load_words(_FILE, "no_words"):
        return Act("refuse", words=message)
    return None


def _rules() -> RuleFile:
    return load_rules("interview_cli.job_posts", _FILE)
