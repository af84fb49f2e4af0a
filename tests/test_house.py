"""The house rules: lazy imports, documented names, no doors that open the wrong way."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import dateline

ROOT = Path(__file__).parents[1]


def loaded_by(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_import_is_light() -> None:
    heavy = {"onnxruntime", "numpy", "pydantic", "trafilatura", "yaml", "rich", "typer", "lxml"}
    assert not loaded_by("import dateline") & heavy


def test_the_command_line_starts_without_the_model() -> None:
    heavy = {"onnxruntime", "numpy", "trafilatura", "lxml"}
    assert not loaded_by("import dateline.cli.app") & heavy


def test_every_public_name_is_there_and_documented() -> None:
    page = (ROOT / "docs" / "python.md").read_text()
    for name in dateline.__all__:
        assert getattr(dateline, name) is not None
        assert f"`dateline.{name}" in page, name


def test_unknown_names_are_an_attribute_error() -> None:
    assert not hasattr(dateline, "reed")


def test_the_reference_pages_are_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "docs.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_error_tree_is_drawn_as_it_is() -> None:
    from dateline import errors

    drawn = re.findall(r"(\w+Error)\b", errors.__doc__ or "")
    defined = [n for n in vars(errors) if n.endswith("Error")]
    assert sorted(drawn) == sorted(defined)


def test_readme_commands_exist() -> None:
    readme = (ROOT / "README.md").read_text()
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.M)
    for target in re.findall(r"^make (\w+)", readme, re.M):
        assert target in targets
    assert "make demo" in readme
    assert "make test" in readme
