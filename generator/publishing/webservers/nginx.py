"""nginx, with the brotli module of the same Debian release (libnginx-mod-http-brotli-static)."""

from __future__ import annotations

from generator.publishing.webservers.policy import IMMUTABLE, OPEN_FOLDERS, PAGES, REVALIDATE, TYPES, ServerPolicy

NAME = "nginx"
FILE = ""  # belongs into the server's own configuration
CHARSET_TYPES = (
    "text/plain text/css text/xml application/javascript application/json application/xml application/atom+xml "
    "text/calendar text/markdown text/csv text/turtle application/jsonl application/ld+json"
)


def render(site: ServerPolicy, brotli: bool = True) -> str:
    """`map` blocks and a `server` block, for the http level. brotli: the brotli module is installed."""
    headers = "\n".join(f'    add_header {name} "{value}" always;' for name, value in site.quoted_headers.items())
    types = " ".join(f"{kind} {suffix};" for suffix, kind in TYPES.items())
    where = f"root {site.root}/current;" if site.base == "/" else f"alias {site.root}/current/;"
    small = "    brotli_static on;\n" if brotli else ""
    unknown = "".join(f'    "~^{folder}" "{page}";\n' for folder, page in site.unknown_pages.items())
    return f"""# tthc: đặt trong http {{ }}, ví dụ /etc/nginx/conf.d/tthc.conf
map $uri $tthc_cache {{
    default "{REVALIDATE}";
    "~^{site.base}pagefind/(fragment|index|filter)/[^/]+\\.pf_[a-z]+$" "{IMMUTABLE}";
    "~^{site.base}pagefind/pagefind\\.[^/]+\\.pf_meta$" "{IMMUTABLE}";
    "~^{site.base}(assets|tim-kiem)/.+\\.[0-9a-f]{{10}}\\.[a-z]+$" "{IMMUTABLE}";
}}
map $uri $tthc_cors {{
    default "";
    "~^{site.base}({"|".join(OPEN_FOLDERS)})/" "*";
}}
# địa chỉ không có trang: mỗi bản có trang báo của mình
map $uri $tthc_unknown {{
    default "{site.base}404.html";
{unknown}}}
server {{
    listen {site.listen};
    server_name {site.name};
    server_tokens off;
    absolute_redirect off;
    include /etc/nginx/mime.types;
    types {{ {types} }}
    default_type application/octet-stream;
    charset utf-8;
    charset_types {CHARSET_TYPES};
    gzip_static on;
    gzip_vary on;
{small}    # bản nén sẵn được gửi thẳng; không mở tệp trước khi chuyển bản: open_file_cache để tắt
{headers}
    add_header Cache-Control $tthc_cache always;
    add_header Access-Control-Allow-Origin $tthc_cors always;
    # tên bền: có trang thì dẫn tới trang; không có (bản ghi đã gỡ) thì tệp của tên ấy trả lời
    location ~ ^{site.base}((?:[a-z0-9-]+/)*)id/thu-tuc/([0-9])\\.([0-9]+)/?$ {{
        if (-d {site.root}/current/$1thu-tuc/$2-$3) {{ return 303 {site.base}$1thu-tuc/$2-$3/; }}
        rewrite ^(.*?)/?$ $1/index.html last;
    }}
    location ~ ^{site.base}((?:[a-z0-9-]+/)*)id/({PAGES})/([a-z0-9-]+)/?$ {{
        if (-d {site.root}/current/$1$2/$3) {{ return 303 {site.base}$1$2/$3/; }}
        rewrite ^(.*?)/?$ $1/index.html last;
    }}
    location {site.base} {{
        {where}
        index index.html;
        error_page 404 $tthc_unknown;
    }}
    location ~ /(\\.htaccess|web\\.config)(\\.br|\\.gz)?$ {{ return 404; }}
}}
"""
