// "/" leads to the search, as long as nobody is typing.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = [...document.querySelectorAll("[data-search]")].find((f) => f.checkVisibility());
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
