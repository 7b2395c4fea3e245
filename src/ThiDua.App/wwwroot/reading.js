// Keeps the page of a reading up to date, and goes on to what comes after it. Without this script the page loads itself again.
"use strict";
(function () {
  const shown = document.querySelector("[data-reading]");
  if (!shown) return;

  const show = (next) => {
    // Replaced only where it changed: what is read out, and where the focus stands, is not disturbed.
    if (next.dataset.reading !== shown.dataset.reading) {
      shown.innerHTML = next.innerHTML;
      shown.dataset.reading = next.dataset.reading;
      if (!next.dataset.open) { delete shown.dataset.open; document.title = next.ownerDocument.title; }
      return;
    }
    const [said, saidNext] = [shown.querySelector("[data-said]"), next.querySelector("[data-said]")];
    if (said && saidNext && said.textContent.trim() !== saidNext.textContent.trim()) said.textContent = saidNext.textContent.trim();
    const [bar, barNext] = [shown.querySelector("progress"), next.querySelector("progress")];
    if (bar && barNext) bar.value = barNext.value;
    else if (barNext) shown.querySelector("[role=status]").after(barNext.parentElement);
  };

  const ask = async () => {
    try {
      const answer = await fetch(location.href);
      if (answer.redirected) { location.replace(answer.url); return; }
      if (answer.ok) {
        const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-reading]");
        if (next) show(next);
      }
    } catch {
      // No signal for a moment: the next question may get through.
    }
    if (shown.dataset.open) setTimeout(ask, 1500);
  };
  if (shown.dataset.open) setTimeout(ask, 1500);
})();
