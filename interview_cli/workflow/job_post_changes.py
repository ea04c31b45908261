"""Apply the acts of an employer to a post, as far as the words of the message support them."""

from dataclasses import replace

from interview_cli.job_posts.acts import Act, ActKind
from interview_cli.job_posts.addresses import find_country
from interview_cli.job_posts.advert import describe_pay, find_missing, name_in_json
from interview_cli.job_posts.entries import asks_years
from interview_cli.job_posts.grounding import is_quoted
from interview_cli.job_posts.pay import Pay, resolve_currency
from interview_cli.job_posts.restoring import FieldChange, describe_changes, find_removed
from interview_cli.post_models import JobPost, PostContent
from interview_cli.vocabulary import PostField
from interview_cli.workflow.job_post_fields import apply_change, clear_field, has_value, names_of
from interview_cli.workflow.job_post_outcome import TurnOutcome

_MAX_UNDO = 10
_MAX_UNUSED = 20
_COLLECTED: dict[ActKind, str] = {
    "unreadable": "unreadable",
    "beside": "unused",
    "unclear": "unclear",
}
"""Acts of which only the words are told, with the list of TurnOutcome that keeps them."""
_CONVERSATION = ("help", "meaning", "undo", "restart", "greet")
"""Topics of a message that leaves the question open."""
DECLINABLE: tuple[PostField, ...] = ("experience_level", "skills", "location")
"""The required fields that may be left open. Title and duties may not."""


def apply_acts(
    post: JobPost, acts: tuple[Act, ...], message: str, asked: str | None
) -> TurnOutcome:
    """Make the changes that the message supports, and collect what the employer must be told."""
    before = _copy_content(post)
    outcome = TurnOutcome()
    turn = len(post.employer_messages)
    money = ""
    for act in acts:
        if act.words and not is_quoted(act.words, message):
            continue
        if act.kind in ("set", "add", "replace", "remove", "rank"):
            if isinstance(act.value, Pay):
                money = act.value.money
            apply_change(post, act, message, asked, turn, outcome)
        elif act.kind == "restore":
            if not _restore_removed(post, act, outcome):
                _refuse_restore(post, act, message, turn, outcome)
        else:
            _collect(post, act, outcome)
    _settle_currency(post, money, outcome)
    _settle_skipped(post)
    if outcome.topic not in _CONVERSATION:
        _settle_skills(post, outcome, is_asked=asked == "skills")
    orders = [words for _kind, words in outcome.impossible]
    left_out = [*outcome.unused, *outcome.unreadable, *outcome.unclear, *orders]
    post.unused = list(dict.fromkeys(left_out))[:_MAX_UNUSED]
    _keep_earlier(post, before, outcome)
    return outcome


def _copy_content(post: JobPost) -> PostContent:
    return PostContent.model_validate(
        {name: getattr(post, name) for name in PostContent.model_fields}
    ).model_copy(deep=True)


def _restore(post: JobPost, content: PostContent) -> None:
    for name in PostContent.model_fields:
        setattr(post, name, getattr(content, name))


def _keep_earlier(post: JobPost, before: PostContent, outcome: TurnOutcome) -> None:
    """Keep the content before a change, so that it can be undone."""
    if outcome.topic != "undo" and before != _copy_content(post):
        post.earlier = [*post.earlier, before][-_MAX_UNDO:]


def _collect(post: JobPost, act: Act, outcome: TurnOutcome) -> None:
    """Collect an act that changes no field, or the post as a whole."""
    value = str(act.value)
    if act.kind in _COLLECTED:
        getattr(outcome, _COLLECTED[act.kind]).append(act.words)
    elif act.kind == "cannot":
        outcome.impossible.append((value, act.words))
    elif act.kind == "deny":
        outcome.denied.append(value or act.words)
    elif act.kind == "unlawful":
        if (value, act.words) not in outcome.unlawful:
            outcome.unlawful.append((value, act.words))
    elif act.kind == "decline" and act.field:
        _decline(post, act.field, outcome)
    else:
        outcome.topic = value if act.kind == "ask" else act.kind
        before = _copy_content(post)
        outcome.undone = _change_whole(post, act.kind)
        if act.kind == "undo" and outcome.undone:
            outcome.taken_back = describe_changes(before.job_data, post.job_data)


