// Moves a map under the mouse or two fingers. Its links do the same without this script, and show more when zoomed in.
"use strict";
for (const figure of document.querySelectorAll("[data-map]")) {
  const svg = figure.querySelector("svg[data-box]"), [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  let view = [0, 0, width, height], timer;
  const fingers = new Map();
  const hint = figure.querySelector(".hint");
  if (hint) hint.hidden = false;

  // The projection is even enough within one picture to tell degrees by its edges.
  const [west, south, east, north] = svg.dataset.box.split(",").map(Number);
  const box = ([x, y, w, h]) => [west + x / width * (east - west), north - (y + h) / height * (north - south), west + (x + w) / width * (east - west), north - y / height * (north - south)];
  const about = ([w, s, e, n], factor) => { const x = (w + e) / 2, y = (s + n) / 2, dx = (e - w) / 2 * factor, dy = (n - s) / 2 * factor; return [x - dx, y - dy, x + dx, y + dy]; };
  const links = () => {
    const now = box(view), [w, s, e, n] = now;
    for (const link of figure.querySelectorAll("[data-zoom], [data-move]")) {
      const [dx, dy] = (link.dataset.move ?? "0 0").split(" ").map(Number), url = new URL(link.href);
      const to = link.dataset.zoom ? about(now, +link.dataset.zoom) : [w + dx * (e - w), s + dy * (n - s), e + dx * (e - w), n + dy * (n - s)];
      url.searchParams.set("box", to.map(d => d.toFixed(5)).join(","));
      link.href = url.href;
    }
  };
  const show = next => {
    view = next;
    svg.setAttribute("viewBox", view.map(n => n.toFixed(1)).join(" "));
    svg.style.setProperty("--zoom", view[2] / width);
    svg.classList.add("moved");
    clearTimeout(timer); timer = setTimeout(links, 200);
  };
  const scale = () => view[2] / svg.clientWidth;
  const zoom = (factor, at) => {
    const rect = svg.getBoundingClientRect(), [x, y, w, h] = view;
    factor = Math.min(Math.max(factor, width / 40 / w), width * 4 / w);
    const fx = (at.clientX - rect.left) / rect.width, fy = (at.clientY - rect.top) / rect.height;
    show([x + w * fx * (1 - factor), y + h * fy * (1 - factor), w * factor, h * factor]);
  };

  svg.addEventListener("wheel", e => { if (!e.ctrlKey) return; e.preventDefault(); zoom(e.deltaY > 0 ? 1.2 : 1 / 1.2, e); }, { passive: false });
  let moved = 0;
  svg.addEventListener("pointerdown", e => { fingers.set(e.pointerId, e); moved = 0; });
  addEventListener("pointermove", e => {
    const before = fingers.get(e.pointerId);
    if (!before) return;
    const all = [...fingers.values()];
    const [dx, dy] = [e.clientX - before.clientX, e.clientY - before.clientY];
    if (all.length === 2) {
      const other = all.find(f => f.pointerId !== e.pointerId), gap = f => Math.hypot(f.clientX - other.clientX, f.clientY - other.clientY);
      zoom(gap(before) / Math.max(gap(e), 1), other);
    } else if (e.pointerType === "mouse") {
      moved += Math.abs(dx) + Math.abs(dy);
      if (moved > 6) { svg.classList.add("dragging"); show([view[0] - dx * scale(), view[1] - dy * scale(), view[2], view[3]]); }
    }
    fingers.set(e.pointerId, e);
  });
  const up = e => { fingers.delete(e.pointerId); svg.classList.remove("dragging"); };
  addEventListener("pointerup", up); addEventListener("pointercancel", up);
  // What was dragged was not clicked.
  svg.addEventListener("click", e => { if (moved > 6) e.preventDefault(); }, true);
  svg.addEventListener("dragstart", e => e.preventDefault());
}
