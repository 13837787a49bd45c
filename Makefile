# make site   dựng content/ thành site/        make test   chạy mọi kiểm thử
# make pdf    như make site, thêm bản in PDF của mỗi báo cáo (cần Pango của hệ thống)
# make form  như make site, thêm biểu mẫu biên tập /bien-tap/ (cần npm và KHO_REPO_URL)
# Cả hai tự cài những gì cần vào .venv/; chỉ cần Python 3.11 trở lên.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: site pdf form test check serve lock clean

site: $(VENV)/.site
	@$(BIN)/kho build

pdf: $(VENV)/.pdf
	@$(BIN)/kho build --pdf

# Biểu mẫu là chương trình của người khác, ghim ở build_tools/site/form/package.py: đổi cả hai chỗ.
FORM := .form/sveltia-cms-0.221.1.tgz

form: $(VENV)/.site $(FORM)
	@KHO_FORM=$(FORM) $(BIN)/kho build

$(FORM):
	@mkdir -p $(dir $@)
	@npm pack --silent --pack-destination $(dir $@) @sveltia/cms@0.221.1 >/dev/null

serve: $(VENV)/.site
	@$(BIN)/kho serve

check: $(VENV)/.site
	@$(BIN)/kho check

test: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Cần Python 3.11 trở lên; đang có: $$($(PYTHON) --version 2>&1). Ví dụ: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Không tạo được .venv. Trên Debian/Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.site: $(VENV)/.python requirements.lock pyproject.toml
	@echo "Cài thư viện vào $(VENV)/ …"
	@$(PIP) --require-hashes --requirement requirements.lock
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.pdf: $(VENV)/.python requirements-pdf.lock pyproject.toml
	@echo "Cài thư viện và phần in PDF vào $(VENV)/ …"
	@$(PIP) --require-hashes --requirement requirements-pdf.lock
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@ $(VENV)/.site

$(VENV)/.test: $(VENV)/.python requirements-dev.lock pyproject.toml
	@echo "Cài thư viện và công cụ kiểm thử vào $(VENV)/ …"
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@ $(VENV)/.site $(VENV)/.pdf

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header requirements.in -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header requirements-pdf.in -o requirements-pdf.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header requirements-dev.in -o requirements-dev.lock

clean:
	rm -rf $(VENV) .form site .site.* tests/tools/node_modules
