// Says how far the reading of an uploaded plan is. Without this script the next page comes when the reading is done.
"use strict";
(function () {
  const form = document.querySelector("form[data-watch]");
  if (!form) return;
  const said = form.querySelector("[data-said]"), button = form.querySelector("button.main");
  let timer;

  const ask = async () => {
    try {
      const answer = await fetch("/plans/new?handler=Reading&watch=" + encodeURIComponent(form.elements.watch.value));
      if (answer.status === 200) {
        const at = await answer.json();
        const words = said.dataset.page.replace("{0}", at.page).replace("{1}", at.pages);
        // The same words again would be read out again.
        if (said.textContent !== words) said.textContent = words;
      }
    } catch {
      // No signal for a moment: the next question may get through.
    }
    timer = setTimeout(ask, 1000);
  };

  form.addEventListener("submit", () => {
    said.textContent = said.dataset.reading;
    button.disabled = true;
    timer = setTimeout(ask, 1000);
  });
  // Back from the next page: the form is as it was.
  addEventListener("pageshow", () => { clearTimeout(timer); button.disabled = false; said.textContent = ""; });
})();
