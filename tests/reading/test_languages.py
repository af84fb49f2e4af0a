"""Which language a text is in, and when nothing is claimed."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from dateline.reading import language_of

KIT = Path(__file__).parents[3] / "shared" / "eval" / "dev"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The envoy said that talks would go on, and that both sides had agreed to it.", "en"),
        ("THE ENVOY SAID THAT TALKS WOULD GO ON, AND THAT BOTH SIDES HAD AGREED TO IT.", "en"),
        (
            "Der Gesandte sagte am Montag, dass die Gespräche fortgesetzt werden und dass "
            "beide Seiten dem zugestimmt haben, wie aus einer Mitteilung hervorgeht.",
            "de",
        ),
        (
            "L’envoyé a déclaré lundi que les pourparlers allaient se poursuivre et que les deux "
            "parties avaient donné leur accord, selon un communiqué publié dans la soirée.",
            "fr",
        ),
        (
            "El enviado dijo el lunes que las conversaciones van a continuar y que las dos partes "
            "están de acuerdo, según un comunicado publicado por la noche en la capital.",
            "es",
        ),
        (
            "Elçi pazartesi günü yaptığı açıklamada görüşmelerin süreceğini ve iki tarafın da "
            "bunu kabul ettiğini söyledi, gazetecilere konuşan yetkililer de bunu doğruladı.",
            "tr",
        ),
        (
            "Посланник заявил в понедельник, что переговоры будут продолжены и что обе стороны "
            "с этим согласились, говорится в сообщении ведомства.",
            "ru",
        ),
        (
            "قال المبعوث يوم الاثنين إن المحادثات ستستمر "
            "وإن الجانبين وافقا على ذلك في بيان رسمي نشر مساء",
            "ar",
        ),
        (
            "特使在星期一对记者表示，谈判将继续进行，双方已经同意，据发表的声明说。会谈将在首都举行。",
            "zh",
        ),
        (
            "Բանագնացը երկուշաբթի օրը հայտարարեց, որ բանակցությունները կշարունակվեն և որ երկու "
            "կողմերը համաձայնել են դրան, ասվում է հաղորդագրության մեջ։",
            "hy",
        ),
    ],
)
def test_running_text_is_told(text: str, language: str) -> None:
    guess = language_of(text)
    assert guess.language == language
    assert 0 < guess.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12:30 — 45 %",
        "Baku",
        "Russian Deputy Foreign Minister",
        "Yerevan, Baku, Tbilisi, Moscow, Ankara, Tehran, Paris, Geneva, Vienna, Minsk, Sochi",
        "Barcelona 3 Sevilla 1\nValencia 2 Real Sociedad 2\nGetafe 0 Real Betis 1\nEibar 1 Elche 1",
        "Armenia, Azerbaijan trade fire",
    ],
)
def test_names_results_and_headlines_are_no_evidence(text: str) -> None:
    assert language_of(text).language in (None, "en")


def test_english_that_quotes_another_language_is_not_called_that() -> None:
    text = (
        "“Les pourparlers vont se poursuivre et les deux parties sont d’accord là-dessus,” "
        "said the envoy. “On verra bien ce que donnera la suite de la rencontre.”"
    )
    assert language_of(text).language in (None, "en")


def test_a_long_text_costs_no_more() -> None:
    assert language_of("The envoy said that it was over. " * 500_000).language == "en"


@pytest.mark.skipif(not KIT.exists(), reason="the evaluation kit lies beside the checkout only")
def test_no_open_story_is_called_anything_but_english() -> None:
    found: Counter[str | None] = Counter()
    for path in sorted((KIT / "articles").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in islice(rows, 0, None, 4):
                found[language_of(json.loads(row)["text"]).language] += 1
    assert sum(found.values()) > 700
    assert set(found) <= {"en", None}
    assert found[None] < 10
