# `make run` and `make test` are all a newcomer needs; both do the set-up first.
SHELL := /bin/bash
BIN := .venv/bin

.PHONY: help setup run test format lint types pytest stories check promises bench bench-nlu clean lock

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

bench: setup  ## measure turns, start, training and memory beside the stock set-up
	@$(BIN)/gesprek bench

lock:  ## resolve pyproject.toml anew into requirements.lock
	@scripts/lock.sh

clean:  ## remove what was built; conversations are on people's devices, not here
	@rm -rf .venv var results .pytest_cache .ruff_cache .mypy_cache
