// A slider for the days of the map, in place of the links to the day before and after.
"use strict";

const steps = document.querySelector(".steps");
if (steps) {
  const links = [...steps.querySelectorAll("ol a")];
  const slider = document.createElement("input");
  const told = document.createElement("output");
  slider.type = "range";
  slider.max = String(links.length);
  slider.value = steps.dataset.at === "" ? "0" : String(Number(steps.dataset.at) + 1);
  slider.setAttribute("aria-label", "Day");
  const say = () => {
    const link = links[Number(slider.value) - 1];
    told.textContent = link ? link.textContent : "All days";
    slider.setAttribute("aria-valuetext", told.textContent);
    return link ? link.href : null;
  };
  const all = new URL(links[0].href);
  all.searchParams.delete("from");
  all.searchParams.delete("until");
  let asked = 0;
  const draw = async () => {
    const address = say() ?? all.href;
    const mine = ++asked;
    const answer = await fetch(address);
    if (mine !== asked || !answer.ok) return; // a later day is wanted by now
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of ["figure.map", ".columns"]) {
      const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
      if (old && fresh) old.replaceWith(fresh);
    }
    history.replaceState(null, "", address);
  };
  let waiting = 0;
  slider.addEventListener("input", () => {
    say();
    clearTimeout(waiting);
    waiting = setTimeout(draw, 120);
  });
  say();
  steps.replaceChildren(slider, told);
}
