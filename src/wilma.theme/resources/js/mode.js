// Colour mode before the first paint: kept per browser, else the system's. Blocking on purpose.
(() => {
  let saved = null;
  try { saved = localStorage.getItem("wl-mode"); } catch { /* storage is blocked: follow the system */ }
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.bsTheme = saved || (dark ? "dark" : "light");
})();
