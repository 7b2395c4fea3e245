// Keeps what is typed: a pause, or leaving the page, saves the draft. Without this script the buttons do the same.
"use strict";
for (const form of document.querySelectorAll("form[data-autosave]")) {
  const said = form.querySelector("[data-said]");
  let timer, busy = false, dirty = false, stopped = false;

  const save = async () => {
    clearTimeout(timer);
    if (busy || !dirty || stopped) return;
    busy = true; dirty = false;
    const body = new URLSearchParams(new FormData(form));
    body.set("act", "save");
    try {
      const answer = await fetch(location.href, { method: "POST", body, headers: { "X-Autosave": "1" }, keepalive: true });
      const result = await answer.json();
      if (answer.ok) form.elements.version.value = result.version;
      // A conflict needs a person: from here on only the buttons save.
      else if (answer.status === 409) stopped = true;
      said.textContent = result.said;
    } catch {
      dirty = true; // No signal: what is typed stays in the page, and the next pause tries again.
    }
    busy = false;
    if (dirty && !stopped) wait();
  };
  const wait = () => { clearTimeout(timer); timer = setTimeout(save, 2000); };

  form.addEventListener("input", () => { dirty = true; wait(); });
  form.addEventListener("submit", () => { stopped = true; clearTimeout(timer); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
}
