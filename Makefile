# Two commands do all the set-up on a fresh machine with Python >= 3.11:
#   make demo    install, read the sample stories, show the brief
#   make test    install, then linters, types, structure and the whole test suite

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint types tests accuracy bench lock clean

demo: $(READY)
	$(BIN)/dateline demo

test: lint types tests

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(READY)
	$(BIN)/mypy

tests: $(READY)
	$(BIN)/pytest -n 2

accuracy: $(READY)
	$(BIN)/python -m bench.accuracy

bench: $(READY)
	$(BIN)/python -m bench.speed

$(READY): pyproject.toml requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

# Locks what development and CI install (needs uv, which is fetched into the environment).
lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --group dev --extra frames --extra parquet pyproject.toml -o requirements-dev.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
