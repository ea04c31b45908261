"""Prompts fit into the context of a model; what a server dropped is noticed."""

import pytest

from interview_cli.coach.llm.context_size import (
    ContextTooSmall,
    Messages,
    PromptSize,
    Reserve,
    fit_prompt,
    is_truncated,
    learn_context,
)
from interview_cli.coach.llm.failures import Endpoint, RequestFailed
from interview_cli.coach.llm.server_errors import explain_status
from interview_cli.store.endpoint_cache import EndpointTraits
from tests.cases import each

NOTHING = EndpointTraits()
WORDINGS = {
    "llama.cpp": "request (5231 tokens) exceeds the available context size (4096 tokens)",
    "llama.cpp's fields": '{"type": "exceed_context_size", "n_prompt_tokens": 5231, "n_ctx": 4096}',
    "llama-cpp-python": "Requested tokens (5231) exceed context window of 4096",
    "vLLM": "maximum context length is 4096 tokens. However, your request has 5231 input tokens.",
    "vLLM, V0": "decoder prompt (length 5231) is longer than the maximum model length of 4096.",
    "vLLM, legacy": "The prompt (total length 5231) is too long to fit (context length 4096).",
    "LM Studio": "Trying to keep the first 5231 tokens when context the overflows. However, the "
    "model is loaded with context length of only 4096 tokens, which is not enough.",
    "LM Studio's engine": "Cannot truncate prompt with n_keep (5231) >= n_ctx (4096)",
    "OpenAI": "Input tokens exceed the configured limit of 4096 tokens. Your messages resulted in "
    "5231 tokens.",
    "Anthropic": "prompt is too long: 5231 tokens > 4096 maximum",
    "Anthropic, with a reply": "`max_tokens` exceed context limit: 5231 + 200 > 4096",
    "LiteLLM": "ContextWindowExceededError: OpenAIException - maximum context length is "
    "4096 tokens. However, your messages resulted in 5231 tokens.",
    "TGI": "`inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5231 `inputs` tokens",
    "TGI, without a reply": "`inputs` must have less than 4096 tokens. Given: 5231",
    "Mistral": "Prompt contains 5231 tokens, too large for model with 4096 maximum context length",
    "SGLang": "The input (5231 tokens) is longer than the model's context length (4096 tokens).",
    "TabbyAPI": "Prompt length 5231 is greater than max_seq_len 4096",
    "Cohere": "too many tokens: number of tokens in the prompt cannot exceed 4096 - received 5231.",
    "Fireworks": "The prompt is too long: 5231, model maximum context length: 4096",
    "Cerebras": "Please reduce the length of the input. Current length is 5231 while limit is 4096",
    "xAI": "This model's maximum prompt length is 4096 but the request contains 5231 tokens.",
    "DeepInfra": "Requested input length 5231 exceeds maximum input length 4096",
    "watsonx": "the number of input tokens 5231 cannot exceed the total tokens limit 4096 for x",
    "Gemini": "input token count (5231) exceeds the maximum number of tokens allowed (4096).",
}
REPLY = Reserve(reply=300, conversation=0)


def build(size: PromptSize) -> Messages:
    """A prompt of documents of 20,000 characters and a text of the system of 6,000 or 2,000."""
    system = "s" * (2_000 if size.is_short else 6_000)
    return [{"content": system}, {"content": "d" * min(20_000, size.document_chars)}]


def fit(context_tokens: int | None, reserve: Reserve = REPLY, scale: float = 4) -> PromptSize:
    traits = EndpointTraits(context_tokens=context_tokens, chars_per_token=scale)
    return fit_prompt(build, 120_000, reserve, traits)


@pytest.mark.parametrize("context_tokens", [None, 8_000, 128_000])
def test_what_fits_is_sent_in_full(context_tokens: int | None) -> None:
    assert fit(context_tokens) == PromptSize(120_000)


def test_the_text_of_the_system_is_the_first_to_be_shortened() -> None:
    size = fit(6_500)
    assert size.is_short
    assert size.document_chars >= 20_000


