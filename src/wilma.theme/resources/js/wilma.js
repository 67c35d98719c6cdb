// What works better with JavaScript: colour mode, "/" to search, notices that close.
// Loaded in the head and blocking on purpose: the mode stands before the first paint.
import "./portrait.js";
import { startInbox } from "./inbox.js";
import { startPulse } from "./pulse.js";
import { startSuggest } from "./suggest.js";

const KEY = "wl-mode";
const root = document.documentElement;
// Address of the site, if it keeps what the person chose; then the device keeps nothing.
const account = root.dataset.wlAccount;
const device = matchMedia("(prefers-color-scheme: dark)");

function stored(action) {
  try { return action(localStorage); } catch { return null; /* storage is blocked */ }
}

function savedMode() {
  if (!account) return stored((storage) => storage.getItem(KEY));
  // Of somebody before, on a computer that many share.
  stored((storage) => storage.removeItem(KEY));
  return root.dataset.bsTheme;
}

function saveMode(mode) {
  if (account) send("PATCH", "@preferences", { colour_mode: mode });
  else stored((storage) => storage.setItem(KEY, mode));
}

function send(method, service, body) {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  const request = { method, headers, body: JSON.stringify(body), keepalive: true };
  fetch(`${account}/${service}`, request).catch(() => { /* offline: until the next page */ });
}

const deviceMode = () => (device.matches ? "dark" : "light");
const isDark = () => root.dataset.bsTheme === "dark";
let chosen = savedMode();

function showMode() {
  root.dataset.bsTheme = chosen || deviceMode();
  document.querySelectorAll("[data-wl-mode]").forEach((button) => {
    button.setAttribute("aria-pressed", isDark());
  });
}

function startSwitches() {
  document.querySelectorAll("[data-wl-mode]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      chosen = isDark() ? "light" : "dark";
      saveMode(chosen);
      showMode();
    });
  });
  showMode();
}

function focusSearch(event) {
  const field = document.getElementById("wl-q");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !field?.offsetParent) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  field.focus();
}

// data-wl-close: selector of what goes; data-wl-key: under this key it stays away, on all devices.
function closeNotice(event) {
  const button = event.target.closest("[data-wl-close]");
  if (!button) return;
  const { wlClose, wlKey } = button.dataset;
  if (wlKey && account) send("POST", "@dismissals", { key: wlKey });
  button.closest(wlClose).remove();
  document.getElementById("inhalt").focus();
}

showMode();
device.addEventListener("change", showMode);
document.addEventListener("DOMContentLoaded", startSwitches);
document.addEventListener("DOMContentLoaded", startPulse);
document.addEventListener("DOMContentLoaded", startInbox);
document.addEventListener("DOMContentLoaded", startSuggest);
document.addEventListener("keydown", focusSearch);
document.addEventListener("click", closeNotice);
