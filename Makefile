# Newcomers need two commands, make demo and make test; both work on a fresh machine.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

# With your own files: make demo CV=my.pdf JOB=job.md ANSWERS=answers.txt TITLE="Nurse" COMPANY="City Hospital"
CV ?= examples/cv.pdf
JOB ?= examples/job.md
ANSWERS ?=
ifeq ($(JOB),examples/job.md)
TITLE ?= Senior Backend Engineer
COMPANY ?= Velora Logistics
endif

# Passed through the environment, so that the shell does not interpret them.
export CV JOB ANSWERS TITLE COMPANY
# The tests start hundreds of processes, which begin sooner with compiled modules.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo serve test test-fast test-all test-model torture lint types docs pictures wheel check bench clean

help: ## List these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 11

demo: .venv/app ## Run a whole interview on CV=, JOB=, ANSWERS= (default: examples/)
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/demo.sh

serve: .venv/web ## Serve the page at http://127.0.0.1:8000/
	$(BIN)/interview serve --open

test: .venv/dev ## Run the tests, without the slow ones
	$(BIN)/pytest -m "not slow"

# Leaves out the tests that start many processes, draw PDFs, or rate all answers of the benchmarks.
test-fast: .venv/dev ## Run most of the tests in less than a minute
	$(BIN)/pytest -m "not slow" --ignore tests/faults --ignore tests/terminal \
		--ignore tests/test_processes.py --ignore tests/documents/test_hostile.py \
		--ignore tests/render/test_pdf.py --ignore tests/coach/offline/test_laws.py \
		--ignore tests/coach/llm --ignore tests/web

test-all: .venv/dev ## Run all tests, including the slow ones
	$(BIN)/pytest

test-model: .venv/test-model ## Run an interview and a job post on a small real model (FULL=1: eight questions)
	$(BIN)/python -m tests.small_model $(if $(FULL),--full)

torture: .venv/dev ## Repeat the fault tests and the property tests of ratings many times
	$(BIN)/pytest --torture --dist load tests/faults tests/coach/offline/test_laws.py \
		tests/documents/test_hostile.py

lint: .venv/dev ## Check style and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo

types: .venv/dev ## Check types
	$(BIN)/mypy

docs: .venv/dev ## Write docs/commands.md, the manual page and the example of a score from the program
	$(BIN)/python -m docs.commands
	$(BIN)/python -m docs.worked_example

pictures: .venv/dev ## Draw the pictures of the terminal, the page and the report (needs Chromium)
	$(BIN)/python -m docs.pictures.draw
	$(BIN)/python -m docs.pictures.draw_pages

wheel: .venv/dev ## Build the wheel in dist/ and check what it holds
	rm -rf dist
	$(BIN)/pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
	$(BIN)/python -m tests.wheel dist/*.whl

check: lint types test-all ## Run everything that CI runs

bench: .venv/dev ## Run the benchmarks
	$(BIN)/python benchmarks/start_up.py
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python benchmarks/prefix.py
	$(BIN)/python benchmarks/wire.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python -m benchmarks.serve
	$(BIN)/python -m benchmarks.requirements
	$(BIN)/python -m benchmarks.musts
	$(BIN)/python -m benchmarks.trades
	$(BIN)/python -m benchmarks.questions
	$(BIN)/python -m benchmarks.cv_lines
	$(BIN)/python -m benchmarks.cv_roles
	$(BIN)/python -m benchmarks.ratings
	$(BIN)/python -m benchmarks.remarks
	$(BIN)/python -m benchmarks.evidence
	$(BIN)/python -m benchmarks.learners
	$(BIN)/python -m benchmarks.proofs
	$(BIN)/python -m benchmarks.interviews
	$(BIN)/python -m benchmarks.follow_ups --brief
	$(BIN)/python -m benchmarks.job_posts
	$(BIN)/python -m benchmarks.replies

clean: ## Remove the environment, the demo's output and caches
	rm -rf .venv demo dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/made:
	$(PYTHON) -m venv .venv
	@touch $@

.venv/app: .venv/made pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/web: .venv/made pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[web]'
	@touch $@ .venv/app

.venv/dev: .venv/made pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ .venv/app .venv/web

.venv/test-model: .venv/dev pyproject.toml
	@$(BIN)/python -c 'import tomllib; extras = tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]; \
		print(*extras["test-model"], sep="\n")' >$@.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: -r $@.txt
	@touch $@
