"""The encoder under ONNX Runtime: one window of words in, arrays out.

One call reads one window, without batch and padding: the int8 kernels take their ranges from all
that is in a call, so only thus is a document's parse the same alone and among others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from dateline.errors import ModelError
from dateline.language.lemmas import Lemmas
from dateline.language.pieces import CLS, SEP, Pieces
from dateline.language.weights import Weights, load

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(slots=True)
class Reading:
    """What the encoder says of one window of `n` words."""

    tags: Ints
    """(n, columns): best label of each word, columns as in `Weights.columns`."""
    start: Floats
    """(n,): above zero where a sentence starts."""
    arcs: Floats
    """(n, n + 1): score of each head for each word; head 0 is the root, head k word k - 1."""
    rel_dep: Floats
    rel_head: Floats


class Encoder:
    """Sessions over one set of weights. Made on first use in a process (see `shared`)."""

    def __init__(self, weights: Weights, threads: int = 1) -> None:
        """Raises ModelError if the weights are no model that ONNX Runtime takes."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.enable_mem_pattern = False  # every window has a shape of its own
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        providers = ["CPUExecutionProvider"]
        try:
            self._encoder = onnxruntime.InferenceSession(weights.encoder, options, providers)
            self._relations = onnxruntime.InferenceSession(weights.relations, options, providers)
            self.pieces = Pieces(weights.tokenizer)
            self.lemmas = Lemmas(weights.lexicon)
        except Exception as error:  # ONNX Runtime and tokenizers raise their own bare exceptions
            raise ModelError(f"language model: cannot be started: {error}") from error
        self.columns = weights.columns
        self.relation_labels = weights.relation_labels

    def read(self, ids: Sequence[int], shapes: Sequence[int], first: Sequence[int]) -> Reading:
        """Run one window: piece ids, shape ids, and the first piece of each word (from 0)."""
        begins = np.array([*first, len(ids)], np.int64)
        feed: dict[str, Any] = {
            "ids": np.array([CLS, *ids, SEP], np.int64),
            "shapes": np.array([0, *shapes, 0], np.int64),
            "first": begins[:-1] + 1,
            "last": begins[1:],
        }
        tags, start, arcs, rel_dep, rel_head = self._encoder.run(
            ["tags", "start", "arcs", "rel_dep", "rel_head"], feed
        )
        return Reading(tags, start, arcs, rel_dep, rel_head)

    def relations(self, reading: Reading, heads: Ints) -> Ints:
        """The relation of each word to its head; `heads` as columns of `Reading.arcs`."""
        feed = {"rel_dep": reading.rel_dep, "rel_head": reading.rel_head, "heads": heads}
        (out,) = self._relations.run(["relations"], feed)
        result: Ints = out
        return result


_made: dict[int, Encoder] = {}
_configured: dict[str, int] = {"threads": 1}


def set_threads(threads: int) -> None:
    """Threads of the runtime within one window, for encoders made from now on. The default, 1,
    suits a pool of processes. Raises ValueError below 1."""
    if threads < 1:
        raise ValueError(f"threads must be at least 1, not {threads}")
    _configured["threads"] = threads
    _made.clear()


def shared(make: Callable[[], Weights] = load) -> Encoder:
    """This process's encoder, made on first use.

    With one thread forked children share it, and its memory, with their parent. With more they
    each make their own, since a session's threads do not survive a fork. Raises ModelError if
    the weights are missing or damaged.
    """
    owner = os.getpid() if _configured["threads"] > 1 else 0
    known = _made.get(owner)
    if known is None:
        _made.clear()
        known = _made[owner] = Encoder(make(), _configured["threads"])
    return known
