# Two commands matter: `make site` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -eo pipefail -c # a pipe fails when any of its commands does
.DEFAULT_GOAL := help
.PHONY: help site check serve audit example preview diff links sync publish test test-fast lint style format types bench nightly lock clean

help: ## liệt kê các lệnh
	@echo "Các lệnh:"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

# a file's tests stay together, because they share what is costly to set up; tests/conftest.py puts the long files first; three
# workers for two processors, since they wait for browsers, servers and locks (a fourth only adds set-ups: 10:15 minutes, not 9:03)
# Hypothesis's plugin reads all modules in each worker, those that do not use it too
TOGETHER := --dist loadfile --no-loadscope-reorder -p no:hypothesispytest
PARALLEL := -n 3 $(TOGETHER)
FAST := -n 2 $(TOGETHER) # these tests wait for nothing, and each worker collects all of them

# tests start Python hundreds of times: what it compiles is kept, also where the environment says otherwise
test test-fast nightly: export PYTHONDONTWRITEBYTECODE :=

export NO_MKDOCS_2_WARNING := 1 # what Material says of MkDocs' future is for developers (see README), not for editors

site: ## tạo môi trường, kiểm tra nội dung, dựng trang vào site/
	@scripts/environment site
	@echo "Kiểm tra nội dung …"
	@.venv/bin/tthc check --format summary
	@echo "Dựng trang, tờ in, chỉ mục tìm kiếm …"
	@.venv/bin/mkdocs build --quiet
	@echo "Xem trang: make serve, rồi mở http://127.0.0.1:8000/"

check: ## kiểm tra nội dung: mọi lỗi, điều mới từ lần ghi trước; ALL=1 in cả từng lời nhắc cũ, SINCE=main so với phiên bản khác
	@scripts/environment site
	@.venv/bin/tthc check $(if $(ALL),--all) $(if $(SINCE),--since "$(SINCE)")

serve: ## xem trang trên máy này, tự cập nhật khi sửa
	@scripts/environment site
	@.venv/bin/tthc serve

audit: ## rà trang đã dựng: liên kết, phần bắt buộc, độ nặng
	@scripts/environment site
	@.venv/bin/tthc audit site

example: ## trang mẫu của một phường (examples/), dựng vào site.vi-du/
	@scripts/environment site
	@.venv/bin/tthc build --content examples/phuong-hong-gai/content --out site.vi-du

preview: ## trang đã dựng thành thư mục preview/ mở được ngay từ đĩa
	@scripts/environment site
	@rm -rf preview
	@.venv/bin/tthc pack --site site --out .cache/preview.zip
	@.venv/bin/python -m zipfile -e .cache/preview.zip preview

diff: ## điều gì thay đổi đối với người dân: make diff OLD=main NEW=HEAD
	@scripts/environment site >&2
	@.venv/bin/tthc diff --format markdown "$(or $(OLD),HEAD)" "$(or $(NEW),content)"

links: ## thử các liên kết dẫn ra trang khác (cần mạng)
	@scripts/environment site
	@.venv/bin/tthc links site

sync: ## theo kịp CSDL quốc gia: make sync FROM=thư-mục hoặc FETCH='lệnh lấy dữ liệu'; lời đề nghị ở sync.md
	@scripts/environment site
	@.venv/bin/tthc sync $(if $(FETCH),--fetch "$(FETCH)",--from "$(FROM)") --proposal sync.md

publish: ## đăng trang: make publish TARGET=tên-nơi-đăng
	@scripts/environment site
	@.venv/bin/tthc publish "$(TARGET)"

test: ## cài những gì kiểm thử cần (trình duyệt, máy chủ) rồi chạy mọi kiểm thử
	@scripts/environment test
	@scripts/test-tools & tools=$$!; $(MAKE) --no-print-directory style; wait $$tools # side by side: each takes one processor
	@mkdir -p .cache; .venv/bin/mypy >.cache/types.txt 2>&1 & types=$$!; ended=0; \
	  .venv/bin/python -m tests.support.twice $(PARALLEL) || ended=$$?; \
	  wait $$types || { ended=$$?; cat .cache/types.txt; }; exit $$ended

test-fast: ## các kiểm thử nhanh (khoảng một phút), không trình duyệt, không máy chủ
	@scripts/environment test
	@.venv/bin/python -m pytest $(FAST) -m "not browser and not slow"

lint: style types ## quy tắc viết mã, định dạng, kiểu (ruff, mypy)

style:
	@scripts/environment test
	@.venv/bin/ruff check --quiet generator tests benchmarks
	@.venv/bin/ruff format --quiet --check generator tests benchmarks

format: ## định dạng lại mã (ruff format)
	@scripts/environment test
	@.venv/bin/ruff format --quiet generator tests benchmarks

types: ## kiểm tra kiểu (mypy)
	@scripts/environment test
	@.venv/bin/mypy

bench: ## so sánh tốc độ, in tỉ lệ
	@scripts/environment test
	@for file in benchmarks/bench_*.py; do .venv/bin/python $$file --short; done

nightly: ## mọi kiểm thử ở bản dài (dữ liệu hỏng, sửa ngẫu nhiên, ngắt giữa chừng 200 lần); kiểm thử không ổn định là trượt
	@scripts/environment test
	@scripts/test-tools
	@TTHC_NIGHT=1 TTHC_FUZZ=400000 TTHC_KILLS=200 TTHC_ROUNDS=100 TTHC_ALL=1 .venv/bin/python -m tests.support.twice $(PARALLEL)

lock: ## khóa lại phiên bản thư viện (cần uv)
	@scripts/lock

clean: ## xóa site/ và môi trường
	@rm -rf site .venv .cache tests/node/node_modules
