# Needs Python 3.11 or newer and nothing else; everything else goes into .venv/.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: brief test lint docs clean

brief: $(VENV)/.ready  ## the main job on a copy of a shipped example
	@test -d demo || cp -R examples/ebola-liberia-2014 demo
	@$(BIN)/crossfoot brief demo

test: $(VENV)/.ready-dev  ## all tests
	$(BIN)/python -m pytest

lint: $(VENV)/.ready-dev  ## style, types, and the direction of the layers
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.ready-dev  ## print the reference pages from the code
	$(BIN)/python docs/print_reference.py

clean:  ## remove what the other targets made
	rm -rf $(VENV) demo

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up in $(VENV)/ (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@
