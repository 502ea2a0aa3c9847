"""Apache 2.4: the .htaccess that is part of every release (requires AllowOverride FileInfo Indexes Options,
mod_headers, mod_rewrite), and a virtual host with the same directives."""

from __future__ import annotations

from generator.publishing.webservers.policy import IMMUTABLE, OPEN_FOLDERS, PAGES, REVALIDATE, TYPES, ServerPolicy

NAME = "apache"
FILE = ".htaccess"
SMALL = "html|css|js|json|svg|xml|txt|ics|csv|md|jsonl|webmanifest|pagefind|ttl|jsonld"


def htaccess(site: ServerPolicy) -> str:
    """The directives for the site's folder."""
    headers = "\n".join(f'    Header always set {name} "{value}"' for name, value in site.quoted_headers.items())
    unknown = "".join(
        f'<If "%{{REQUEST_URI}} =~ m#^{folder}#">\n    ErrorDocument 404 {page}\n</If>\n'
        for folder, page in site.unknown_pages.items()
    )
    types = "\n".join(f"AddType {kind} .{suffix}" for suffix, kind in TYPES.items())
    return f"""# tthc: máy chủ Apache đọc tệp này trong thư mục của trang
DirectoryIndex index.html
DirectorySlash On
ErrorDocument 404 {site.base}404.html
{unknown}FileETag MTime Size
AddDefaultCharset utf-8
AddCharset utf-8 .css .js .json .xml .ics .svg .md .csv .ttl .jsonl .jsonld
{types}
<IfModule mod_headers.c>
{headers}
    Header always set Cache-Control "{REVALIDATE}"
    SetEnvIf Request_URI "/pagefind/(fragment|index|filter)/[^/]+\\.pf_[a-z]+$" tthc_hashed
    SetEnvIf Request_URI "/pagefind/pagefind\\.[^/]+\\.pf_meta$" tthc_hashed
    SetEnvIf Request_URI "/(assets|tim-kiem)/.+\\.[0-9a-f]{{10}}\\.[a-z]+(\\.br|\\.gz)?$" tthc_hashed
    Header always set Cache-Control "{IMMUTABLE}" env=tthc_hashed
    Header always set Cache-Control "{IMMUTABLE}" env=REDIRECT_tthc_hashed
    SetEnvIf Request_URI "/({"|".join(OPEN_FOLDERS)})/" tthc_open
    Header always set Access-Control-Allow-Origin "*" env=tthc_open
    Header always set Access-Control-Allow-Origin "*" env=REDIRECT_tthc_open
    <IfModule mod_rewrite.c>
        RewriteEngine On
        # tên bền: có trang thì dẫn tới trang; không có (bản ghi đã gỡ) thì tệp của tên ấy trả lời
        RewriteCond "%{{REQUEST_URI}} %{{REQUEST_FILENAME}}" "^(/.*)?/id/thu-tuc/([0-9])\\.([0-9]+)/? (.*)/id/thu-tuc/"
        RewriteCond "%4/thu-tuc/%2-%3" -d
        RewriteRule (?:^|/)id/thu-tuc/ "%1/thu-tuc/%2-%3/" [R=303,L]
        RewriteCond "%{{REQUEST_URI}} %{{REQUEST_FILENAME}}" "^(/.*)?/id/({PAGES})/([a-z0-9-]+)/? (.*)/id/(?:{PAGES})/"
        RewriteCond "%4/%2/%3" -d
        RewriteRule (?:^|/)id/(?:{PAGES})/ "%1/%2/%3/" [R=303,L]
        RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
        RewriteCond %{{REQUEST_FILENAME}}.br -f
        RewriteRule ^(.+)\\.({SMALL})$ $1.$2.br [L]
        RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
        RewriteCond %{{REQUEST_FILENAME}}.gz -f
        RewriteRule ^(.+)\\.({SMALL})$ $1.$2.gz [L]
    </IfModule>
    <FilesMatch "\\.({SMALL})(\\.br|\\.gz)?$">
        Header always merge Vary Accept-Encoding
    </FilesMatch>
    RemoveType .gz .br
    RemoveLanguage .br
    AddEncoding br .br
    AddEncoding gzip .gz
    SetEnvIf Request_URI "\\.(br|gz)$" no-gzip no-brotli
</IfModule>
<FilesMatch "^(\\.htaccess|web\\.config)">
    Require all denied
</FilesMatch>
"""


def render(site: ServerPolicy) -> str:
    """A complete virtual host."""
    inner = "".join(f"        {line}\n" if line else "\n" for line in htaccess(site).splitlines())
    location = (
        f"    DocumentRoot {site.root}/current\n"
        if site.base == "/"
        else f"    Alias {site.base} {site.root}/current/\n"
    )
    name = "" if site.name == "_" else f"    ServerName {site.name}\n"
    listen = site.listen if ":" in site.listen else f"*:{site.listen}"
    return f"""# tthc: ví dụ /etc/apache2/sites-available/tthc.conf; cần a2enmod headers rewrite
<VirtualHost {listen}>
{name}{location}    <Directory {site.root}>
        Options FollowSymLinks
        AllowOverride None
        Require all granted
{inner}    </Directory>
</VirtualHost>
"""
