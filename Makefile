# make        set up what is missing, then build every paper into output/
# make test   the same set-up and what tests need, then all tests
# make lint   ruff and mypy      make lock   write the pinned requirements again
.DEFAULT_GOAL := build
.PHONY: build test lint lock clean
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin

# A library is looked for, not its package: on a machine that has it already, apt is never called.
RUN_LIBRARIES := libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0
RUN_PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
TEST_PROGRAMS := soffice pdftotext chromium
TEST_PACKAGES := libreoffice-writer poppler-utils fonts-tlwg-laksaman-ttf chromium

APT := $(if $(filter 0,$(shell id -u)),,sudo )apt-get
INSTALL = $(APT) update -qq && DEBIAN_FRONTEND=noninteractive $(APT) install -y -qq --no-install-recommends

build: .venv/.run-ready
	@$(BIN)/python build.py

test: .venv/.test-ready
	@$(BIN)/python -m pytest

lint: .venv/.test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.venv/.libraries: Makefile
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed (PYTHON=python3.12 make)'; exit 2; }
	@missing=0; for library in $(RUN_LIBRARIES); do /sbin/ldconfig -p | grep -q "$$library" || missing=1; done; \
	  $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { missing=1; venv=python3-venv; }; \
	  test $$missing = 0 || { $(INSTALL) $(RUN_PACKAGES) $$venv; }
	@mkdir -p .venv && touch $@

.venv/.run-ready: .venv/.libraries requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/.test-ready: .venv/.run-ready requirements-dev.txt
	@missing=0; for program in $(TEST_PROGRAMS); do command -v $$program >/dev/null || missing=1; done; \
	  test -e /usr/share/fonts/truetype/tlwg/Laksaman.ttf -o -e /usr/share/fonts/truetype/fonts-tlwg/Laksaman.ttf || missing=1; \
	  test $$missing = 0 || { $(INSTALL) $(TEST_PACKAGES); }
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# Pins carry hashes and no download address (needs uv).
lock:
	uv pip compile pyproject.toml -q --generate-hashes --universal --python-version 3.11 --no-header -o requirements.txt
	uv pip compile pyproject.toml -q --extra dev -c requirements.txt --generate-hashes --universal --python-version 3.11 --no-header -o requirements-dev.txt

clean:
	rm -rf .venv output .mypy_cache .ruff_cache .pytest_cache
