// Draws the relation of a finding, or of a figure, while it is pointed at or has the focus.
"use strict";
(function () {
  const lines = document.getElementById("lines"), layout = document.querySelector(".layout");
  const clear = () => { lines.replaceChildren(); lines.classList.remove("failed");
    document.querySelectorAll(".lit").forEach((mark) => mark.classList.remove("lit")); };
  const middle = (mark) => { const box = mark.getClientRects()[0], base = layout.getBoundingClientRect();
    return [box.left - base.left + box.width / 2, box.top - base.top, box.bottom - base.top]; };
  const draw = (finding) => {
    const marks = finding.dataset.marks.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
    if (!marks.length) return;
    marks.forEach((mark) => mark.classList.add("lit"));
    lines.classList.toggle("failed", finding.classList.contains("failed"));
    const [x, top] = middle(marks[0]);
    marks.slice(1).forEach((mark) => {
      const [u, v] = middle(mark), path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      const lift = Math.min(top, v) - Math.min(30, 8 + Math.abs(u - x) / 12);
      path.setAttribute("d", `M${x},${top} C${x},${lift} ${u},${lift} ${u},${v}`);
      lines.append(path);
    });
  };
  const show = (event) => {
    const target = event.target.closest(".f, aside li, sup.no");
    clear();
    if (!target) return;
    if (target.matches(".f")) { const box = target.getBoundingClientRect(); target.classList.toggle("left", box.left > window.innerWidth * 0.6); }
    const names = target.matches("li") ? [target.id] : (target.dataset.in || "").split(" ").filter(Boolean);
    names.map((name) => document.getElementById(name)).filter(Boolean).slice(0, 1).forEach(draw);
  };
  document.addEventListener("mouseover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { clear(); document.activeElement.blur(); } });
})();
