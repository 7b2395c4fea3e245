// Says that the upload is on its way. Without this script the next page comes when the file is read, or after three seconds.
"use strict";
(function () {
  const form = document.querySelector("form[data-upload]");
  if (!form) return;
  const said = form.querySelector("[data-said]"), button = form.querySelector("button.main");
  form.addEventListener("submit", () => {
    said.textContent = said.dataset.reading;
    button.disabled = true;
  });
  // Back from the next page: the form is as it was.
  addEventListener("pageshow", () => { button.disabled = false; said.textContent = ""; });
})();
