// The page of notifications: what is opened is read, and "show more" adds to the list.
const PATIENCE = 1000;

export function startInbox() {
  const inbox = document.querySelector("[data-wl-inbox]");
  inbox?.addEventListener("click", (event) => open(event, inbox.dataset.wlInbox));
  document.querySelector("[data-wl-more]")?.addEventListener("click", more);
}

async function open(event, service) {
  const link = event.target.closest("[data-wl-read]");
  if (!link?.closest(".wl-new")) return;
  const here = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (here) event.preventDefault();
  const sent = fetch(service, {
    method: "PATCH",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: JSON.stringify({ read: [link.dataset.wlRead] }),
    keepalive: true,
  }).catch(() => { /* offline: it stays unread */ });
  // So that the bell of the page that opens has counted; not longer than anybody would wait.
  await Promise.race([sent, new Promise((done) => setTimeout(done, PATIENCE))]);
  if (here) location.assign(link.href);
  else document.dispatchEvent(new Event("wl-read"));
}

async function more(event) {
  const link = event.currentTarget;
  event.preventDefault();
  link.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(answer.status);
    add(new DOMParser().parseFromString(await answer.text(), "text/html"), link);
  } catch {
    location.assign(link.href);
  }
}

function add(page, link) {
  const list = document.querySelector(link.dataset.wlMore);
  const sections = [...page.querySelectorAll(`${link.dataset.wlMore} > section`)];
  const first = sections[0]?.querySelector("a");
  const last = list.lastElementChild;
  // A day that goes on.
  if (last?.getAttribute("aria-labelledby") === sections[0]?.getAttribute("aria-labelledby")) {
    last.querySelector("ol").append(...sections.shift().querySelectorAll("ol > li"));
  }
  list.append(...sections);
  const next = page.querySelector("[data-wl-more]");
  if (next) link.href = next.href;
  else link.remove();
  link.removeAttribute("aria-busy");
  first?.focus();
}
