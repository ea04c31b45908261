"""Request the acts of one turn of a job post, in a form that the server takes."""

from functools import partial
from typing import Any

from interview_cli.coach.base import PostFacts
from interview_cli.coach.llm import failures
from interview_cli.coach.llm.endpoint_session import EndpointSession
from interview_cli.coach.llm.failures import RequestFailed
from interview_cli.coach.llm.post_replies import build_post_schema, parse_turn
from interview_cli.coach.llm.prompt_sender import PromptSender
from interview_cli.coach.llm.prompting import build_post_messages
from interview_cli.coach.llm.replies import UnusableReview
from interview_cli.coach.llm.reply_bounds import bound_post_reply
from interview_cli.coach.llm.review_request import BOUNDED, FORMS, SCHEMA, TEXT
from interview_cli.job_posts.acts import Act


class PostRequest:
    """The requests for one turn, in one session with an endpoint."""

    def __init__(self, facts: PostFacts, session: EndpointSession, sender: PromptSender) -> None:
        self._facts = facts
        self._session = session
        self._sender = sender
        known = session.traits.json_mode
        self._form = known if known in FORMS else BOUNDED

    def fetch(self) -> tuple[tuple[Act, ...], str]:
        """Return the acts that the model read, and its question.

        A reply that cannot be read is asked for once more. Raises RequestFailed.
        """
        places: tuple[str, ...] = ()
        while True:
            try:
                return parse_turn(self._send(places))
            except UnusableReview as unusable:
                if places or not self._session.requests_left:
                    raise failures.explain_unusable(self._session.endpoint, "reply") from None
                places = unusable.places
            except RequestFailed as failure:
                if not (self._session.requests_left and self._give_way(failure)):
                    raise

    def _give_way(self, failure: RequestFailed) -> bool:
        """Choose a simpler form if the server refuses this one. Return whether there is one."""
        if not failure.rejects_format or self._form == TEXT:
            return False
        is_simpler_enough = "bounds" in failure.refuses and self._form == BOUNDED
        self._form = SCHEMA if is_simpler_enough else TEXT
        self._session.suppose(json_mode=self._form)
        return True

    def _send(self, places: tuple[str, ...]) -> str:
        build = partial(build_post_messages, self._facts, places)
        return self._sender.send(build, "job_post", bound_post_reply(), **self._build_demand())

    def _build_demand(self) -> dict[str, Any]:
        if self._form == TEXT:
            return {}
        schema = build_post_schema(is_bounded=self._form == BOUNDED)
        named = {"name": "job_post_turn", "strict": True, "schema": schema}
        return {"response_format": {"type": "json_schema", "json_schema": named}}
