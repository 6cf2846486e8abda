# Needs python3 (3.11 or newer, with venv) and make; everything else is brought by the locks.
PYTHON ?= python3
BIN := .venv/bin
RUNTIME := .venv/.runtime
DEV := .venv/.dev
CHECKED := graph_service schema loaders tests bench

.DEFAULT_GOAL := help
.PHONY: help demo ready test check bench sdl up lock

help: ## what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

demo: $(RUNTIME) ## the fictional city, linked and served on loopback
	$(BIN)/leadlink demo

ready: $(DEV) # what the tests need: the libraries, a Neo4j that starts fast, and the desk
	$(BIN)/leadlink neo4j warm
	-$(BIN)/leadlink desk

test: ready ## every test, a real Neo4j included
	$(BIN)/python -m pytest $(ARGS)

check: $(DEV) ## style, types, and whether the exported SDL is fresh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict $(CHECKED)
	$(BIN)/leadlink sdl --check

bench: $(DEV) ## measurements side by side, as ratios
	$(BIN)/python -m bench $(ARGS)

sdl: $(RUNTIME) ## write schema/api.graphql anew
	$(BIN)/leadlink sdl

up: ## production: Neo4j and the service in containers
	sh tools/secrets.sh
	docker compose up --build --detach --wait

lock: $(DEV) ## lock the libraries anew after a change in pyproject.toml
	$(BIN)/uv pip compile $(LOCKING) --extra build pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile $(LOCKING) --extra build --extra dev pyproject.toml --output-file requirements-dev.txt
	$(BIN)/uv pip compile $(LOCKING) tests/clients/ariadne/requirements.in --output-file tests/clients/ariadne/requirements.txt

LOCKING := --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url --no-emit-find-links

# The stamps are files inside .venv, so that removing .venv is all it takes to begin again.
$(RUNTIME): requirements.txt pyproject.toml tools/environment.sh
	PYTHON=$(PYTHON) sh tools/environment.sh requirements.txt
	touch $@

$(DEV): requirements-dev.txt pyproject.toml tools/environment.sh
	PYTHON=$(PYTHON) sh tools/environment.sh requirements-dev.txt
	touch $@ $(RUNTIME)
