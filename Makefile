# One command runs the main job on the demo, one passes the tests. Both make what they need.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PAGE := reportedly/web/page/index.html

.PHONY: demo serve desk page check install format lint types contracts test docs gate score bench lock clean

demo: $(VENV)/.installed  ## install, then read, link and show the bundled demo
	$(BIN)/reportedly demo

serve: $(VENV)/.installed $(PAGE)  ## install, build the desk, and open the demo in it
	test -f demo.db || $(BIN)/reportedly demo --keep demo.db >/dev/null
	$(BIN)/reportedly serve demo.db

page:
	@if command -v npm >/dev/null; then $(MAKE) $(PAGE); else echo "npm is missing: the desk's page is not built"; fi

check: $(VENV)/.tested page  ## everything that CI runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest
	$(BIN)/reportedly vocab check
	$(BIN)/python -m gate
	$(BIN)/mkdocs build --strict --quiet --site-dir build/site

$(PAGE): $(shell find desk -path desk/node_modules -prune -o -type f -print)
	cd desk && npm ci --no-audit --no-fund && npm run check && npm run build

desk: $(PAGE)  ## build the desk's page (needs Node.js 20.19 or newer); a wheel builds it by itself

$(VENV)/.installed: pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.tested: $(VENV)/.installed requirements-test.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements-test.lock
	touch $@

install: $(VENV)/.installed  ## the product alone

format: $(VENV)/.tested  ## format and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

score: $(VENV)/.installed  ## every measuring set beside the project, in one table
	$(BIN)/python -m benchmarks.score

bench: $(VENV)/.installed  ## speed beside plain spaCy, and the growth of linking
	$(BIN)/python -m benchmarks.throughput
	$(BIN)/python -m benchmarks.link_growth

lock: $(VENV)/.tested  ## write the lock files anew from pyproject.toml
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements.lock --extra build --extra desk pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements-test.lock --extra build --extra desk --extra parquet --extra pdf --extra frames --extra test pyproject.toml

clean:
	rm -rf $(VENV) build dist site
