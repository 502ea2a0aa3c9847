// Keeps the pages of “xã của bạn” for when there is no network. Pages come from the network first, so nobody reads an old copy
// without need; when an old copy is shown it says so, with the time it was kept. Nothing is sent anywhere.
const PAGES = "trang-1";
const FILES = "tep-1";
const ROOT = new URL("./", self.location).href;
const NO_NETWORK = `${ROOT}ngoai-mang/`;
const WAIT = 4000; // ms for a page, before the kept copy is shown
const AT = "x-luu-luc";

self.addEventListener("install", (event) => event.waitUntil(take(PAGES, NO_NETWORK).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(keep(String(event.data.keep)).then((count) => event.source?.postMessage({ kept: count })));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
  if (request.url.startsWith(`${ROOT}assets/`)) event.respondWith(fileFirst(request));
  else if (request.mode === "navigate") event.respondWith(page(request));
  else if (request.url.startsWith(`${ROOT}tim-kiem/`)) event.respondWith(networkFirst(request));
});

/** A style, a script, a picture: its name changes when it does, so the kept one is the right one. A fixed name is asked for first. */
async function fileFirst(request) {
  if (!/\.[0-9a-f]{10}\.\w+$/.test(request.url)) return networkFirst(request);
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}

async function networkFirst(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok && (await caches.match(request))) await put(FILES, request.url, answer.clone());
    return answer;
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

async function page(request) {
  const plain = request.url.replace(/[?#].*$/, "");
  const kept = await caches.match(plain);
  const late = new AbortController();
  const timer = kept ? setTimeout(() => late.abort(), WAIT) : 0;
  try {
    const answer = await fetch(request, kept ? { signal: late.signal } : {});
    if (answer.ok && kept) await put(PAGES, plain, answer.clone());
    if (answer.status >= 500 && kept) return oldCopy(kept);
    return answer;
  } catch {
    return kept ? oldCopy(kept) : (await caches.match(NO_NETWORK)) ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}

/** The kept page with a line that says so. */
async function oldCopy(kept) {
  const at = new Date(Number(kept.headers.get(AT)));
  const when = new Intl.DateTimeFormat("vi-VN", { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" }).format(at);
  const line = `<p class="old-copy" role="status" data-old-copy>Không có mạng: đây là bản lưu lúc ${when}, có thể đã cũ.</p>`;
  const html = (await kept.text()).replace(/<body[^>]*>/, (body) => body + line);
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}

/** Keep everything a commune's list names, with what those pages load; what an earlier list named and this one does not goes. */
async function keep(name) {
  const answer = await fetch(`${ROOT}ngoai-mang/${encodeURIComponent(name)}.json`, { cache: "no-cache" });
  if (!answer.ok) return 0;
  const list = await answer.json();
  const pages = list.pages.map((path) => ROOT + path);
  const wanted = new Set();
  await each(pages, async (url) => {
    const text = await take(PAGES, url);
    for (const [, path] of text.matchAll(/["'(]([^"'()\s]*assets\/[^"'()\s?#]+)/g)) wanted.add(new URL(path, url).href);
  });
  for (const path of list.files) {
    const url = ROOT + path;
    const text = await take(FILES, url);
    wanted.add(url);
    for (const [, file] of text.matchAll(/"([\w-]+\.[0-9a-f]{10}\.json)"/g)) wanted.add(new URL(file, url).href);
  }
  const files = await caches.open(FILES);
  for (const url of wanted) { // the set grows while scripts name further scripts
    const text = (await files.match(url)) && !url.endsWith(".js") ? "" : await take(FILES, url);
    if (url.endsWith(".js")) for (const [, file] of text.matchAll(/["'](\.\/[\w.-]+\.js)["']/g)) wanted.add(new URL(file, url).href);
  }
  await drop(PAGES, new Set([...pages, NO_NETWORK]));
  await drop(FILES, wanted);
  return pages.length;
}

async function each(items, work) {
  const left = [...items];
  await Promise.all(Array.from({ length: 4 }, async () => {
    while (left.length) await work(left.shift());
  }));
}

/** Fetch and keep; the text, empty when it cannot be had. */
async function take(where, url) {
  try {
    const answer = await fetch(url, { cache: "no-cache" });
    if (!answer.ok) return "";
    await put(where, url, answer.clone());
    return /text|json|script/.test(answer.headers.get("content-type") ?? "") ? answer.text() : "";
  } catch {
    return "";
  }
}

async function put(where, url, answer) {
  const headers = new Headers(answer.headers);
  headers.set(AT, String(Date.now()));
  const copy = new Response(await answer.blob(), { status: answer.status, headers });
  await (await caches.open(where)).put(url, copy);
}

async function drop(where, wanted) {
  const cache = await caches.open(where);
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}
