// Keeps what is typed on this device until the server has it. Without this script the forms' own buttons save.
"use strict";
(() => {
  const prefix = "thidua:", week = 7 * 24 * 3600e3;
  let store = null;
  try { store = localStorage; store.getItem(prefix); } catch { /* A browser that keeps nothing: the server's drafts remain. */ }
  const keys = () => store ? Object.keys(store).filter(k => k.startsWith(prefix)) : [];
  const read = key => { try { return JSON.parse(store.getItem(key)); } catch { return null; } };
  const drop = key => { if (store) store.removeItem(key); };

  // After signing out nothing stays: others may use this screen.
  const out = document.querySelector("[data-out]");
  for (const key of keys()) if (out || !(read(key)?.at > Date.now() - week)) drop(key);
  const who = document.body.dataset.who;
  if (!who) return;
  const place = form => prefix + who + ":" + form;
  const told = document.cookie.match(/(?:^|; )thidua-saved=([^;]*)/);
  if (told) { drop(place(decodeURIComponent(told[1]))); document.cookie = "thidua-saved=; path=/; max-age=0; samesite=strict"; }

  const clock = at => new Date(at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", hour12: false });
  const ticks = e => e.type === "checkbox" || e.type === "radio";
  const idOf = e => ticks(e) ? e.name + "=" + e.value : e.name;
  const now = e => ticks(e) ? e.checked : e.value;
  const shown = e => ticks(e) ? e.defaultChecked : e.options ? ([...e.options].find(o => o.defaultSelected) ?? e.options[0])?.value : e.defaultValue;
  const put = (e, value) => { if (ticks(e)) e.checked = value; else e.value = value; };
  const kept = form => [...form.elements].filter(e => e.name && (e.name === "_key" || (e.name[0] !== "_" && !/^(file|hidden|password|submit|button)$/.test(e.type))));

  const keep = form => {
    const key = place(form.dataset.keep), said = form.querySelector("[data-said]"), was = new Map();
    // The button that was pressed without signal: until it is pressed again nothing is sent, whatever was saved meanwhile.
    let unsent = null;
    const say = text => {
      const { notSent, sendNow } = form.dataset;
      said.textContent = unsent === null ? text : navigator.onLine ? sendNow.replace("{0}", unsent) + " " + text : notSent;
    };
    const copy = "taken" in form.dataset ? null : read(key);
    if (!copy) drop(key);
    const back = [], changed = [];
    for (const e of kept(form)) {
      const id = idOf(e), [before, typed] = copy?.f[id] ?? [];
      was.set(id, shown(e));
      if (typed === undefined) continue;
      if (typed === shown(e)) was.set(id, before);
      else if (e.name === "_key" || before === shown(e)) { was.set(id, before); put(e, typed); if (e.name !== "_key") back.push(e); }
      else if (!ticks(e)) changed.push([e, typed]);
    }
    for (const [e, typed] of changed) {
      const hint = document.createElement("p");
      hint.className = "beside"; hint.textContent = form.dataset["typedHere"].replace("{0}", typed);
      e.closest(".field")?.append(hint);
    }

    const write = () => {
      const f = {};
      for (const e of kept(form)) { const id = idOf(e); if (now(e) !== was.get(id)) f[id] = [was.get(id), now(e)]; }
      const any = Object.keys(f).some(id => id !== "_key");
      if (any) try { store.setItem(key, JSON.stringify({ at: Date.now(), f })); } catch { return false; }
      else drop(key);
      return any;
    };

    const autosave = "autosave" in form.dataset;
    let timer, soon, busy = false, dirty = false, stopped = false;
    const wait = ms => { clearTimeout(timer); timer = setTimeout(save, ms); };
    const ended = () => {
      stopped = true; write(); say(form.dataset.ended + " ");
      const again = document.createElement("a");
      again.href = "/sign-in?ReturnUrl=" + encodeURIComponent(location.pathname + location.search);
      again.textContent = form.dataset.signInAgain;
      said.append(again);
    };
    // What another window saved stands here too, where this one has changed nothing.
    const takeIn = result => {
      if (form.elements.version) form.elements.version.value = result.version;
      if (form.elements._was) form.elements._was.value = result.was;
      for (const [name, value] of Object.entries(result.others ?? {}))
        for (const e of kept(form)) if (e.name === name) { put(e, ticks(e) ? e.value === value : value); was.set(idOf(e), now(e)); }
    };
    const save = async () => {
      clearTimeout(timer);
      if (!autosave || busy || !dirty || stopped) return;
      busy = true; dirty = false;
      const data = new FormData(form);
      for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
      data.set("act", "save");
      const sent = kept(form).map(e => [idOf(e), now(e)]);
      try {
        const answer = await fetch(location.href, { method: "POST", body: new URLSearchParams(data), headers: { "X-Autosave": "1" }, keepalive: true });
        if (answer.redirected || !answer.headers.get("content-type")?.includes("json")) { busy = false; return ended(); }
        const result = await answer.json();
        if (answer.ok) { for (const [id, value] of sent) was.set(id, value); takeIn(result); write(); }
        // A clash needs a person: from here on only the buttons save.
        else if (answer.status === 409) stopped = true;
        say(result.said);
      } catch {
        dirty = true; write(); say(form.dataset.noSignal);
      }
      busy = false;
      if (dirty && !stopped) wait(4000);
    };

    form.addEventListener("input", () => {
      dirty = true; clearTimeout(soon);
      soon = setTimeout(() => {
        const held = write();
        if (!navigator.onLine) say(form.dataset.noSignal);
        else if (held && !autosave) say(form.dataset.local.replace("{0}", clock(Date.now())));
      }, 300);
      if (navigator.onLine) wait(2000);
    });
    form.addEventListener("submit", event => {
      clearTimeout(timer); clearTimeout(soon); write();
      const { queue } = form.dataset, waits = navigator.serviceWorker?.controller && (queue === "" || (queue && queue === event.submitter?.value));
      if (navigator.onLine || waits) stopped = true;
      else {
        event.preventDefault(); dirty = true;
        if (event.submitter?.value === "send") unsent = event.submitter.textContent.trim();
        say(form.dataset.noSignal); said.scrollIntoView({ block: "nearest" });
      }
    });
    addEventListener("online", () => { if (unsent !== null) say(""); if (dirty) wait(0); });
    addEventListener("pageshow", event => { if (event.persisted) stopped = false; });
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && !stopped) { if (dirty) write(); save(); } });

    // "As last time": without this script the button asks the server.
    const again = button => {
      const of = [...form.elements].filter(e => e.name === button.dataset.of && !e.matches("button"));
      for (const e of of) put(e, ticks(e) ? e.value === button.dataset.again : button.dataset.again);
      return of[0];
    };
    for (const button of form.querySelectorAll("[data-again]"))
      button.addEventListener("click", event => { event.preventDefault(); again(button)?.dispatchEvent(new Event("input", { bubbles: true })); });

    if (back.length > 0 && !("refused" in form.dataset)) {
      const note = document.createElement("div"), text = document.createElement("p"), other = document.createElement("button");
      note.className = "alert soon"; note.setAttribute("role", "status");
      text.textContent = form.dataset.restored.replace("{0}", clock(copy.at));
      other.type = "button"; other.textContent = form.dataset.dropRestored;
      other.addEventListener("click", () => { for (const e of back) { put(e, shown(e)); was.set(idOf(e), shown(e)); } drop(key); dirty = false; clearTimeout(timer); note.remove(); });
      note.append(text, other); form.prepend(note);
      dirty = true; if (navigator.onLine) wait(2000);
    }
  };
  for (const form of document.querySelectorAll("form[data-keep]")) keep(form);
})();
