"""Choose questions on the work itself from the trade."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.claim_estimates import find_claimed_posts
from interview_cli.coach.offline.cv_questions import write_out_role
from interview_cli.coach.offline.leadership import settle_level, steps_up
from interview_cli.coach.offline.newcomers import (
    has_other_work,
    has_teaching_title,
    is_new_to_it,
    is_to_be_taught,
    suppose,
)
from interview_cli.coach.offline.presupposed import (
    find_assuming,
    find_assuming_much,
    find_presuming,
    find_with_team,
)
from interview_cli.coach.offline.trade_estimates import Job, estimate_texts, load_bound
from interview_cli.coach.offline.words_of_ad import say_as_in_ad
from interview_cli.english.words import content_stems, find_title_head, stem_word, tokenize
from interview_cli.requirements.asked_stems import find_asked_stems
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.cv_titles import find_kind_stems
from interview_cli.text import begin_with_capital
from interview_cli.trades.topics import TradePart
from interview_cli.trades.trades import STAGES, Trade, TradeText, load_daily_work, load_trade

_FEWEST_LIKELY, _FEWEST_FAIR, _KEPT = 6, 3, 8
"""One is chosen from at least so many questions or situations that are likely to be good, or fairly
likely, and at most so many, if there are enough: two interviews are to share few."""
_FAIR, _FAIR_GENERAL = 0.8, 0.6
"""What is fairly likely to be good: readers called 0.86 of what was written for the post good from
the first estimate on, and where the post is not known 0.8 of what fits the whole trade from the
second one on. Questions that fit any job are no better (0.8), and say nothing of the work."""
_FAIR_COUNTED: dict[TradePart, int] = {"methods": 4, "situations": 2}
_FEWEST_FIRST = 4
"""So many texts for beginners or trainees are enough for an interview."""
_JOBS_KEPT = 8
_STEMMED_KEPT = 2_000
_TAUGHT = ("apprentice", "trainee")
"""Titles of the groups of posts for people of a trade who are taught it."""


def find_trade_questions(facts: Facts, trade: Trade, part: TradePart) -> list[str]:
    """Return questions on the work for the level of the interview, the best by the estimate.

    Those for trainees or beginners come first if there are enough, then what else is likely to be
    good here, then the rest. What was asked is left out while there is something else;
    if all of the part was asked, the other part of the trade serves.
    """
    asked = {exchange.question.content for exchange in facts.exchanges}
    before = facts.asked_before
    texts = (trade.situations, trade.questions)
    first, second = texts if part == "situations" else reversed(texts)
    layers = _rank_fitting(facts, trade, first)
    return (
        _take_unasked(layers, asked, before)
        or _take_unasked(_rank_fitting(facts, trade, second), asked, before)
        or _take_unasked(layers, set(), before)
    )


def count_likely(facts: Facts, trade: Trade, part: TradePart) -> int:
    """Return how many questions on a part of the work are likely to be good for a job.

    Of those that are fairly likely a few count if there is nothing better.
    """
    texts = trade.situations if part == "situations" else trade.questions
    *likely, fair, _ = _rank_fitting(settle_level(facts), trade, texts)
    count = sum(map(len, likely))
    return max(count, min(count + len(fair), _FAIR_COUNTED[part]))


def _take_unasked(
    layers: Iterable[list[str]], asked: Collection[str], before: Collection[str]
) -> list[str]:
    """Return the likely questions that are new, else fair ones that are, else likely ones that an
    earlier interview asked; what is left only if there are no others."""
    *likely, fair, rest = ([text for text in layer if text not in asked] for layer in layers)
    fresh = [[text for text in layer if text not in before] for layer in (*likely, fair)]
    new_fair = fresh.pop()[:_FEWEST_FAIR]
    return (_fill(fresh) or new_fair or _fill(likely) or (fair or rest)[:_FEWEST_FAIR])[:_KEPT]


def _fill(layers: Iterable[list[str]]) -> list[str]:
    """Return the texts of as many layers as it takes to choose from enough."""
    taken: list[str] = []
    for layer in layers:
        if len(taken) < _FEWEST_LIKELY:
            taken += layer
    return taken


def _rank_fitting(facts: Facts, trade: Trade, texts: Sequence[TradeText]) -> tuple[list[str], ...]:
    """Return the texts that fit the job as they are asked, the likely best first.

    These are what was written for the post and is likely to be good, or fairly likely, then what
    else is likely: of each what is to be asked first, and what has a word of the ad, before the
    others. What is fairly likely and the rest follow. Of what was written for the post and is only
    fairly likely readers called 0.93 good, of what is likely and fits many posts 0.93 as well; but
    the former is about the work itself. Somebody who comes from other work is asked what beginners
    are asked, and who is to be taught the work what trainees are asked.
    """
    if load_trade(trade.name) is trade:
        return _rank_once(facts.of_job, trade.name, texts is trade.questions)
    return _rank(facts, trade, texts)


# A plan and each of its questions on the work rank the same texts.
@lru_cache(maxsize=_JOBS_KEPT)
def _rank_once(facts: Facts, name: str, is_on_methods: bool) -> tuple[list[str], ...]:
    trade = load_trade(name)
    if trade is None:
        return ()
    return _rank(facts, trade, trade.questions if is_on_methods else trade.situations)


def _rank(facts: Facts, trade: Trade, texts: Sequence[TradeText]) -> tuple[list[str], ...]:
    stems = find_asked_stems(facts.full_title, facts.job_text)
    posts = find_claimed_posts(trade, facts.full_title, facts.job_text)
    is_taught = is_to_be_taught(facts)
    taught_posts = posts.union(*map(trade.find_posts, _TAUGHT)) if is_taught else posts
    is_new = is_new_to_it(facts)
    is_beginner = is_new and has_other_work(facts)
    level = "junior" if is_beginner else facts.level
    ad = f"{facts.full_title}\n{facts.job_text}"
    fitting = [
        text
        for text in texts
        if (
            is_taught and _fits(text, stems, taught_posts)
            if text.stages == ("trainee",)
            else text.is_for(level) and _fits(text, stems, posts)
        )
        and _is_said(text.needs, ad)
    ]
    if is_taught and has_teaching_title(facts) and texts is trade.questions:
        fitting += _find_more_for_trainees(fitting)
    fitting = _leave_out_foreign(fitting, posts, ad, facts.cv_text)
    job = Job(facts.full_title, facts.job_text, facts.cv_text, is_taught)
    estimates = estimate_texts(fitting, trade, posts, job)
    first = _choose_first(fitting, is_beginner=is_beginner)
    ad_stems = content_stems(ad)
    likely = [text for text in fitting if estimates[text] >= load_bound()]
    others = [text for text in fitting if text not in likely]
    # Of 100 that are likely by the fit, readers call 84 good without a word of the ad, and 93 with.
    named = {text for text in likely if content_stems(text.text) & ad_stems}
    is_supposed = is_new or steps_up(facts) or _is_new_to_post(facts, trade, posts)

    def is_own(text: TradeText) -> bool:
        return text.is_for_few_posts and not posts.isdisjoint(text.posts)

    def is_fair(text: TradeText) -> bool:
        is_general = not (posts or text.posts)
        return estimates[text] >= (_FAIR_GENERAL if is_general else _FAIR)

    def word(part: Collection[TradeText]) -> list[str]:
        ordered = sorted(part, key=lambda text: -estimates[text])
        questions = [suppose(text.text) if is_supposed else text.text for text in ordered]
        return [begin_with_capital(say_as_in_ad(text, facts)) for text in questions]

    own = [text for text in likely if is_own(text)]
    layers = (
        [text for text in own if text in named and text in first],
        [text for text in own if text in first],
        own,
        [text for text in others if text in first and is_own(text) and is_fair(text)],
        [text for text in likely if text in named and text in first],
        [text for text in likely if text in named],
        likely,
        [text for text in others if is_fair(text)],
        others,
    )
    return tuple(map(word, _leave_out_earlier(layers)))


def _leave_out_earlier(layers: Iterable[list[TradeText]]) -> Iterator[list[TradeText]]:
    """Yield each layer without the texts of those before it."""
    seen: set[TradeText] = set()
    for layer in layers:
        yield [text for text in layer if text not in seen]
        seen.update(layer)


def _is_new_to_post(facts: Facts, trade: Trade, posts: frozenset[str]) -> bool:
    """Return whether none of the jobs in a CV is of the post: a kitchen seller has sold no cars.

    Who leads others is asked how they do it, whatever their post was.
    """
    roles = find_roles(facts.cv_text)
    if STAGES[facts.level] == "leading" or not posts or not facts.cv_text:
        return False
    if not roles:  # a CV in sentences, say: its jobs may not have been understood
        return not _names_kind_of_work(facts)
    titles = (write_out_role(role.title, facts) for role in roles)
    return not any(_is_of_post(title, facts, trade, posts) for title in titles)


def _names_kind_of_work(facts: Facts) -> bool:
    """Return whether a CV has most words of the job's title, or its initials."""
    head = find_title_head(facts.full_title)
    kind, initials = find_kind_stems(head), "".join(word[0] for word in head.split())
    is_named = len(kind & content_stems(facts.cv_text)) * 2 > len(kind)
    return is_named or initials.upper() in tokenize(facts.cv_text)


