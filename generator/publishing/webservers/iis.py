"""IIS 8 or later: the web.config that is part of every release. Uses only built-in modules: serving precompressed
copies would need the URL Rewrite module, so here IIS compresses by itself."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from generator.publishing.webservers.policy import OPEN_FOLDERS, REVALIDATE, TYPES, ServerPolicy

NAME = "iis"
FILE = "web.config"


def render(site: ServerPolicy) -> str:
    """web.config for the site's folder."""
    headers = "\n".join(
        f"        <add name={quoteattr(name)} value={quoteattr(value)} />" for name, value in site.headers.items()
    )
    suffixes = TYPES | dict.fromkeys(
        ("pf_fragment", "pf_index", "pf_meta", "pf_filter", "pagefind"), "application/octet-stream"
    )
    types = "\n".join(
        f'      <remove fileExtension=".{suffix}" />\n      <mimeMap fileExtension=".{suffix}" mimeType="{kind}" />'
        for suffix, kind in suffixes.items()
    )
    cache = 'cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable"'
    ever = "\n".join(
        f"""  <location path="{path}">
    <system.webServer>
      <staticContent><clientCache {cache} /></staticContent>
    </system.webServer>
  </location>"""
        for path in ("assets", "pagefind/fragment", "pagefind/index")
    )
    ever += f"""
  <location path="assets/places.json">
    <system.webServer>
      <staticContent><clientCache cacheControlMode="NoControl" cacheControlCustom="{REVALIDATE}" /></staticContent>
    </system.webServer>
  </location>"""
    ever += "".join(
        f"""
  <location path="{path}">
    <system.webServer>
      <httpProtocol><customHeaders><add name="Access-Control-Allow-Origin" value="*" /></customHeaders></httpProtocol>
    </system.webServer>
  </location>"""
        for path in OPEN_FOLDERS
    )
    ever += "".join(
        f"""
  <location path={quoteattr(folder.rstrip("/"))}>
    <system.webServer>
      <httpErrors>
        <remove statusCode="404" />
        <error statusCode="404" path={quoteattr(f"{site.base}{folder}404.html")} responseMode="ExecuteURL" />
      </httpErrors>
    </system.webServer>
  </location>"""
        for folder in site.editions
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files><clear /><add value="index.html" /></files>
    </defaultDocument>
    <directoryBrowse enabled="false" />
    <httpErrors errorMode="Custom" existingResponse="Replace">
      <remove statusCode="404" />
      <error statusCode="404" path={quoteattr(site.base + "404.html")} responseMode="ExecuteURL" />
    </httpErrors>
    <urlCompression doStaticCompression="true" />
    <staticContent>
      <clientCache cacheControlMode="NoControl" cacheControlCustom="{REVALIDATE}" />
{types}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{headers}
      </customHeaders>
    </httpProtocol>
    <security>
      <requestFiltering removeServerHeader="true">
        <verbs allowUnlisted="false"><add verb="GET" allowed="true" /><add verb="HEAD" allowed="true" /></verbs>
        <hiddenSegments><add segment=".htaccess" /></hiddenSegments>
      </requestFiltering>
    </security>
  </system.webServer>
{ever}
</configuration>
"""
