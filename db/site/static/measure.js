// The charts of a measure: values over the years with the programme's line, and how they spread. The table beside them has it all.
"use strict";

(() => {
  const box = document.getElementById("charts");
  const source = document.getElementById("chart");
  if (!box || !source || typeof Plot === "undefined") return;
  const data = JSON.parse(source.textContent);
  const words = data.words;
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const stances = ["stricter", "equal", "weaker", "pending"];
  const down = { draw(context, size) {
    const y = Math.sqrt(size / (Math.sqrt(3) * 3));
    context.moveTo(0, y * 2); context.lineTo(-Math.sqrt(3) * y, -y); context.lineTo(Math.sqrt(3) * y, -y); context.closePath();
  } };
  const symbols = { stricter: "triangle", equal: "square", weaker: down, pending: "circle" };
  const locale = data.lang === "vi" ? "vi-VN" : "en-GB";
  const format = (value) => value.toLocaleString(locale, { maximumFractionDigits: 4 }) + data.unit;
  const years = [...new Set([...data.spread, ...data.programme].map((row) => row.year))].sort();
  const common = {
    height: 300, marginLeft: 62, marginRight: 16, style: { fontFamily: "inherit", fontSize: "12px", background: "none" },
    x: { domain: [years[0] - 0.5, years[years.length - 1] + 0.5], ticks: years, label: null, tickFormat: String },
    r: { type: "identity" },
    y: { grid: true, nice: true, label: null, tickFormat: format },
    color: { domain: stances, range: stances.map((one) => colour(one === "pending" ? "--muted" : "--" + one)) },
    symbol: { domain: stances, range: stances.map((one) => symbols[one]) },
  };
  const step = Plot.line(data.programme, { x: "year", y: "value", z: "group", stroke: "currentColor", strokeWidth: 2, strokeDasharray: "5 4" });
  const points = Plot.dot(data.programme, { x: "year", y: "value", stroke: "currentColor", strokeWidth: 2, r: 5, fill: "none", title: (row) => `${words.programme} ${row.year}: ${format(row.value)}` });
  const figure = (caption, marks) => {
    const made = document.createElement("figure");
    const head = document.createElement("figcaption");
    head.textContent = caption;
    const plot = Plot.plot({ ...common, marks });
    // The whole is one picture to those who cannot see it; its parts have no names of their own.
    plot.querySelectorAll("[aria-label]").forEach((part) => part.removeAttribute("aria-label"));
    plot.setAttribute("role", "img");
    plot.setAttribute("aria-label", caption);
    made.append(head, plot);
    box.append(made);
  };
  if (data.plans.length) {
    const title = (row) => `${row.name} ${row.year}: ${format(row.value)} (${words[row.stance]})`;
    figure(words.over, [
      step,
      Plot.line(data.plans, { x: "year", y: "value", z: "plan", stroke: colour("--muted"), strokeOpacity: 0.6 }),
      Plot.dot(data.plans, { x: "year", y: "value", fill: "stance", symbol: "stance", r: 4, title, tip: true }),
      points,
    ]);
  }
  figure(words.spread, [
    step,
    Plot.dot(data.spread, {
      x: "year", y: "value", r: (row) => 3 + Math.sqrt(row.plans), fill: "stance", symbol: "stance", fillOpacity: 0.75, tip: true,
      title: (row) => `${row.year}: ${format(row.value)} ${row.group}\n${row.plans} ${words.plans} (${words[row.stance]})`,
    }),
    points,
  ]);
  const key = document.createElement("p");
  key.className = "legend";
  for (const one of stances.filter((one) => data.spread.some((row) => row.stance === one))) {
    const word = document.createElement("span");
    word.className = "s-" + one;
    word.textContent = `${{ stricter: "▲", equal: "■", weaker: "▼", pending: "●" }[one]} ${words[one]}`;
    key.append(word);
  }
  const word = document.createElement("span");
  word.textContent = `○ - - ${words.programme}`;
  key.append(word);
  box.after(key);
  box.hidden = false;
})();
