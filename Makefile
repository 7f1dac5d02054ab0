# Công khai: everything starts here. `make site` and `make test` need python3 (3.11 or later), git and make.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
XA ?= xa-mau
DATA ?= ../shared/data
MINUTES ?= 10
SEED ?= 1
COMMUNES ?= 92
ROUNDS ?= 3
SEARCH ?= 0 1
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
NGINX ?= $(shell PATH="$$PATH:/usr/sbin" command -v nginx)
JAVA ?= $(shell command -v java)
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

.PHONY: help site serve check province test test-all fuzz lint browser nginx keygen real audit admin screenshots java bench bench-nation bench-check bench-hostile bench-papers bench-history bench-province bench-overview docs lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

site: $(VENV)/site ## build every commune and the province into site/
	$(BIN)/congkhai build

serve: $(VENV)/site ## live preview of one commune: make serve XA=xa-mau
	$(BIN)/congkhai serve $(XA)

check: $(VENV)/site ## say what is wrong in content/, build nothing
	$(BIN)/congkhai check

province: $(VENV)/site ## a made-up province of trial data in .province/, to look at: make province SEED=1 COMMUNES=92
	$(BIN)/python bench/trial.py --seed $(SEED) --communes $(COMMUNES)

test: $(VENV)/test browser nginx keygen lint ## everything that must hold, in minutes
	$(BIN)/pytest -q -n auto -m "not long" $(TESTS)

test-all: $(VENV)/test browser nginx keygen lint ## the long suites too, with inputs never tried before
	$(BIN)/pytest -q -n auto --hypothesis-profile=default $(TESTS)

fuzz: $(VENV)/test ## try any bytes as any file: make fuzz MINUTES=30
	$(BIN)/python -m tests.test_fuzz $(MINUTES)

lint: $(VENV)/test ## style, types, layers
	$(BIN)/ruff format --check --quiet generator tests bench
	$(BIN)/ruff check --quiet generator tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports

browser: ## Chromium for the browser tests, where it is missing and may be installed
	@if [ -z "$(CHROMIUM)" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium for the browser tests ..."; \
	  (apt-get update -qq && apt-get install -y -qq chromium) >/dev/null 2>&1 || echo "Chromium could not be installed."; \
	fi

screenshots: $(VENV)/test ## make the pictures of docs/huong-dan/ anew (needs chromium with chromium-l10n, and make admin)
	$(BIN)/python bench/screenshots.py

java: ## Java for the Nu HTML checker, where it is missing and may be installed
	@if [ -z "$(JAVA)" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Java for the HTML checker ..."; \
	  (apt-get update -qq && apt-get install -y -qq default-jre-headless) >/dev/null 2>&1 || echo "Java could not be installed."; \
	fi

keygen: ## ssh-keygen for the tests of releases, where it is missing and may be installed
	@if ! command -v ssh-keygen >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing openssh-client for the tests of releases ..."; \
	  (apt-get update -qq && apt-get install -y -qq openssh-client) >/dev/null 2>&1 || echo "openssh-client could not be installed."; \
	fi

nginx: ## nginx for the server tests, and Caddy if it can be had, where nginx is missing and may be installed
	@if [ -z "$(NGINX)" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing nginx and Caddy for the server tests ..."; \
	  (apt-get update -qq && apt-get install -y -qq nginx-light libnginx-mod-http-brotli-static) >/dev/null 2>&1 \
	    || echo "nginx could not be installed."; \
	  apt-get install -y -qq caddy >/dev/null 2>&1 || echo "Caddy could not be installed."; \
	fi

real: $(VENV)/site ## build the 12 sites with every real procedure of DATA into site-real/
	$(BIN)/python bench/real.py --data $(DATA)

audit: $(VENV)/site browser java bench/audit/node_modules ## pages before Lighthouse (phone) and the Nu HTML checker
	$(BIN)/python bench/audit.py

admin: $(VENV)/site bench/admin/node_modules ## fetch the editor of the forms at /quan-tri/ (npm); sites built afterwards have it
	$(BIN)/python bench/admin.py

bench: COMMUNES = 1 12 92
bench: $(VENV)/bench ## time us beside mkdocs-material, Hugo and Zensical: make bench COMMUNES="1 12" ROUNDS=3 SEARCH="0 1"
	$(BIN)/python bench/compare.py --data $(DATA) --communes $(COMMUNES) --rounds $(ROUNDS) --search $(SEARCH)

bench-nation: COMMUNES = 12 3321
bench-nation: SEARCH = 1
bench-nation: $(VENV)/site ## time us alone on as many communes as Viet Nam has (hours, 130 GB): make bench-nation COMMUNES="12 92"
	$(BIN)/python bench/compare.py --alone --data $(DATA) --communes $(COMMUNES) --rounds 1 --search $(SEARCH)

bench-check: $(VENV)/site ## time `congkhai check` on 625 to 5,000 files of content
	$(BIN)/python bench/check.py

bench-hostile: $(VENV)/site ## time hostile input at one length and at twice that, and how it grows
	$(BIN)/python bench/hostile.py

bench-papers: $(VENV)/site ## time all papers of a commune with the real procedures of DATA, and with twice as many
	$(BIN)/python bench/papers.py --data $(DATA)

bench-history: $(VENV)/site ## time the reading of the history of 92 communes with 200 commits each, and of half of it
	$(BIN)/python bench/history.py

bench-province: $(VENV)/site ## time and memory of whole made-up provinces of 12, 92 and 400 communes
	$(BIN)/python bench/province.py

bench-overview: $(VENV)/site ## time and memory of the province's own pages, over the sites of `make province`
	$(BIN)/python bench/overview.py

docs: $(VENV)/test ## write anew what is made from the program: docs/ma-loi.md, site_templates/drawn.json
	$(BIN)/python -m tests.error_codes
	$(BIN)/python -m tests.drawn

lock: ## renew the lock files from pyproject.toml and requirements/*.in (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  pyproject.toml requirements/site.in -o requirements/site.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  -c requirements/site.txt pyproject.toml requirements/site.in requirements/test.in -o requirements/test.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  -c requirements/site.txt pyproject.toml -o requirements/run.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  -c requirements/site.txt --extra bench pyproject.toml -o requirements/bench.txt

clean: ## remove what was built
	rm -rf site site-real .province .mkdocs-site .real build dist

bench/audit/node_modules: bench/audit/package-lock.json
	npm ci --prefix bench/audit --ignore-scripts --no-audit --no-fund --silent
	@touch $@

bench/admin/node_modules: bench/admin/package-lock.json
	npm ci --prefix bench/admin --ignore-scripts --no-audit --no-fund --silent
	@touch $@

$(VENV)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Cần python3 từ 3.11 trở lên.")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/site: $(VENV)/python requirements/site.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/site.txt
	$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/test: $(VENV)/site requirements/test.txt
	$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/bench: $(VENV)/site requirements/bench.txt
	$(PIP) --require-hashes -r requirements/bench.txt && touch $@ || echo "Peers could not be installed; the bench says which are left out."
