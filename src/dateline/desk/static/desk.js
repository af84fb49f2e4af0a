// Small comforts. Every page is whole without them.
"use strict";

// Fields left empty stay out of the address.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "get") return;
  for (const field of form.elements) {
    if (field.name && !field.value) field.disabled = true;
  }
});
window.addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form[method=get] :disabled, form:not([method]) :disabled")) {
    field.disabled = false;
  }
});

// On a narrow screen, and above a page to read, the form waits until it is wanted.
for (const form of document.querySelectorAll(".narrowing:not([data-problem])")) {
  if (form.closest(".fold") || matchMedia("(max-width: 60rem)").matches) form.open = false;
}

// Stories that came since the last visit of this browser.
const news = document.getElementById("news");
if (news) {
  const numbers = [...news.children].map((item) => Number(item.dataset.story));
  let seen = null;
  try {
    seen = localStorage.getItem("dateline-seen");
    localStorage.setItem("dateline-seen", String(Math.max(0, ...numbers)));
  } catch { /* no storage: nothing is marked */ }
  if (seen !== null) {
    for (const item of news.children) {
      if (Number(item.dataset.story) > Number(seen)) item.classList.add("new");
    }
  }
}
