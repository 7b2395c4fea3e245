// What waits for signal on this device: one shelf for the pages and their worker.
"use strict";
self.unsent = (() => {
  const shelf = "unsent";
  const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open("thidua", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(shelf, { keyPath: "key" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const run = async (mode, ask) => {
    const db = await open();
    // Another page of this device takes all away: it must not wait for this one.
    db.onversionchange = () => db.close();
    try {
      return await new Promise((done, fail) => {
        const act = db.transaction(shelf, mode, { durability: "strict" }), asked = ask(act.objectStore(shelf));
        act.oncomplete = () => done(asked?.result);
        act.onabort = act.onerror = () => fail(act.error);
      });
    } finally { db.close(); }
  };
  // In the order in which they came, whatever the device's clock said.
  const all = async () => (await run("readonly", s => s.getAll())).sort((a, b) => a.order - b.order);
  // A mark that pages read without opening the shelf.
  const mark = async () => { try { await ((await all()).length > 0 ? caches.open("waiting") : caches.delete("waiting")); } catch { /* Looked for again later. */ } };
  return {
    all,
    put: async item => {
      const others = await all();
      item.order = others.find(o => o.key === item.key)?.order ?? (others.at(-1)?.order ?? 0) + 1;
      await run("readwrite", s => s.put(item));
      await mark();
    },
    drop: async key => { await run("readwrite", s => s.delete(key)); await mark(); },
  };
})();
