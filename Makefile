# CX Studio. `make run` opens the sample project, `make test` runs everything that must pass.

PY := .venv/bin/python
CATALOGUES := $(wildcard resources/locale/*/LC_MESSAGES/*.po)
SHELL := /bin/sh

.PHONY: run test torture bench screens texts lint clean help

help: ## What can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: .venv/.ready .venv/.system .venv/.texts ## Open the sample project; without a display, render it into build/demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
	  $(PY) -m ui demo; \
	else \
	  echo "There is no display here, so no window can be opened."; \
	  echo "Rendering the sample's report, map and window into build/demo instead."; \
	  QT_QPA_PLATFORM=offscreen $(PY) -m ui demo --render build/demo; \
	fi

test: .venv/.ready .venv/.system .venv/.texts lint ## All checks and the fast tests
	@rm -f .coverage .coverage.*
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 2 --dist worksteal -m "not torture and not display" --cov --cov-report=
	@if command -v xvfb-run >/dev/null 2>&1; then \
	  QT_QPA_PLATFORM=xcb xvfb-run -a $(PY) -m pytest -q -m display --cov --cov-append --cov-report=; \
	else echo "xvfb-run is not installed: the test on a real display was left out."; fi
	@$(PY) -m coverage report > build/coverage.txt; status=$$?; grep "^TOTAL" build/coverage.txt; exit $$status

lint: .venv/.ready .venv/.texts ## Style, types and who may know whom
	@mkdir -p build
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

torture: .venv/.ready .venv/.system .venv/.texts ## The slow tests, and every property with all its examples
	CX_EXAMPLES=all QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 2 --dist worksteal -m "torture or hypothesis"

bench: .venv/.ready .venv/.system .venv/.texts ## Measure speed as ratios into build/bench.json
	@mkdir -p build
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.bench build/bench.json

screens: .venv/.ready .venv/.system .venv/.texts ## Render every workspace and state of the window into build/screens
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.screens build/screens

texts: .venv/.ready ## Gather the texts from the code into the catalogues
	.venv/bin/pybabel -q extract -F pyproject.toml -k tr -k trn:1,2 -k N_ --no-location --sort-output -o build/cxstudio.pot .
	.venv/bin/pybabel -q update -D cxstudio -i build/cxstudio.pot -d resources/locale --no-fuzzy-matching --ignore-obsolete
	$(PY) hatch_build.py

clean: ## Remove what was built (the virtual environment stays)
	rm -rf build dist .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache

.venv/.ready: pyproject.toml constraints.txt hatch_build.py .ci/virtual-environment
	@sh .ci/virtual-environment
	@touch $@

.venv/.system: .venv/.ready .ci/system-libraries
	@sh .ci/system-libraries
	@touch $@

.venv/.texts: .venv/.ready $(CATALOGUES)
	@$(PY) hatch_build.py
	@touch $@
