(()=>{(()=>{let e=null;try{e=localStorage.getItem("wl-mode")}catch{}let t=matchMedia("(prefers-color-scheme: dark)").matches;document.documentElement.dataset.bsTheme=e||(t?"dark":"light")})();})();