@pytest.mark.parametrize(
    ("context_tokens", "scale"),
    [(1_200, 4.0), (2_048, 2.5), (4_096, 1.0), (4_096, 2.5), (8_000, 2.5)],
)
def test_documents_are_shortened_until_the_prompt_fits(context_tokens: int, scale: float) -> None:
    size = fit(context_tokens, scale=scale)
    assert size.document_chars >= 1_000
    tokens = sum(len(message["content"]) for message in build(size)) / scale
    assert tokens + REPLY.reply <= context_tokens


@pytest.mark.parametrize(("context_tokens", "scale"), [(700, 4.0), (1_024, 2.5), (2_048, 1.0)])
def test_a_context_that_would_do_is_named(context_tokens: int, scale: float) -> None:
    with pytest.raises(ContextTooSmall) as raised:
        fit(context_tokens, scale=scale)
    assert fit(raised.value.needed_tokens, scale=scale).document_chars >= 1_000


def test_the_rest_of_the_interview_keeps_its_room() -> None:
    now, later = fit(4_096, Reserve(300, 1_000)), fit(4_096, Reserve(300, 0))
    assert now.document_chars + 3_500 <= later.document_chars <= now.document_chars + 4_500


def test_answers_are_shortened_after_the_documents() -> None:
    def build_with_answers(size: PromptSize) -> Messages:
        return [*build(size), {"content": "a" * min(8_000, size.answer_chars or 8_000)}]

    traits = EndpointTraits(context_tokens=2_048, chars_per_token=4)
    size = fit_prompt(build_with_answers, 120_000, REPLY, traits)
    assert size.answer_chars == 2_000
    assert 1_000 <= size.document_chars < 3_000


def refuse(context_tokens: int | None, request_tokens: int | None = None) -> RequestFailed:
    return RequestFailed(
        "too long", None, context_tokens=context_tokens, request_tokens=request_tokens
    )


@each("server_text", list(WORDINGS.values()), ids=WORDINGS)
def test_the_sizes_that_a_server_names_are_read(server_text: str) -> None:
    failure = explain_status(400, server_text, None, None, Endpoint("host", "x", True, ()))
    assert (failure.context_tokens, failure.request_tokens) == (4_096, 5_231)


def test_what_a_request_exceeds_the_context_by_is_no_size() -> None:
    server_text = "prompt too long; it exceeds the context length by 1135 tokens"
    failure = explain_status(400, server_text, None, None, Endpoint("host", "x", True, ()))
    assert "too long" in failure.message
    assert failure.context_tokens is None


def test_nothing_is_learnt_where_no_size_is_named() -> None:
    assert learn_context(NOTHING, refuse(None), build(PromptSize(9))) is NOTHING


def test_the_tokens_that_the_server_counted_set_the_scale() -> None:
    learnt = learn_context(NOTHING, refuse(4_096, 13_000), build(PromptSize(120_000)))
    assert (learnt.context_tokens, learnt.chars_per_token) == (4_096, 2.0)


def test_what_seemed_to_fit_but_did_not_sets_it_too() -> None:
    traits = EndpointTraits(context_tokens=8_000, chars_per_token=4)
    messages = build(PromptSize(120_000))
    learnt = learn_context(traits, refuse(8_000), messages)
    assert fit_prompt(build, 120_000, REPLY, traits) == PromptSize(120_000)
    assert fit_prompt(build, 120_000, REPLY, learnt).is_short


@pytest.mark.parametrize(
    ("text", "prompt_tokens", "is_cut"),
    [
        ("word " * 5_000, 0, False),
        ("word " * 5_000, 5_000, False),
        ("word " * 5_000, 2_048, True),
        ("Verantwortung " * 2_000, 8_000, False),
        (" \n" * 20_000 + "word " * 5_000, 5_000, False),
        ("責任" * 3_000, 6_000, False),
    ],
)
def test_a_request_of_which_a_part_was_dropped(text: str, prompt_tokens: int, is_cut: bool) -> None:
    assert is_truncated([{"content": text}], prompt_tokens) == is_cut