def _is_of_post(title: str, facts: Facts, trade: Trade, posts: frozenset[str]) -> bool:
    """Return whether a job in a CV is of the post; a bare "receptionist" may be of another.

    It is not if the CV has no word of what the title applied for adds ("veterinary receptionist").
    """
    kind = find_kind_stems(find_title_head(facts.full_title))
    added = kind - find_kind_stems(title)
    is_named = not added or not added.isdisjoint(content_stems(facts.cv_text))
    return is_named and not posts.isdisjoint(trade.find_posts(title))


def _leave_out_foreign(
    texts: Sequence[TradeText], posts: frozenset[str], job: str, cv: str
) -> list[TradeText]:
    """Return texts without those that were not written for the post and assume what it has not,
    and without those about a team, a trainee or bookings, say, if there are none.

    All are returned if nothing else is left.
    """
    wordings = [text.text for text in texts]
    broad = [text.text for text in texts if not (text.is_for_few_posts and posts & set(text.posts))]
    foreign = find_presuming(wordings, job) | find_assuming(broad, job)
    left_out = find_with_team(wordings, job) | find_assuming_much(wordings, job, cv)
    left_out |= foreign & set(broad)
    return [text for text in texts if text.text not in left_out] or list(texts)


def _find_more_for_trainees(fitting: Sequence[TradeText]) -> list[TradeText]:
    """Return what trainees of any trade can be asked, if the trade has too little for this post."""
    if sum(text.stages == ("trainee",) for text in fitting) >= _FEWEST_FIRST:
        return []
    general = load_daily_work().questions
    return [text for text in general if text.stages == ("trainee",) and text not in fitting]


