# `make` alone lists what there is. Needs python3 (3.11 to 3.13) with venv, git and make; no root.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check
EVALS := articles words names readings recognizers segmentation drcd

help: ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/' | expand -t 10

.venv/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if (3, 11) <= v[:2] < (3, 14) else "quizgen needs Python 3.11 to 3.13, and $(PYTHON) is %d.%d. Try: make demo PYTHON=python3.13" % v[:2])'
	@echo "Installing into .venv, which takes a minute once …"
	@$(PYTHON) -m venv .venv
	@$(PIP) -e .
	@touch $@

.venv/tested: .venv/installed
	@echo "Installing what the tests need …"
	@$(PIP) -e '.[test]'
	@touch $@

demo: .venv/installed ## install into .venv and build a sample deck into build/
	@mkdir -p build
	@$(BIN)/quizgen build decks/us-china-talks-2025.txt --level 4 -o build/us-china-talks-2025.apkg
	@echo "Your own article: $(BIN)/quizgen build article.txt --level 4    (source $(BIN)/activate makes it: quizgen)"

test: .venv/tested ## install what the tests need and run them all
	@$(BIN)/python -m pytest

check: .venv/tested ## lint and types
	@$(BIN)/ruff check quizgen tests bench
	@$(BIN)/mypy

eval: .venv/tested ## measure facts, names, readings and words against marked texts
	@for name in $(EVALS); do echo "== $$name"; $(BIN)/python -m tests.eval.$$name || exit 1; done
	@echo "== articles held out"; $(BIN)/python -m tests.eval.articles --held

bench: .venv/tested ## time a cold build against the bare libraries, the start, and the quiz's first question
	@$(BIN)/python bench/speed.py
	@$(BIN)/python bench/quiz.py

golden: .venv/tested ## build tests/golden/*.yaml anew: read the difference before you commit it
	@$(BIN)/python -m tests.test_golden

decks: .venv/installed ## build the decks of decks/*.yaml into build/
	@mkdir -p build
	@for deck in decks/*.yaml; do $(BIN)/quizgen build $$deck -o build/$$(basename $$deck .yaml).apkg || exit 1; done

.PHONY: help demo test check eval bench golden decks
