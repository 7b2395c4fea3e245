// Shows the lines of the plan beside what was read from them, while an item is pointed at or has the focus.
"use strict";
(function () {
  const pane = document.getElementById("source");
  const list = document.querySelector(".items");
  if (!pane || !list) return;
  let shown = [], current = null;

  function show(item) {
    if (item === current) return;
    current = item;
    shown.forEach(line => line.classList.remove("lit"));
    shown = [];
    const [first, last] = item.dataset.lines.split("-").map(Number);
    for (let n = first; n > 0 && n <= last; n++) {
      const line = document.getElementById("L" + n);
      if (line) { line.classList.add("lit"); shown.push(line); }
    }
    // Only the pane moves, never the page: and only where the two stand side by side.
    if (shown.length && pane.scrollHeight > pane.clientHeight) {
      const top = shown[0].getBoundingClientRect().top - pane.getBoundingClientRect().top;
      const bottom = shown[shown.length - 1].getBoundingClientRect().bottom - pane.getBoundingClientRect().top;
      if (top < 0 || bottom > pane.clientHeight) pane.scrollTop += top - pane.clientHeight / 4;
    }
  }

  for (const kind of ["mouseover", "focusin"])
    list.addEventListener(kind, event => {
      const item = event.target.closest(".item");
      if (item) show(item);
    });
})();
