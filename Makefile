# `make run` and `make test` are all a newcomer needs; both do the set-up first.
SHELL := /bin/bash
BIN := .venv/bin

.PHONY: help setup run test format validate stories rasa-shell promises fuzz load kill bench pictures near-duplicates lock clean

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-10s %s\n", $$1, $$2 }'

setup:  ## make .venv, install, build lookups, train where needed, make the database
	@scripts/setup.sh

run: setup  ## set up and serve the conversation, by default on http://127.0.0.1:8080/
	@$(BIN)/gesprek run

test: setup  ## set up and run format, lint, types and every test
	@scripts/test.sh

format:  ## write the code the way the formatter wants it
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

validate: setup  ## Rasa's own check of the training data; any warning fails
	@LOG_LEVEL=WARNING $(BIN)/python scripts/rasa.py data validate --fail-on-warnings

stories: setup  ## the conversations in tests/stories, as `rasa test` runs them
	@$(BIN)/pytest -q tests/test_stories.py

rasa-shell: setup  ## talk over stock Rasa, with our actions on loopback
	@$(BIN)/python scripts/rasa.py run actions --quiet & trap "kill $$!" EXIT; $(BIN)/python scripts/rasa.py shell

promises: setup  ## what we promise people, each with its test
	@$(BIN)/pytest -q tests/promises

fuzz: setup  ## what nobody meant to send, at every call of the API
	@$(BIN)/python -m bench.fuzz

load: setup  ## many people in conversation at once, and what that does to the server
	@$(BIN)/python -m bench.load

kill: setup  ## conversations with a server that is killed again and again
	@$(BIN)/python -m bench.kill

pictures: setup  ## the pictures in the README, taken from the real page
	@GESPREK_TEST_PICTURES=1 $(BIN)/pytest -q tests/e2e/test_whole.py

near-duplicates: setup  ## utterances that are nearly the same, and counts an intent
	@$(BIN)/python scripts/near_duplicates.py

bench: setup  ## measure turns, start, training and memory beside the stock set-up
	@$(BIN)/gesprek bench

lock:  ## resolve pyproject.toml anew into requirements.lock
	@scripts/lock.sh

clean:  ## remove what was built; conversations are on people's devices, not here
	@rm -rf .venv var results .pytest_cache .ruff_cache .mypy_cache
