"""A teacher reads what the learner reads, and the learner believes it."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="training's own requirements are not installed")

from training.imitation import CHOSEN, MASK, beliefs, hide  # noqa: E402
from training.model import Model  # noqa: E402
from training.wide import OFFSET, Wide, buckets  # noqa: E402

SHAPE = {"width": 24, "heads": 2, "inner": 32, "layers": 2, "positions": 40, "vocabulary": 30522}
CONFIG = {
    "train": {"dropout": 0.0},
    "heads": {
        "cue": {"kind": "tags", "column": "cue", "weight": 1.0},
        "tree": {"kind": "tree", "arc": 8, "relation": 4, "weight": 1.0},
    },
}
LABELS = {"cue": ["O", "B", "I"], "rel": ["root", "obj"]}


def model(kind: str) -> Model:
    torch.manual_seed(1)
    more = {"kind": kind, "merge": 1, "vocabulary": SHAPE["vocabulary"] + 5 * (kind == "mpnet")}
    return Model(CONFIG | {"encoder": SHAPE | more}, LABELS).eval()


def batch(padding: int = 0) -> dict[str, torch.Tensor]:
    ids = torch.tensor([[101, 2000, 3000, 4000, 102] + [0] * padding])
    return {
        "ids": ids,
        "shapes": torch.zeros_like(ids),
        "mask": ids > 0,
        "first": torch.tensor([[1, 2]]),
        "last": torch.tensor([[1, 3]]),
        "sentence": torch.tensor([[0, 0]]),
    }


def test_pieces_have_the_numbers_of_mpnet() -> None:
    numbers = model("mpnet").encoder.numbers
    assert [int(numbers[i]) for i in (101, 0, 102, MASK)] == [0, 1, 2, 30526]
    assert int(numbers[2000]) == 2000 + OFFSET


def test_ways_are_told_apart_by_direction_and_more_coarsely_far_off() -> None:
    ways = buckets(300)
    assert int(ways[5, 5]) == 0
    assert int(ways[5, 4]) != int(ways[4, 5])
    assert int(ways[100, 98]) != int(ways[100, 97])
    assert int(ways[299, 1]) == int(ways[299, 2])


def test_what_stands_behind_a_row_changes_nothing_in_it() -> None:
    teacher = model("mpnet")
    with torch.no_grad():
        alone, padded = (teacher.vectors(batch(n))[0] for n in (0, 7))
    assert isinstance(teacher.encoder, Wide)
    assert torch.allclose(alone, padded, atol=1e-5)


def test_a_learner_that_believes_its_teachers_has_less_to_learn() -> None:
    teacher, learner = model("mpnet"), model("bert")
    read = batch()
    believed = beliefs([teacher], read)
    assert read[CHOSEN].shape == (1, 2)
    losses = learner.loss(read, believed)
    assert set(losses) == {"as cue", "as tree"}  # the batch has no labels
    own = learner.loss(read, beliefs([learner], read))
    assert all(own[name] < losses[name] for name in losses)


def test_a_head_may_believe_one_teacher_more_than_another() -> None:
    first, second = teachers = [model("mpnet"), model("bert")]
    told = beliefs(teachers, batch(), {"all": [1.0, 0.0], "cue": [1.0, 3.0]})
    one, other = beliefs([first], batch()), beliefs([second], batch())
    assert torch.allclose(told["tree"][0], one["tree"][0])
    assert torch.allclose(told["cue"][0], 0.25 * one["cue"][0] + 0.75 * other["cue"][0])


def test_only_text_is_hidden() -> None:
    hidden = hide(batch(2), 1.0)["ids"].tolist()
    assert hidden == [[101, MASK, MASK, MASK, 102, 0, 0]]
