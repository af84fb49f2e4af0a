// The card of a value where its words are pointed at; words and record light up together.
"use strict";

const text = document.querySelector(".text");
const store = document.getElementById("cards");
const cards = new Map([...store.children].map((card) => [card.dataset.card, card]));
const words = new Map(); // value -> its pieces of text
const touch = matchMedia("(hover: none)");

for (const piece of text.querySelectorAll("[data-values]")) {
  piece.removeAttribute("title"); // the card says it better
  for (const value of piece.dataset.values.split(" ")) {
    if (!words.has(value)) words.set(value, []);
    words.get(value).push(piece);
  }
}

const float = document.createElement("div");
float.className = "float";
float.setAttribute("role", "status");
float.hidden = true;
document.body.append(float);
let shown = null;
let timer = 0;

function show(piece) {
  clearTimeout(timer);
  if (shown === piece) return;
  hide();
  const values = piece.dataset.values.split(" ");
  float.replaceChildren(...values.map((value) => cards.get(value).cloneNode(true)));
  float.hidden = false;
  shown = piece;
  light(values[0], true);
  if (touch.matches) return;
  const box = piece.getClientRects()[0];
  const room = document.documentElement.clientWidth - float.offsetWidth - 16;
  const below = box.bottom + 8;
  const fits = below + float.offsetHeight < window.innerHeight || box.top < float.offsetHeight + 16;
  float.style.left = `${Math.max(8, Math.min(box.left, room)) + window.scrollX}px`;
  float.style.top = `${(fits ? below : box.top - float.offsetHeight - 8) + window.scrollY}px`;
}

function hide() {
  clearTimeout(timer);
  if (!shown) return;
  light(shown.dataset.values.split(" ")[0], false);
  float.hidden = true;
  shown = null;
}

function light(value, on) {
  for (const piece of words.get(value) ?? []) piece.classList.toggle("lit", on);
  for (const item of document.querySelectorAll(".record [data-value]")) {
    if (item.dataset.value === value) item.classList.toggle("lit", on);
  }
}

function hideSoon() {
  clearTimeout(timer);
  timer = setTimeout(hide, 250);
}

text.addEventListener("mouseover", (event) => {
  const piece = event.target.closest("[data-values]");
  if (piece && !touch.matches) show(piece);
});
text.addEventListener("mouseout", hideSoon);
float.addEventListener("mouseover", () => clearTimeout(timer));
float.addEventListener("mouseout", hideSoon);
text.addEventListener("focusin", (event) => {
  const piece = event.target.closest("[data-values]");
  if (piece) show(piece);
});
text.addEventListener("focusout", hideSoon);
// Where nothing can hover, the first touch shows the card, and the card has the link.
text.addEventListener("click", (event) => {
  const piece = event.target.closest("[data-values]");
  if (!piece || !touch.matches) return;
  event.preventDefault();
  show(piece);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
  // r: review the value whose card is shown.
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest("input, select, textarea");
  if (event.key === "r" && plain && shown) float.querySelector(".judge a")?.click();
});
document.addEventListener("click", (event) => {
  if (touch.matches && !event.target.closest(".text, .float")) hide();
});

for (const item of document.querySelectorAll(".record [data-value]")) {
  item.addEventListener("mouseenter", () => light(item.dataset.value, true));
  item.addEventListener("mouseleave", () => light(item.dataset.value, false));
}

// Words that are marked with the pointer or the keyboard go along to the page of what was missed.
const missed = document.getElementById("missed");
const near = document.createElement("a");
near.className = "marked button";
near.hidden = true;
if (missed) document.body.append(near);

function plain(range) {
  const part = range.cloneContents();
  for (const number of part.querySelectorAll(".no")) number.remove();
  return part.textContent;
}

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const range = selection.rangeCount ? selection.getRangeAt(0) : null;
  const block = range?.startContainer.parentElement?.closest(".text p, .text h2");
  const words = block && block.contains(range.endContainer) ? plain(range).trim() : "";
  near.hidden = !missed || !words || words.length > 1000;
  if (near.hidden) return;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const address = new URL(missed.href, location.href);
  address.searchParams.set("words", words);
  address.searchParams.set("before", plain(before).slice(-80));
  near.href = address.href;
  near.textContent = `Add “${words.length > 30 ? `${words.slice(0, 29)}…` : words}” that was missed`;
});
