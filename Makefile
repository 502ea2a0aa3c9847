# Two commands matter: `make site` and `make test`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help site check serve test quick types bench lock clean

help: ## liệt kê các lệnh
	@echo "Các lệnh:"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

site: ## tạo môi trường, kiểm tra nội dung, dựng trang vào site/
	@scripts/environment site
	@.venv/bin/tthc check --format summary
	@.venv/bin/mkdocs build --quiet
	@echo "Xem trang: make serve, rồi mở http://127.0.0.1:8000/"

check: ## kiểm tra nội dung, in mọi lỗi và lời nhắc
	@scripts/environment site
	@.venv/bin/tthc check

serve: ## xem trang trên máy này, tự cập nhật khi sửa
	@scripts/environment site
	@.venv/bin/tthc serve

test: ## cài những gì kiểm thử cần rồi chạy mọi kiểm thử
	@scripts/environment test
	@scripts/test-tools
	@.venv/bin/ruff check generator tests benchmarks
	@.venv/bin/python -m pytest

quick: ## chỉ các kiểm thử nhanh, không trình duyệt
	@scripts/environment test
	@.venv/bin/python -m pytest -m "not browser and not slow"

types: ## kiểm tra kiểu (chưa sạch, để tham khảo)
	@scripts/environment test
	@.venv/bin/mypy

bench: ## so sánh tốc độ, in tỉ lệ
	@scripts/environment test
	@for file in benchmarks/bench_*.py; do .venv/bin/python $$file --short; done

lock: ## khóa lại phiên bản thư viện (cần uv)
	@scripts/lock

clean: ## xóa site/ và môi trường
	@rm -rf site .venv .cache tests/node/node_modules
