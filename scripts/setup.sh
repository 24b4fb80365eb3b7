#!/usr/bin/env bash
# Make the virtual environment and the installation in it. A second run finds everything there and is quick.
# Needs Python 3.10 and a package index; nothing else is fetched.
set -euo pipefail
cd "$(dirname "$0")/.."

VENV=.venv
PY=$VENV/bin/python
STAMP=$VENV/.installed

say() { printf '%s\n' "$*"; }

works() { "$@" -c 'import sys, ssl, sqlite3; sys.exit(sys.version_info[:2] != (3, 10))' >/dev/null 2>&1; }

# python3.10 by name, by pyenv, by uv, or a python3 that happens to be 3.10.
find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3.10 python3 python; do
    [ -n "$candidate" ] && works "$candidate" && { command -v "$candidate"; return; }
  done
  for candidate in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.10*/bin/python; do
    works "$candidate" && { printf '%s\n' "$candidate"; return; }
  done
  if command -v uv >/dev/null 2>&1 && candidate=$(uv python find 3.10 2>/dev/null) && works "$candidate"; then
    printf '%s\n' "$candidate"
    return
  fi
  return 1
}

make_venv() {
  [ -x "$PY" ] && works "$PY" && return
  local python
  if ! python=$(find_python); then
    say "Python 3.10 is needed (Rasa runs on no newer one) and was not found: install it with 'pyenv install 3.10', 'uv python install 3.10' or your distribution's package python3.10 with python3.10-venv, and run make again." >&2
    exit 1
  fi
  say "[1/5] Virtual environment with $("$python" --version)"
  rm -rf "$VENV"
  "$python" -m venv "$VENV"
}

install_packages() {
  local wanted
  wanted=$(cat requirements.lock pyproject.toml | sha256sum)
  [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$wanted" ] && return
  say "[2/5] Packages from requirements.lock (about 190, one to three minutes)"
  # No dependency is looked up: the lock names them all, each with its hash. pip's own words go to a log.
  local log=$VENV/install.log
  if ! { "$PY" -m pip install --disable-pip-version-check --no-input --progress-bar off --no-deps --require-hashes \
    -r requirements.lock 2>"$log" | awk '/^Collecting/ && ++n % 20 == 0 { print "      " n " packages"; fflush() }' &&
    "$PY" -m pip install --disable-pip-version-check --no-input --quiet --no-deps --no-build-isolation -e . 2>>"$log"; }; then
    grep -v '^WARNING: Location' "$log" | tail -n 20 >&2
    say "Installing the packages failed; the last lines of $log are above. Is the package index in reach?" >&2
    exit 1
  fi
  "$PY" -m compileall -q "$VENV"/lib/python3.10/site-packages >/dev/null 2>&1 || true
  printf '%s\n' "$wanted" >"$STAMP"
}

# The Dutch spaCy model is published with the spaCy models, not on the index: good to have, not needed.
try_spacy_model() {
  local tried=$VENV/.spacy-model-tried model=${GESPREK_SPACY_MODEL:-nl_core_news_sm}
  [ -f "$tried" ] && return
  touch "$tried"
  "$PY" -c "import $model" >/dev/null 2>&1 && return
  say "[3/5] Dutch spaCy model, if it can be had (at most 10 seconds)"
  local url=https://github.com/explosion/spacy-models/releases/download/nl_core_news_sm-3.4.0/nl_core_news_sm-3.4.0-py3-none-any.whl
  timeout 10 "$PY" -m pip install --disable-pip-version-check --quiet --no-input --no-deps --retries 0 --timeout 5 "$url" \
    >/dev/null 2>&1 || say "      not to be had here: going on with spaCy's blank Dutch pipeline"
}

make_venv
install_packages
try_spacy_model
[ "${1:-}" = "--packages-only" ] || "$VENV/bin/gesprek" setup
