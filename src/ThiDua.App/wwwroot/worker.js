// Keeps copies of pages for where there is no signal, and what was sent there (docs/adr/0026). The program's version and the
// files of its shell stand before this text (/sw.js).
"use strict";
const shelfOfPages = "pages:", ownCopy = "X-On-Device", freshFor = 6 * 3600e3, mostPages = 80;
const away = status => status >= 502 && status <= 504;
const waits = /^\/(registers|reports|tasks)\//;
const wanted = /href="(\/(?:registers\/[a-z0-9-]+\/new|reports\/[a-z0-9]+\/[a-z0-9]+\/[A-Za-z0-9-]+|tasks\/[a-z0-9]+))"/g;

addEventListener("install", event => event.waitUntil((async () => {
  const kept = await caches.open("shell:" + shell.version);
  // As a stranger sees it: what is kept for everybody names nobody.
  await kept.addAll([...shell.files, "/offline"].map(f => new Request(f, { credentials: "omit" })));
  await skipWaiting();
})()));
addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("shell:") && name !== "shell:" + shell.version) await caches.delete(name);
  await clients.claim();
})()));
// Counts up when a person signs out: what was being fetched for them is not kept any more.
let turn = 0;
const forget = async () => {
  turn++;
  for (const name of await caches.keys()) if (!name.startsWith("shell:")) await caches.delete(name);
};
addEventListener("message", event => {
  if (event.data?.out) event.waitUntil(forget());
  // A page that was on its way while this began is nobody's yet.
  if (event.data?.keep) event.waitUntil(clients.claim().then(() => fetchCopies(event.data.keep, 1)).catch(() => null));
});

addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate" && request.method === "GET") event.respondWith(read(event, url));
  else if (request.mode === "navigate" && waits.test(url.pathname)) event.respondWith(send(event, url));
  else if (request.method === "GET" && shell.files.some(f => f.split("?")[0] === url.pathname))
    event.respondWith(fetch(request).catch(async () => (await ofShell(url.pathname)) ?? Response.error()));
});

const ofShell = async path => (await caches.open("shell:" + shell.version)).match(path, { ignoreSearch: true, ignoreVary: true });

// Always the server first: a copy is shown where it does not answer, and says so.
const read = async (event, url) => {
  let answer = null;
  try {
    answer = await fetch(event.request);
    if (!away(answer.status)) {
      if (answer.status === 200 && answer.headers.get(ownCopy)) event.waitUntil(keep(url, answer.clone()).catch(() => null));
      return answer;
    }
  } catch { /* No signal. */ }
  const own = await copy(url);
  if (own) return own;
  if (url.pathname === "/" && (await kept(new URL("/my-work", url)))) return Response.redirect("/my-work");
  return answer ?? (await ofShell("/offline")) ?? Response.error();
};

const keep = async (url, answer, since = turn) => {
  const mine = shelfOfPages + answer.headers.get(ownCopy), headers = new Headers(answer.headers), text = await answer.text();
  for (const name of await caches.keys()) if (name.startsWith(shelfOfPages) && name !== mine) await caches.delete(name);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  if (since !== turn) return text;
  const cache = await caches.open(mine), address = url.pathname + url.search;
  await cache.delete(address);
  await cache.put(address, new Response(text, { headers }));
  for (const old of (await cache.keys()).slice(0, -mostPages)) await cache.delete(old);
  return text;
};

const kept = async url => {
  for (const name of await caches.keys())
    if (name.startsWith(shelfOfPages)) {
      const found = await (await caches.open(name)).match(url.pathname + url.search, { ignoreVary: true, ignoreSearch: url.pathname === "/queue" });
      if (found) return found;
    }
  return null;
};

// The moment is the server's own: a device's clock may be wrong.
const momentOf = answer => {
  const at = new Date(answer.headers.get("date")), zone = { timeZone: "Asia/Ho_Chi_Minh" };
  const day = d => d.toLocaleDateString("vi-VN", { ...zone, day: "2-digit", month: "2-digit", year: "numeric" });
  const time = at.toLocaleTimeString("vi-VN", { ...zone, hour: "2-digit", minute: "2-digit", hour12: false });
  return day(at) === day(new Date()) ? time : time + " " + day(at);
};

const copy = async url => {
  const found = await kept(url);
  if (!found) return null;
  const text = await found.text();
  const said = text.replace(/<template id="copied">([^]*?)<\/template>/, (_, words) => words.replace("{0}", momentOf(found)));
  return new Response(said, { headers: found.headers });
};

const fetchCopies = async (addresses, deep, since = turn) => {
  for (const address of addresses) {
    if (since !== turn) return;
    const there = await kept(new URL(address, location.origin));
    if (there && Date.now() - new Date(there.headers.get("date")) < freshFor) continue;
    const answer = await fetch(address, { credentials: "same-origin" });
    if (answer.redirected || answer.status !== 200 || !answer.headers.get(ownCopy)) continue;
    const text = await keep(new URL(address, location.origin), answer, since);
    if (deep > 0) await fetchCopies(new Set([...text.matchAll(wanted)].map(m => m[1]).slice(0, 24)), deep - 1, since);
  }
};

const tell = async (url, what) => {
  for (const page of await clients.matchAll()) if (new URL(page.url).pathname === url.pathname) page.postMessage(what);
};

// A form on its way: where the server does not answer it waits on the device. Nothing to show: the page stays as it is.
const send = async (event, url) => {
  const form = event.request.clone();
  let answer = null;
  try {
    answer = await fetch(event.request);
    // 400: the form's token was of a copy; a fresh one is taken for what waits.
    if (!away(answer.status) && answer.status !== 400) return answer;
  } catch { /* No signal, or it went while this was on its way. */ }
  const fields = [...(await form.formData())], one = name => fields.find(f => f[0] === name)?.[1];
  const may = one("_queue") && one("_who") && one("_key") && (!one("_queueAct") || one("_queueAct") === one("act"));
  if (may)
    try {
      const brought = fields.filter(f => !(f[1] instanceof File) || f[1].size > 0);
      // Told apart from others of its form by the first words that were typed.
      const words = brought.find(f => f[0][0] !== "_" && typeof f[1] === "string" && /\p{L}\S*\s+\S/u.test(f[1]))?.[1] ?? brought.find(f => f[1] instanceof File)?.[1].name;
      const what = one("_queue") + (words && !one("_queue").includes(words) ? ": " + words.slice(0, 80) : "");
      await unsent.put({ key: one("_key"), who: one("_who"), what, form: one("_queue"), url: url.pathname + url.search, keep: one("_keep"), at: Date.now(), state: "waits", fields: brought });
      return Response.redirect("/queue?new=" + encodeURIComponent(one("_key")), 303);
    } catch { await tell(url, "full"); }
  else if (answer) return answer;
  else await tell(url, "lost");
  return new Response(null, { status: 204 });
};
