#!/usr/bin/env bash
# Resolve pyproject.toml into requirements.lock: exact versions with hashes, no index address. Needs uv.
set -euo pipefail
cd "$(dirname "$0")/.."
uv pip compile pyproject.toml --extra dev --python-version 3.10 --generate-hashes --no-emit-index-url \
  --no-header --quiet -o requirements.lock