def _choose_first(texts: Sequence[TradeText], *, is_beginner: bool) -> list[TradeText]:
    """Return the texts to be asked first: those for trainees or beginners if they are enough."""
    choices = [[text for text in texts if text.stages == ("trainee",)]]
    if is_beginner:
        own = (text for text in texts if text.is_for_few_posts)
        choices.append([text for text in own if text.stages == ("entry",)])
    return next((choice for choice in choices if len(choice) >= _FEWEST_FIRST), list(texts))


def _fits(text: TradeText, stems: frozenset[str], posts: frozenset[str]) -> bool:
    """Return whether a text fits the posts, and the title or the ad holds what it needs."""
    is_met = not text.needs or any(content_stems(need) <= stems for need in text.needs)
    return is_met and (not text.posts or not posts.isdisjoint(text.posts))


def _is_said(needs: Sequence[str], job: str) -> bool:
    """Return whether a job says one of the needed phrases; all if there are none.

    "Site management" and "incident investigation" are no "site investigation".
    """
    said = _stem_in_order(job)
    return not needs or any(_stem_in_order(need) in said for need in needs)


@lru_cache(maxsize=_STEMMED_KEPT)
def _stem_in_order(text: str) -> str:
    return f" {' '.join(map(stem_word, tokenize(text)))} "
