// A button that copies the text of a box; without script the box itself is marked and copied.
"use strict";
for (const button of document.querySelectorAll("[data-copy]")) {
  button.classList.remove("hidden");
  button.addEventListener("click", async () => {
    const box = document.getElementById(button.dataset.copy);
    box.select();
    // Plain http, and older browsers within apps, have no clipboard of their own.
    try { await navigator.clipboard.writeText(box.value); } catch { document.execCommand("copy"); }
    button.textContent = button.dataset.done;
  });
}
