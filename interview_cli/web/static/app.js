// Improves forms that also work without it: events while a coach works, drafts, counts, dropped files.
"use strict";

const DRAFT_DELAY_MS = 800;

function announce(box, name, text) {
  const line = document.createElement("p");
  line.className = name;
  line.textContent = text;
  box.querySelector("[data-log]").append(line);
}

const SHOW = {
  notice: (box, data) => announce(box, "small", data.text),
  waiting: (box, data) => { box.querySelector("[data-waiting]").textContent = `Waiting for ${data.text} …`; },
  text: (box, data) => { box.querySelector("[data-text]").textContent = data.text; },
  strike: (box, data) => {
    const shown = box.querySelector("[data-text]");
    announce(box, "struck", shown.textContent);
    announce(box, "small", data.text);
    shown.textContent = "";
  },
};

// The events of a response, which come in pieces of any length.
async function* readEvents(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n\n");
    rest = parts.pop();
    for (const part of parts) {
      const event = /^event: (\w+)\ndata: (.*)$/.exec(part);
      if (event) yield [event[1], JSON.parse(event[2])];
    }
  }
}

function findBoxes(form) {
  const scope = form.closest("section, .next, details") || document;
  const find = (name) => scope.querySelector(name) || document.querySelector(name);
  return [find("[data-progress]"), find("[data-failure]")];
}

async function follow(form, body) {
  const [box, failure] = findBoxes(form);
  failure.replaceChildren();
  box.hidden = false;
  box.querySelector("[data-waiting]").textContent = "One moment …";
  box.setAttribute("aria-busy", "true");
  const headers = { Accept: "text/event-stream" };
  const response = await fetch(form.action, { method: "POST", body, headers });
  if (!(response.headers.get("content-type") || "").startsWith("text/event-stream")) {
    return showPage(response, failure);
  }
  for await (const [name, data] of readEvents(response)) {
    if (name === "end") return go(data.path);
    if (name === "failed") {
      box.hidden = true;
      failure.innerHTML = data.html; // rendered and escaped by this server
      return prepare(failure);
    }
    SHOW[name]?.(box, data);
  }
  throw new Error("the events broke off");
}

// An answer without events: a page to go to, or one that says what is wrong.
async function showPage(response, failure) {
  if (response.ok) return go(response.url);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  failure.replaceChildren(...page.querySelector("main").children);
  prepare(failure);
}

function go(path) {
  const target = new URL(path, location.href);
  location.assign(target);
  if (target.pathname + target.search === location.pathname + location.search && target.hash) location.reload();
}

async function takeTurn(form, submitter) {
  const body = new URLSearchParams(new FormData(form));
  if (submitter?.name) body.set(submitter.name, submitter.value);
  const buttons = [...document.querySelectorAll("main button")].filter((button) => !button.disabled);
  for (const button of buttons) button.disabled = true;
  let isOver = false;
  try {
    isOver = (await follow(form, body)) === undefined && !findBoxes(form)[1].hasChildNodes();
  } catch {
    const [box, failure] = findBoxes(form);
    box.hidden = true;
    failure.textContent = "The connection broke off. What was sent is kept: reload the page.";
  }
  if (!isOver) for (const button of buttons) button.disabled = false;
}

function prepareTurn(form) {
  form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    form.cancelDraft?.();
    takeTurn(form, event.submitter);
  });
  if (form.hasAttribute("data-join")) form.requestSubmit();
}

function prepareDraft(form) {
  const area = form.querySelector("textarea");
  const saved = form.querySelector("[data-saved]");
  const url = form.dataset.draft;
  // Not its present text: that may have been typed, or restored by the browser, before this script ran.
  let timer, last = area.defaultValue;
  const build = () => {
    const body = new URLSearchParams({ number: form.elements.number.value, quiet: "true" });
    body.set(area.name, area.value);
    return body;
  };
  const save = async () => {
    clearTimeout(timer);
    if (area.value === last) return;
    last = area.value;
    const response = await fetch(url, { method: "POST", body: build() }).catch(() => null);
    if (!response?.ok) last = null;
    if (saved) saved.textContent = response?.ok ? "draft kept" : "draft not kept";
  };
  const saveSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, DRAFT_DELAY_MS);
    if (saved) saved.textContent = "";
  };
  area.addEventListener("input", saveSoon);
  if (area.value !== last) saveSoon();
  let isSent = false;
  form.cancelDraft = () => { clearTimeout(timer); isSent = true; };
  form.addEventListener("submit", form.cancelDraft);
  addEventListener("pagehide", () => {
    if (!isSent && area.value !== last) navigator.sendBeacon(url, build());
  });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button"));
    }
  });
}

function countWords(area) {
  const words = document.getElementById(area.dataset.count).querySelector("[data-words]");
  const show = () => {
    const count = area.value.split(/\s+/).filter(Boolean).length;
    words.textContent = count === 1 ? "1 word" : `${count} words`;
  };
  area.addEventListener("input", show);
  show();
}

function showElapsed(element) {
  const since = Date.parse(element.dataset.elapsed);
  const show = () => {
    const seconds = Math.max(0, Math.floor((Date.now() - since) / 1000));
    const minutes = Math.floor(seconds / 60);
    element.textContent = minutes < 600 ? `${minutes}:${String(seconds % 60).padStart(2, "0")} since it was asked` : element.textContent;
  };
  show();
  setInterval(show, 1000);
}

function prepareDrop(zone) {
  const input = zone.querySelector("input");
  const isOver = (event, over) => { event.preventDefault(); zone.classList.toggle("over", over); };
  zone.addEventListener("dragover", (event) => isOver(event, true));
  zone.addEventListener("dragleave", (event) => isOver(event, false));
  zone.addEventListener("drop", (event) => {
    isOver(event, false);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  // What was read is shown at once.
  input.addEventListener("change", () => { if (input.files.length) input.form.requestSubmit(); });
}

function prepare(root) {
  for (const form of root.querySelectorAll("form[data-draft]")) prepareDraft(form);
  for (const form of root.querySelectorAll("form[data-turn]")) prepareTurn(form);
  for (const area of root.querySelectorAll("textarea[data-count]")) countWords(area);
  for (const element of root.querySelectorAll("[data-elapsed]")) showElapsed(element);
  for (const zone of root.querySelectorAll("[data-drop]")) prepareDrop(zone);
  for (const element of root.querySelectorAll(".with-script")) element.hidden = false;
  for (const element of root.querySelectorAll(".without-script")) element.hidden = true;
}

document.addEventListener("DOMContentLoaded", () => prepare(document));
document.addEventListener("htmx:afterSettle", (event) => prepare(event.detail.elt.matches("main") ? event.detail.elt : document));
// A page from the browser's history may show a question that was answered meanwhile.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
