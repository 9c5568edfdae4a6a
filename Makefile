# One command a line; `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin

help: ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/' | expand -t 12

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check -e .
	@touch $@

.venv/tested: .venv/installed
	$(BIN)/pip install -q --disable-pip-version-check -e '.[test]'
	@touch $@

demo: .venv/installed ## install into .venv and build the sample deck into build/
	@mkdir -p build
	@$(BIN)/quizgen build decks/us-china-talks-2025.txt --level 4 -o build/us-china-talks-2025.apkg

test: .venv/tested ## install what the tests need and run them all
	$(BIN)/python -m pytest

check: .venv/tested ## lint and types
	$(BIN)/ruff check quizgen tests bench
	$(BIN)/mypy

.PHONY: help demo test check
