// The bell: asks @pulse about once a minute while the page is looked at, and says what is new.
// data-wl-pulse: address; data-wl-every: seconds; data-wl-most: the largest number that is shown;
// data-wl-none, data-wl-some: the name without and with a number.
const SLOWEST = 16;

export function startPulse() {
  const bell = document.querySelector("[data-wl-pulse]");
  if (bell) new Pulse(bell).start();
}

class Pulse {
  constructor(bell) {
    this.bell = bell;
    this.slower = 1;
    this.number = bell.querySelector(".wl-count");
    this.said = document.querySelector("[data-wl-said]");
    this.shown = (parseInt(this.number.textContent, 10) || 0) + this.number.textContent.endsWith("+");
  }

  start() {
    this.wait();
    // From the page before, or another tab, which may have read them.
    addEventListener("pageshow", (event) => event.persisted && this.look());
    document.addEventListener("visibilitychange", () => this.look());
    document.addEventListener("wl-read", () => this.look());
  }

  look() {
    clearTimeout(this.timer);
    if (!document.hidden && !this.stopped) this.ask();
  }

  wait() {
    clearTimeout(this.timer);
    if (document.hidden || this.stopped) return;
    // Not all pages of a city at the same moment.
    const seconds = this.bell.dataset.wlEvery * this.slower * (0.75 + Math.random() / 2);
    this.timer = setTimeout(() => this.ask(), seconds * 1000);
  }

  async ask() {
    const headers = { Accept: "application/json" };
    if (this.etag) headers["If-None-Match"] = this.etag;
    try {
      const answer = await fetch(this.bell.dataset.wlPulse, { headers, cache: "no-store" });
      if (answer.status === 401) this.stopped = true;
      else if (answer.status !== 304 && !answer.ok) throw new Error(answer.status);
      else this.slower = 1;
      if (answer.ok) {
        this.etag = answer.headers.get("ETag");
        this.show((await answer.json()).notifications);
      }
    } catch {
      this.slower = Math.min(this.slower * 2, SLOWEST);
    }
    this.wait();
  }

  show(count) {
    const { wlMost, wlNone, wlSome } = this.bell.dataset;
    const text = count > wlMost ? `${wlMost}+` : count || "";
    const name = count ? wlSome.replace("{}", text) : wlNone;
    this.number.textContent = text;
    this.number.hidden = !count;
    this.bell.setAttribute("aria-label", name);
    // Once, when there is more than before; never on loading a page.
    this.said.textContent = count > this.shown ? name : "";
    this.shown = count;
  }
}