def _change_whole(post: JobPost, kind: str) -> bool:
    """Undo the last change, or start over. Return whether there was something to change."""
    if kind == "restart":
        had_content = _copy_content(post) != PostContent()
        _restore(post, PostContent())
        return had_content
    if kind == "undo" and post.earlier:
        *earlier, last = post.earlier
        _restore(post, last)
        post.earlier = earlier
        return True
    return False


def _refuse_restore(post: JobPost, act: Act, message: str, turn: int, outcome: TurnOutcome) -> None:
    """Take an order to put back what never stood in the post as an entry of the asked list."""
    if act.field:
        entry = replace(act, kind="add", value=act.words)
        apply_change(post, entry, message, act.field, turn, outcome)
    else:
        outcome.impossible.append(("", act.words))


def _restore_removed(post: JobPost, act: Act, outcome: TurnOutcome) -> bool:
    """Put back what an earlier change removed. Return whether there was such a thing."""
    for earlier in reversed(post.earlier):
        found = find_removed(str(act.value), earlier.job_data, post.job_data)
        for name, entries in found:
            _put_back(post, name, entries, earlier)
            outcome.changed.append(FieldChange(name, ", ".join(entries) or "put back"))
        if found:
            return True
    return False


def _put_back(post: JobPost, name: PostField, entries: list[str], earlier: PostContent) -> None:
    """Copy entries, or without any the value of a field, from the post as it was, with sources."""
    for part in names_of(name):
        known = getattr(post.job_data, part)
        old = getattr(earlier.job_data, part)
        setattr(post.job_data, part, [*known, *entries] if entries else old)
        key = name_in_json(part)
        if key in earlier.words:
            post.words[key] = earlier.words[key]
            post.sources[key] = earlier.sources.get(key, [])
    post.nice_to_have += [entry for entry in entries if entry in earlier.nice_to_have]


def _decline(post: JobPost, declined: PostField, outcome: TurnOutcome) -> None:
    if declined in ("title", "responsibilities"):
        outcome.refused_to_decline.append(declined)
        return
    name = name_in_json(declined) if declined in DECLINABLE else ""
    if name and name not in post.skipped:
        post.skipped = [*post.skipped, name]
    if has_value(post, declined):
        outcome.changed.append(FieldChange(declined, clear_field(post, declined), is_removal=True))
    else:
        outcome.declined.append(declined)


def _settle_skipped(post: JobPost) -> None:
    """Forget that a field was skipped once it has a value."""
    post.skipped = [
        name_in_json(field)
        for field in DECLINABLE
        if name_in_json(field) in post.skipped and not getattr(post.job_data, field)
    ]


def _settle_skills(post: JobPost, outcome: TurnOutcome, *, is_asked: bool) -> None:
    """Take the requirements for an answer to the question for skills, if there are no others.

    Unless the question was asked, nothing else may be missing, and years alone are no answer.
    """
    data, name = post.job_data, name_in_json("skills")
    demands = [entry for entry in data.requirements if entry not in post.nice_to_have]
    is_last = find_missing(data, post.skipped) == ["skills"]
    is_answer = is_asked or (is_last and not all(map(asks_years, demands)))
    if is_answer and demands and not data.skills and name not in post.skipped:
        post.skipped = [*post.skipped, name]
        outcome.settled_skills = demands


def _settle_currency(post: JobPost, money: str, outcome: TurnOutcome) -> None:
    """Take the currency of the place's country where the employer's words leave it open."""
    data = post.job_data
    if not data.has_pay or (data.currency and not money):
        return
    present = Pay(data.salary_min, data.salary_max, data.currency, data.salary_unit, "", money)
    currency = resolve_currency(present, find_country(data.location)).currency
    if currency != data.currency:
        data.currency = currency
        outcome.changed = [change for change in outcome.changed if change.field != "salary"]
        text = f"{describe_pay(data)} (the currency of the place)"
        outcome.changed.append(FieldChange("salary", text))
