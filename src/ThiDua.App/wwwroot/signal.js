// Has a worker keep pages and what waits for signal (docs/adr/0026). Without it forms are sent as ever.
"use strict";
(async () => {
  const workers = navigator.serviceWorker, { queue, store } = document.currentScript.dataset;
  const { who } = document.body.dataset, out = document.querySelector("[data-out]");
  if (!workers || !self.caches) return;
  // Signed out, or somebody else: nothing of the first stays to be seen.
  for (const name of await caches.keys())
    if (out ? !name.startsWith("shell:") : who && name.startsWith("pages:") && name !== "pages:" + who) await caches.delete(name);
  if (out) { workers.controller?.postMessage({ out: true }); indexedDB.deleteDatabase("thidua"); }
  if (!who || !queue) return;
  const here = location.pathname;
  if (document.querySelector("form[data-queue]") || here === "/queue" || /(^|; )thidua-sent=/.test(document.cookie) || (await caches.has("waiting"))) { await import(store); await import(queue); }
  workers.register("/sw.js");
  const { active } = await workers.ready;
  if (!document.querySelector(".copied")) active.postMessage({ keep: here === "/my-work" ? ["/my-work", "/queue", "/registers", ...[...document.querySelectorAll("main a[href]")].map(a => a.getAttribute("href")).filter(h => /^\/(reports\/.+\/.+\/|tasks\/.)/.test(h)).slice(0, 24)] : ["/queue", "/my-work"] });
})();
