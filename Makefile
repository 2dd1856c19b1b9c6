# kehoach: the two commands are `make run` and `make test`; `make help` lists all.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
DB := plans.db
# Kept byte code, which `make clean` removes: without it every start of the program compiles its large patterns anew, for seconds.
export PYTHONDONTWRITEBYTECODE :=
# Tests that run beside the others, on a second core; none that sends Ctrl-C, which what runs beside does not hear.
BESIDE := tests/browser tests/extract tests/patterns tests/corpus tests/generators tests/db/comparison tests/db/findings
# What root installs is told by name; the thousand lines of dpkg are shown only where it fails.
apt = echo "apt-get install $(1)" >&2; log=$$(mktemp); \
  if ! { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $(1); } >"$$log" 2>&1; \
  then cat "$$log" >&2; rm -f "$$log"; exit 1; fi; rm -f "$$log"

.PHONY: help run serve test torture browser screenshots bench lint format docs constraints clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

run: $(VENV)/.installed ## install, load the plans that ship into plans.db, print what they adopted
	$(BIN)/kehoach load corpus/plans --db $(DB)
	$(BIN)/kehoach compare --summary --db $(DB)

serve: run ## the same, then open the site on http://127.0.0.1:8001/
	$(BIN)/kehoach serve --db $(DB)

test: $(VENV)/.installed-dev $(VENV)/.programs browser ## install what tests need; lint, types, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@$(BIN)/pytest $(BESIDE) >$(VENV)/beside.log 2>&1 & beside=$$!; \
	failed=0; $(BIN)/pytest $(addprefix --ignore=,$(BESIDE)) || failed=$$?; \
	wait $$beside || failed=$$?; cat $(VENV)/beside.log; exit $$failed

torture: $(VENV)/.installed-dev ## kills, signals, mutants, fuzz: hours, in parts, goes on where it stopped (TORTURE="kills mutants.docx --share 0.1")
	$(BIN)/python -m tests.torture $(TORTURE)

screenshots: $(VENV)/.installed-dev browser ## pictures of every page, into build/screenshots
	$(BIN)/python -m tests.browser.screenshots

bench: $(VENV)/.installed-dev $(VENV)/.programs ## measure extraction, reading of formats, loading, the site, queries, a cluster: one table (BENCH="--plans 1000 --only loading --write")
	@if ! ls /usr/share/fonts/truetype/*/*Serif* >/dev/null 2>&1 && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  $(call apt,fonts-dejavu-core); \
	fi
	$(BIN)/python -m tests.bench $(BENCH)

lint: $(VENV)/.installed-dev ## ruff and mypy alone
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.installed-dev ## put code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

constraints: ## write constraints.txt anew from the newest versions that fit
	rm -rf $(VENV)-constraints
	$(PYTHON) -m venv $(VENV)-constraints
	$(VENV)-constraints/bin/python -m pip install --quiet --editable '.[dev,dask]'
	{ echo '# Every version that `make run` and `make test` install; written by `make constraints`.'; \
	  $(VENV)-constraints/bin/python -m pip freeze --exclude-editable --exclude kehoach --exclude setuptools; } > constraints.txt
	rm -rf $(VENV)-constraints

docs: $(VENV)/.installed ## write the generated parts of README.md and docs/
	$(BIN)/python docs/build.py

clean: ## remove what was built and installed
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

# Debian and Ubuntu ship python3 without what `venv` needs: root installs it, others are told its name.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'kehoach cần Python 3.11 trở lên / needs Python 3.11 or newer: $(PYTHON) is older' >&2; exit 1; }
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
	  package=python$$($(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv; \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    $(call apt,"$$package"); \
	  else \
	    echo "Thiếu mô-đun venv của Python; hãy cài / the venv module is missing; install it: sudo apt-get install $$package" >&2; exit 1; \
	  fi; \
	fi
	$(PYTHON) -m venv $(VENV)

# Tests in a browser need Chromium, and the Node that Playwright brings along needs libatomic: root installs them, others are told
# their names and do without those tests.
browser: ## install Chromium for the tests, where root may
	@missing=; \
	command -v chromium >/dev/null || missing="chromium fonts-dejavu-core"; \
	[ -n "$$(find /usr/lib /usr/lib64 -maxdepth 2 -name libatomic.so.1 2>/dev/null)" ] || missing="$$missing libatomic1"; \
	if [ -z "$$missing" ]; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  $(call apt,$$missing); \
	else \
	  echo "Bỏ qua các bài kiểm thử trên trình duyệt; hãy cài / tests in a browser are skipped; install: sudo apt-get install $$missing" >&2; \
	fi

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo 'Đang tải và cài thư viện vào $(VENV), khoảng 110 MB tải về, 450 MB trên đĩa; mất nửa phút tới vài phút / installing libraries into $(VENV): some 110 MB to load, 450 MB on disk; half a minute to some minutes' >&2
	$(PIP) install -qq --constraint constraints.txt --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo 'Đang tải và cài thư viện cho kiểm thử vào $(VENV), 770 MB trên đĩa; mất vài phút / installing libraries for the tests into $(VENV): 770 MB on disk; some minutes' >&2
	$(PIP) install -qq --constraint constraints.txt --editable '.[dev]'
	touch $@ $(VENV)/.installed

# Programs that read scans and old Word files: root installs them; others are told their names, and tests that need them are skipped.
$(VENV)/.programs: | $(VENV)/bin/python
	@missing=; \
	tesseract --list-langs 2>/dev/null | grep -x vie >/dev/null || missing="tesseract-ocr tesseract-ocr-vie"; \
	command -v soffice >/dev/null || missing="$$missing libreoffice-writer-nogui"; \
	ls /usr/lib/libreoffice/program/libsclo.so >/dev/null 2>&1 || missing="$$missing libreoffice-calc-nogui"; \
	if [ -z "$$missing" ]; then touch $@; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  $(call apt,$$missing); touch $@; \
	else \
	  echo "Bản quét và tệp .doc không được kiểm thử; hãy cài / tests of scans and .doc are skipped; install: sudo apt-get install $$missing" >&2; \
	fi
