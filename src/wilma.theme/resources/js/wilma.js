// What works better with JavaScript: colour mode, "/" to search, notices that close.
// Loaded in the head and blocking on purpose: the mode stands before the first paint.
const KEY = "wl-mode";
const root = document.documentElement;

function savedMode() {
  try { return localStorage.getItem(KEY); } catch { return null; /* storage is blocked */ }
}

function saveMode(mode) {
  try { localStorage.setItem(KEY, mode); } catch { /* storage is blocked: until the next page */ }
}

const systemMode = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
const isDark = () => root.dataset.bsTheme === "dark";

function startSwitches() {
  const switches = document.querySelectorAll("[data-wl-mode]");
  const show = () => switches.forEach((button) => button.setAttribute("aria-pressed", isDark()));
  switches.forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.bsTheme = isDark() ? "light" : "dark";
      saveMode(root.dataset.bsTheme);
      show();
    });
  });
  show();
}

function focusSearch(event) {
  const field = document.getElementById("wl-q");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !field?.offsetParent) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  field.focus();
}

function closeNotice(event) {
  const button = event.target.closest("[data-wl-close]");
  if (!button) return;
  button.closest(button.dataset.wlClose).remove();
  document.getElementById("inhalt").focus();
}

root.dataset.bsTheme = savedMode() || systemMode();
document.addEventListener("DOMContentLoaded", startSwitches);
document.addEventListener("keydown", focusSearch);
document.addEventListener("click", closeNotice);
