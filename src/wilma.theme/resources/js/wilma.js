// What works better with JavaScript: mode switch, "/" to search, notices that close.
const root = document.documentElement;
const switches = document.querySelectorAll("[data-wl-mode]");

const isDark = () => root.dataset.bsTheme === "dark";
const showMode = () => switches.forEach((button) => button.setAttribute("aria-pressed", isDark()));

function switchMode() {
  root.dataset.bsTheme = isDark() ? "light" : "dark";
  try { localStorage.setItem("wl-mode", root.dataset.bsTheme); } catch { /* storage is blocked */ }
  showMode();
}

function focusSearch(event) {
  const field = document.getElementById("wl-q");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !field?.offsetParent) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  field.focus();
}

function closeNotice(event) {
  const button = event.target.closest("[data-wl-close]");
  if (!button) return;
  button.closest(button.dataset.wlClose).remove();
  document.getElementById("inhalt").focus();
}

switches.forEach((button) => { button.hidden = false; button.addEventListener("click", switchMode); });
document.addEventListener("keydown", focusSearch);
document.addEventListener("click", closeNotice);
showMode();
