// A map to draw a shape on, above the field that holds it as lines of points. Without this script the field is the way.
"use strict";
(() => {
  if (!window.L) return;
  const vi = (n, digits) => n.toLocaleString("vi-VN", { maximumFractionDigits: digits });
  // Metres east and north of the first point: the ellipsoid's own lengths of a degree there.
  const flat = points => {
    const f = points.length ? points.reduce((sum, p) => sum + p.lat, 0) / points.length * Math.PI / 180 : 0;
    const east = 111412.84 * Math.cos(f) - 93.5 * Math.cos(3 * f), north = 111132.92 - 559.82 * Math.cos(2 * f);
    return points.map(p => [(p.lng - points[0].lng) * east, (p.lat - points[0].lat) * north]);
  };
  const metres = points => flat(points).reduce(([sum, last], at) => [last ? sum + Math.hypot(at[0] - last[0], at[1] - last[1]) : 0, at], [0, null])[0];
  const hectares = points => {
    const at = flat(points);
    return Math.abs(at.reduce((sum, [x, y], n) => { const [u, v] = at[(n + 1) % at.length]; return sum + x * v - u * y; }, 0)) / 2e4;
  };
  const parse = text => {
    const points = [];
    for (const line of text.split("\n").map(l => l.trim()).filter(Boolean)) {
      const m = line.match(/^\(?\s*(-?\d{1,3}(?:[.,]\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*\)?[;,]?$/);
      if (!m) return null;
      points.push(L.latLng(+m[1].replace(",", "."), +m[2].replace(",", ".")));
    }
    return points;
  };

  const draw = box => {
    const field = box.querySelector("textarea"), sort = box.dataset.draw, words = box.dataset;
    const place = document.createElement("div"), tools = document.createElement("div"), said = document.createElement("p");
    place.className = "draw"; place.tabIndex = 0; place.setAttribute("role", "application"); place.setAttribute("aria-label", words.drawMap);
    tools.className = "draw-tools"; said.className = "small"; said.setAttribute("role", "status");
    const button = (text, act) => { const b = document.createElement("button"); b.type = "button"; b.className = "small"; b.textContent = text; b.addEventListener("click", act); tools.append(b); return b; };
    box.prepend(place, tools, said);
    const map = L.map(place, { zoomControl: false, attributionControl: !!words.tiles, minZoom: 5, maxZoom: 19, tap: false });
    map.setView([16, 106.5], 6);
    const cross = document.createElement("div"); cross.className = "cross"; place.append(cross);
    if (words.tiles) { L.tileLayer(words.tiles, { attribution: words.credit ?? "" }).addTo(map); map.attributionControl.setPrefix(false); }
    const shape = (sort === "area" ? L.polygon([], { color: "#0b6b3a", weight: 4 }) : L.polyline([], { color: "#0b6b3a", weight: 5 })).addTo(map);
    const corners = L.layerGroup().addTo(map), icon = L.divIcon({ className: "corner", iconSize: [44, 44] });
    let points = [], foreign = false;

    const say = () => {
      const parts = [words.drawPoints.replace("{0}", points.length)];
      const length = metres(points), area = sort === "area" && points.length > 2 ? hectares(points) : 0;
      if (sort === "line" && length) parts.push(words.drawLength.replace("{0}", length < 1000 ? vi(length, 0) + " m" : vi(length / 1000, 2) + " km"));
      if (area) parts.push(words.drawArea.replace("{0}", area < 100 ? vi(area, 2) + " ha" : vi(area / 100, 2) + " km²"));
      said.textContent = foreign ? words.drawOther : points.length ? parts.join(", ") + "." : words.drawHint;
    };
    const show = () => {
      shape.setLatLngs(points);
      corners.clearLayers();
      // A long road keeps its ends and some between: a hundred handles are none.
      if (points.length <= 60) points.forEach((p, at) => {
        const corner = L.marker(p, { icon, draggable: true, keyboard: false }).addTo(corners);
        corner.on("drag", e => { points[at] = e.latlng; shape.setLatLngs(points); say(); });
        corner.on("dragend", write);
      });
      say();
    };
    const write = () => {
      field.value = points.map(p => p.lat.toFixed(6) + ", " + p.lng.toFixed(6)).join("\n");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      show();
    };
    const read = () => {
      const typed = parse(field.value);
      foreign = typed === null; points = typed ?? []; show();
      try { if (foreign && field.value.trim()[0] === "{") shape.setLatLngs([]); } catch { /* What cannot be drawn stays text. */ }
    };
    // The nearest side takes a new corner where a tap is close to it; else the shape grows at its end.
    const add = p => {
      if (foreign) return;
      if (sort === "point") points = [p];
      else {
        const at = map.latLngToLayerPoint(p), ends = sort === "area" && points.length > 2 ? [...points, points[0]] : points;
        const sides = ends.slice(1).map((q, n) => L.LineUtil.pointToSegmentDistance(at, map.latLngToLayerPoint(ends[n]), map.latLngToLayerPoint(q)));
        const near = sides.length ? Math.min(...sides) : Infinity;
        if (near < 12) points.splice(sides.indexOf(near) + 1, 0, p); else points.push(p);
      }
      write();
    };
    map.on("click", e => add(e.latlng));
    button(words.drawAdd, () => add(map.getCenter()));
    button(words.drawUndo, () => { if (!foreign) { points.pop(); write(); } });
    button(words.drawClear, () => { foreign = false; points = []; write(); });
    button(words.zoomIn, () => map.zoomIn());
    button(words.zoomOut, () => map.zoomOut());
    field.addEventListener("change", () => { read(); if (points.length) map.fitBounds(L.latLngBounds(points).pad(0.3), { maxZoom: 16 }); });
    read();
    const mine = points.length ? L.latLngBounds(points).pad(0.5) : null;
    if (mine) map.fitBounds(mine, { maxZoom: 16 });
    if (words.ground) fetch(words.ground).then(r => r.ok ? r.json() : null).then(ground => {
      if (!ground?.features.length) return;
      const under = L.geoJSON(ground, { interactive: false, style: { color: "#6d7d74", weight: 1.5, fillOpacity: 0.06 },
        onEachFeature: (f, layer) => { if (f.properties.name) layer.bindTooltip(document.createTextNode(f.properties.name).textContent.replace(/[<&]/g, ""), { permanent: true, direction: "center", className: "unit-name" }); } }).addTo(map);
      under.bringToBack();
      if (!mine) map.fitBounds(under.getBounds());
    }).catch(() => { /* Without the ground there is still the field. */ });
  };
  for (const box of document.querySelectorAll("[data-draw]")) draw(box);
})();
