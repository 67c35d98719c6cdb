// Suggestions below a search field, as a combobox with a list (WAI-ARIA APG). Without JavaScript,
// or if the service is not there, it stays the plain search that it is.
// data-wl-suggest on the form: address of the service. The words and the empty list come with it.
const WAIT = 120;
const SHORTEST = 2;
const KEPT = 50;

export function startSuggest() {
  document.querySelectorAll("form[data-wl-suggest]").forEach((form) => new Suggest(form).start());
}

class Suggest {
  constructor(form) {
    this.form = form;
    this.field = form.querySelector("input[type=search]");
    this.list = form.querySelector("[data-wl-list]");
    this.said = form.querySelector("[role=status]");
    this.icons = form.querySelector("use").getAttribute("href").split("#")[0];
    this.known = new Map();
    this.active = -1;
  }

  start() {
    const { field, list } = this;
    list.id ||= `${field.id}-list`;
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    Object.entries(attributes).forEach(([name, value]) => field.setAttribute(name, value));
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("focus", () => this.field.value.trim() && this.wait());
    this.form.addEventListener("focusout", (event) => this.form.contains(event.relatedTarget) || this.close());
    // The field keeps the focus; the click on a link follows.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  wait() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.timer = setTimeout(() => this.ask(this.field.value.trim()), WAIT);
  }

  async ask(q) {
    if (q.length < SHORTEST || this.missing) return this.close();
    try {
      const found = this.known.get(q) || await this.fetch(q);
      if (this.field.value.trim() === q && document.activeElement === this.field) this.show(q, found);
    } catch (error) {
      if (error.name !== "AbortError") this.close();
    }
  }

  async fetch(q) {
    this.asked = new AbortController();
    const address = `${this.form.dataset.wlSuggest}?q=${encodeURIComponent(q.slice(0, 100))}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" }, signal: this.asked.signal });
    // Logged out meanwhile, or not offered here: no more questions.
    this.missing = [401, 403, 404].includes(answer.status);
    const found = answer.ok ? await answer.json() : { items: [], types: {} };
    if (this.known.size >= KEPT) this.known.clear();
    if (answer.ok) this.known.set(q, found);
    return found;
  }

  show(q, { items, types }) {
    const groups = group(items);
    this.options = [];
    this.active = -1;
    this.field.removeAttribute("aria-activedescendant");
    const parts = [...groups].map(([type, found]) => this.group(types[type], found));
    const { words } = this;
    parts.push(this.option(this.all(q), { title: words.wlAll.replace("{q}", () => q), icon: "search" }));
    this.list.replaceChildren(...parts);
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.said.textContent = items.length ? words.wlCount.replace("{n}", items.length) : words.wlNone;
  }

  get words() { return this.list.dataset; }

  all(q) {
    const query = new URLSearchParams({ [this.field.name]: q });
    return `${this.form.action}?${query}`;
  }

  group(title, items) {
    const box = element("div", { role: "group", "aria-label": title });
    box.append(element("div", { class: "wl-suggest-kind", "aria-hidden": "true" }, title));
    box.append(...items.map((item) => this.option(item["@id"], item)));
    return box;
  }

  option(address, item) {
    const id = `${this.list.id}-${this.options.length}`;
    const option = element("a", { id, role: "option", href: address, tabindex: "-1", "aria-selected": "false" });
    const text = element("span");
    text.append(element("b", { dir: "auto" }, item.title));
    if (item.description) text.append(element("small", {}, item.description));
    option.append(this.face(item), text);
    this.options.push(option);
    return option;
  }

  face(item) {
    if (item.portrait) return element("img", { class: "wl-ava s32", alt: "", width: 32, height: 32, src: item.portrait });
    if (item.initials) return element("span", { class: `wl-ava s32 ${item.tone}`, "aria-hidden": "true", "data-i": item.initials });
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "i");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `${this.icons}#i-${item.icon || "file"}`);
    svg.append(use);
    return svg;
  }

  press(event) {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) this.move(event.key === "ArrowDown" ? 1 : -1);
      else this.ask(this.field.value.trim());
    } else if (event.key === "Enter" && open && this.active >= 0) {
      event.preventDefault();
      this.options[this.active].click();
    }
  }

  move(step) {
    // From the field down the list and around, with the field itself between last and first.
    const places = this.options.length + 1;
    this.choose((this.active + 1 + step + places) % places - 1);
  }

  choose(place) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = place;
    const option = this.options[place];
    if (!option) return this.field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", option.id);
  }

  close() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.active = -1;
    this.list.hidden = true;
    this.list.replaceChildren();
    this.said.textContent = "";
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}

function group(items) {
  const groups = new Map();
  items.forEach((item) => groups.set(item.type, [...(groups.get(item.type) || []), item]));
  return groups;
}

function element(name, attributes = {}, text = "") {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.textContent = text;
  return made;
}
