#!/usr/bin/env bash
# Everything that has to be true before a change lands: format, lint, types, content, stories, tests, coverage.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"

step() { printf '\n== %s\n' "$1"; }

step "format and lint"
ruff format --check .
ruff check .

step "types"
mypy

step "content and configuration"
gesprek check

step "tests, a file on one core and the next on the other"
pytest -q -n 2 --dist loadfile --cov --cov-report= "$@"

step "coverage of branches"
for room in bot/conversation bot/vault bot/storage actions; do
  printf '%-18s' "$room"
  coverage report --include="$room/*" --precision=1 --fail-under=95 | tail -n 1
done
