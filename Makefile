# `make` alone lists what there is. Every target works from a fresh clone.
.DEFAULT_GOAL := help
.PHONY: help setup run test test-all test-faults check bench bench-chronology lock clean

PYTHON_ENV := .venv/bin/python

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-17s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## make .venv with the pinned dependencies, when they have changed
	@bin/setup

run: setup ## start everything: database, demo boards, broker, web, worker and beat (PORT=8000)
	@exec $(PYTHON_ENV) -m lscb_portal.serve

test: setup ## run the tests, bringing up the servers and the browser that they need
	@bin/test

test-all: setup ## run the slow tests too
	@bin/test --all

test-faults: setup ## break everything around 10,000 reminders and print what became of each
	@bin/test-servers
	@$(PYTHON_ENV) -m tests.faults

check: setup ## everything static; generated documents compared
	@bin/check

bench: setup ## measure, beside baselines: one JSON line each
	@$(PYTHON_ENV) -m tests.benchmarks

bench-chronology: setup ## measure reading, matching, masking and silence (DATA=FOLDER for sets of your own)
	@$(PYTHON_ENV) -m tests.benchmarks.chronology $(if $(DATA),--data $(DATA))
	@$(PYTHON_ENV) -m tests.benchmarks --only integrated_view

lock: setup ## pin requirements*.in afresh
	@bin/lock

clean: ## remove what the other targets made, but not the records in var/
	rm -rf .venv .pytest_cache .ruff_cache .import_linter_cache .hypothesis test-results build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
