// Sends what waited for signal, in its order and once each, and shows what still waits (docs/adr/0026).
"use strict";
(async () => {
  const { who, waiting, mend, sent } = document.body.dataset, token = "__RequestVerificationToken";
  const page = document.querySelector("[data-unsent]"), asked = new URLSearchParams(location.search);
  const mine = async () => (await unsent.all()).filter(i => i.who === who);
  const told = document.cookie.match(/(?:^|; )thidua-sent=([^;]*)/);
  if (told) { document.cookie = "thidua-sent=; path=/; max-age=0; samesite=strict"; await unsent.drop(decodeURIComponent(told[1])); }
  const make = (name, text) => { const e = document.createElement(name); e.textContent = text; return e; };

  // ---- The forms of this page.
  const forms = [...document.querySelectorAll("form[data-queue]")];
  const fill = (form, item) => {
    for (const e of form.elements) {
      if (!e.name || e.name === token || e.matches("button")) continue;
      const values = item.fields.filter(f => f[0] === e.name).map(f => f[1]);
      if (e.type === "file") {
        const held = new DataTransfer();
        for (const file of values) held.items.add(file);
        e.files = held.files;
      } else if (e.type === "checkbox" || e.type === "radio") e.checked = values.includes(e.value);
      else if (values.length > 0) e.value = values[0];
    }
    form.closest("details")?.setAttribute("open", "");
    form.dispatchEvent(new Event("input", { bubbles: true }));
    form.scrollIntoView();
  };
  // A copy of an empty form may be filled in more than once: each filling is its own.
  if (document.querySelector(".copied"))
    for (const form of forms) { const key = form.elements._key; if (key.value === key.defaultValue) key.value = crypto.randomUUID(); }
  const again = location.hash.match(/^#unsent=(.+)$/);
  if (again && forms.length > 0) {
    const item = (await mine()).find(i => i.key === decodeURIComponent(again[1]));
    // Once: what the server answers to it is newer.
    history.replaceState(null, "", location.pathname + location.search);
    if (item) fill(forms.find(f => f.elements._queue.value === item.form) ?? forms[0], item);
  }
  // A photo of a phone is larger than anybody looks at it; the server takes the place out of it.
  const shrink = async file => {
    try {
      const most = 1600, picture = await createImageBitmap(file, { imageOrientation: "from-image" }), part = Math.min(1, most / Math.max(picture.width, picture.height));
      if (part === 1 && file.size < 600e3) return file;
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [Math.round(picture.width * part), Math.round(picture.height * part)];
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const small = await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.85));
      return small && small.size < file.size ? new File([small], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
    } catch { return file; }
  };
  for (const form of forms)
    form.addEventListener("change", async event => {
      const input = event.target, chosen = [...(input.files ?? [])];
      if (!chosen.some(f => /^image\/(jpeg|png|webp)$/.test(f.type))) return;
      const held = new DataTransfer();
      for (const file of chosen) held.items.add(/^image\/(jpeg|png|webp)$/.test(file.type) ? await shrink(file) : file);
      // Chosen anew meanwhile: that one shrinks its own.
      if (chosen.every((f, at) => input.files[at] === f) && input.files.length === chosen.length) input.files = held.files;
    });
  navigator.serviceWorker.addEventListener("message", event => {
    for (const form of forms) {
      let said = form.querySelector("[data-said]");
      if (!said) { said = make("p", ""); said.className = "kept"; said.dataset.said = ""; said.setAttribute("role", "alert"); form.append(said); }
      said.textContent = event.data === "full" ? form.dataset.queueFull : form.dataset.queueLost;
    }
    // The page stayed: it keeps what is typed as before (keep.js).
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });

  // ---- Nobody signs out over what still waits without being asked.
  for (const form of document.querySelectorAll("form[action='/sign-out']"))
    form.addEventListener("submit", async event => {
      event.preventDefault();
      if ((await unsent.all()).length > 0) location.href = "/queue?out=1";
      else form.submit();
    });

  // ---- What waits, on each page a line, on its own page a list.
  const clock = at => new Date(at).toLocaleString("vi-VN", { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit", year: "numeric", hour12: false });
  const done = [];
  let sending = null, ended = false;
  const line = items => {
    document.querySelector(".unsent")?.remove();
    const [fixes, left] = [items.filter(i => i.state === "refused" || i.state === "conflict").length, items.filter(i => i.state === "waits").length];
    if (fixes + left + done.length === 0) return;
    const p = make("p", ""); p.className = fixes + left > 0 ? "unsent" : "unsent done"; p.setAttribute("role", "status");
    const link = (href, text) => { const a = make("a", text); a.href = href; p.append(a); };
    for (const d of done) link(d.to, `${sent} ${d.what}`);
    if (left > 0) link("/queue", waiting.replace("{0}", left));
    if (fixes > 0) link("/queue", mend.replace("{0}", fixes));
    document.getElementById("main").prepend(p);
  };
  const beside = (table, item) => {
    const starts = page.dataset.others.split("|"), rows = item.beside.flatMap(([field, own, hint]) => starts.filter(s => hint.startsWith(s)).map(s => [field, own, hint.slice(s.length).trim()]));
    table.hidden = rows.length === 0;
    table.tBodies[0].replaceChildren(...rows.map(row => {
      const tr = document.createElement("tr"), heads = [...table.tHead.rows[0].cells].map(c => c.textContent);
      for (const [at, text] of row.entries()) { const cell = make(at === 0 ? "th" : "td", text); if (at === 0) cell.scope = "row"; else cell.dataset.label = heads[at]; tr.append(cell); }
      return tr;
    }));
  };
  const shown = item => {
    const li = document.getElementById("unsent-item").content.firstElementChild.cloneNode(true), at = name => li.querySelector(`[data-${name}]`);
    const state = sending === item.key ? "sending" : item.state, dropped = state === "dropped", bad = state === "refused" || state === "conflict";
    const files = item.fields.filter(f => f[1] instanceof File).length;
    at("what").textContent = item.what;
    for (const name of li.querySelectorAll("[data-name]")) name.textContent = ": " + item.what;
    at("state").classList.add(bad ? "bad" : dropped ? "calm" : "soon");
    at("state").querySelector("use").setAttribute("href", "/icons.svg#" + (bad ? "missed" : "waiting"));
    at("words").textContent = page.dataset[state];
    at("when").textContent = page.dataset.typedAt.replace("{0}", clock(item.at)) + (files > 0 ? " · " + page.dataset.files.replace("{0}", files) : "");
    at("said").hidden = !bad;
    at("said").replaceChildren(...(item.said?.length > 0 ? item.said : [page.dataset.unknown]).map(s => make("li", s)));
    if (item.beside) beside(at("beside"), item);
    const edit = at("edit"), place = new URL(item.url, location.origin);
    place.searchParams.delete("handler");
    edit.href = place.pathname + place.search + "#unsent=" + encodeURIComponent(item.key);
    for (const e of [at("send"), edit, at("drop")]) e.hidden = dropped || sending === item.key;
    if (bad) at("send").hidden = true;
    at("undo").hidden = !dropped;
    const turn = async state => { await unsent.put({ ...item, state }); await show(); };
    at("send").addEventListener("click", () => drain(0));
    at("drop").addEventListener("click", async () => { await turn("dropped"); page.querySelector("[data-undo]:not([hidden])")?.focus(); });
    at("undo").addEventListener("click", () => turn("waits"));
    return li;
  };
  const show = async () => {
    const items = await mine();
    if (!page) return line(items);
    const part = name => page.querySelector(`[data-${name}]`), left = items.filter(i => i.state !== "dropped");
    page.hidden = false;
    const counts = [[waiting, left.filter(i => i.state === "waits").length], [mend, left.filter(i => i.state !== "waits").length]];
    part("count").textContent = counts.filter(c => c[1] > 0).map(c => c[0].replace("{0}", c[1])).join(", ");
    part("all").hidden = !left.some(i => i.state === "waits");
    part("ended").hidden = !ended;
    part("just").hidden = !left.some(i => i.key === asked.get("new") && i.state === "waits");
    const leaving = asked.has("out") ? (await unsent.all()).length : 0, foreign = leaving - items.length;
    part("empty").hidden = leaving + items.length + done.length > 0;
    part("leaving").hidden = leaving === 0;
    part("foreign").hidden = foreign <= 0;
    part("foreign").textContent = page.dataset.foreign.replace("{0}", foreign);
    part("items").replaceChildren(...items.map(shown), ...done.map(d => {
      const li = document.createElement("li"), a = make("a", d.what);
      a.href = d.to; li.append(page.dataset.sent + " ", a);
      return li;
    }));
  };

  // ---- Sending: one page at a time, with a fresh token, by the key that the form had when it was sent first.
  const read = html => {
    const answer = new DOMParser().parseFromString(html, "text/html"), folded = e => e.textContent.replace(/\s+/g, " ").trim();
    const fields = [...answer.querySelectorAll("main .field")];
    return {
      said: [
        ...[...answer.querySelectorAll("main [role=alert] li:not(:has(a))")].map(folded),
        ...fields.filter(f => f.querySelector(".error")).map(f => `${folded(f.querySelector("label, legend, .label"))}: ${folded(f.querySelector(".error"))}`),
      ],
      beside: fields.flatMap(f => {
        const hint = f.querySelector(".beside"), own = f.querySelector("input, select, textarea");
        return hint && own ? [[folded(f.querySelector("label, legend")), own.selectedOptions?.[0]?.textContent ?? own.value, folded(hint)]] : [];
      }),
    };
  };
  const later = status => [408, 429, 502, 503, 504].includes(status);
  const send = async item => {
    const now = await fetch("/queue/session", { cache: "no-store" });
    if (!now.ok) return "later";
    const session = await now.json();
    // The list is the device's own: with signal again it is no copy any more.
    if (page) document.querySelector(".copied")?.remove();
    if (session.who !== who) return "ended";
    const body = new FormData();
    for (const [name, value] of item.fields) if (name !== token) body.append(name, value);
    body.append(token, session.token);
    const answer = await fetch(item.url, { method: "POST", body, headers: { "X-Queued": "1" } });
    if (later(answer.status)) return "later";
    // What fails again and again does not hold up what stands behind it.
    const fails = (item.fails ?? 0) + 1;
    if (answer.status >= 500 && fails < 4) { await unsent.put({ ...item, fails }); return "later"; }
    if (answer.ok && answer.headers.get("content-type")?.includes("json")) {
      done.push({ what: item.what, to: (await answer.json()).to });
      await unsent.drop(item.key);
      return "sent";
    }
    if (answer.redirected) return "ended";
    const told = answer.ok ? read(await answer.text()) : { said: [] };
    await unsent.put({ ...item, ...told, state: answer.headers.has("X-Conflict") ? "conflict" : "refused", status: answer.status });
    return "refused";
  };
  const pauses = [5e3, 15e3, 60e3, 300e3];
  let tries = 0, timer = 0;
  const work = async () => {
    for (let item; (item = (await mine()).find(i => i.state === "waits")); ) {
      sending = item.key; await show();
      const came = await send(item).catch(() => "later");
      sending = null; ended = came === "ended";
      if (came === "ended") return;
      if (came === "later") { timer = setTimeout(() => drain(tries + 1), pauses[Math.min(tries, pauses.length - 1)]); return; }
      tries = 0;
    }
  };
  const drain = async count => {
    clearTimeout(timer); tries = count;
    if (navigator.locks) await navigator.locks.request("unsent", { ifAvailable: true }, lock => lock && work());
    else await work();
    await show();
  };

  if (page) {
    for (const item of await mine()) if (item.state === "dropped") await unsent.drop(item.key);
    const fresh = (await mine()).find(i => i.key === asked.get("new"));
    // It stands in the queue now: the form of the next one begins empty.
    if (fresh?.keep) try { localStorage.removeItem(`thidua:${who}:${fresh.keep}`); } catch { /* Nothing is kept there. */ }
    page.querySelector("[data-all]").addEventListener("click", () => drain(0));
    page.querySelector("[data-leave]").addEventListener("click", () => document.querySelector("form[action='/sign-out']").submit());
  }
  await show();
  addEventListener("online", () => drain(0));
  // Somebody is about to sign out: what waits goes first, as far as it can.
  if (!again) await drain(0);
})();
