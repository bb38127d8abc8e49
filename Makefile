# The manual: each line of work on wonmun is a target here, and CI calls the same ones.
#   make run         environment, install, server and monitor on config.yaml; prints one URL to open
#   make test        the whole suite, browsers included
#   make lint types  ruff, and mypy strict        make bench      ratios against peers, in one run
#   make build       sdist and wheel              make extension  the two store-ready zips

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
SOURCES := wonmun monitor server tools bench tests
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test suite browsers lint types bench build extension clean

run: .venv/run
	$(BIN)/wonmun up

# What is downloaded comes side by side.
test:
	$(MAKE) --jobs=3 .venv/dev browsers tests/extension/node_modules
	$(MAKE) suite

# Two at a time, and then what watches the clock, with the machine to itself.
suite: .venv/dev tests/extension/node_modules
	$(BIN)/python -m pytest -m "not alone" --numprocesses=2 --dist=loadscope --no-loadscope-reorder --durations=15
	$(BIN)/python -m pytest -m alone $$(grep -rl --include='*.py' 'mark.alone' tests)

lint: .venv/dev
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)

types: .venv/dev
	$(BIN)/mypy

bench: .venv/bench
	$(BIN)/python -m bench

build: .venv/dev
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

extension: .venv/run
	$(BIN)/python tools/pack_extension.py

# Debian's browsers, where this may install them; where it may not, their tests are skipped by name.
browsers:
	@if command -v chromium >/dev/null && command -v firefox-esr >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium firefox-esr fonts-noto-cjk >/dev/null; \
	else echo "chromium or firefox-esr is missing and cannot be installed here: their tests will be skipped"; fi

# React, axe-core, ESLint and web-ext, for the extension's tests only; without npm those tests are skipped by name.
tests/extension/node_modules: tests/extension/package-lock.json
	@if ! command -v npm >/dev/null; then echo "npm is missing: a few of the extension's tests will be skipped"; \
	else npm ci --prefix tests/extension --silent --no-audit --no-fund && touch $@ || \
		echo "npm could not install: a few of the extension's tests will be skipped"; fi

.venv/made:
	@test -n "$(PYTHON)" || { echo "wonmun needs Python 3.11 or newer; none was found (set PYTHON=…)"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/run: .venv/made pyproject.toml constraints.txt
	$(PIP) --editable '.[corpus]'
	@touch $@

# Half of pip's time goes into compiling modules that nothing here imports; Python keeps those that something does.
.venv/dev: .venv/made pyproject.toml constraints.txt
	$(PIP) --no-compile --editable '.[corpus,dev]'
	@touch .venv/run $@

.venv/bench: .venv/dev
	$(PIP) --editable '.[corpus,dev,bench]'
	@touch $@

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
