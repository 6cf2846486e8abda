#!/bin/sh
# Makes .venv from a lock with hashes and puts the project into it: `environment.sh requirements.txt`.
set -eu
lock=$1
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "error: $python is missing or older than 3.11; install Python 3.11 or run: make PYTHON=/path/to/python3.11" >&2
  exit 2
fi
if ! [ -x .venv/bin/python ] || ! .venv/bin/python -c '' 2>/dev/null; then
  rm -rf .venv
  "$python" -m venv .venv || {
    echo "error: $python cannot make a virtual environment; install its venv package (Debian: apt-get install python3-venv)" >&2
    exit 2
  }
fi

# uv is three times as fast; where it cannot be had, pip does the same work.
if [ -x .venv/bin/uv ] || .venv/bin/python -m pip install --quiet --require-hashes --requirement tools/uv.txt 2>/dev/null; then
  install() { .venv/bin/uv pip install --quiet --python .venv/bin/python "$@"; }
else
  install() { .venv/bin/python -m pip install --quiet "$@"; }
fi
install --require-hashes --requirement "$lock"
# What builds the project is in the lock, so no build environment is fetched unlocked.
install --no-deps --no-build-isolation --editable .
