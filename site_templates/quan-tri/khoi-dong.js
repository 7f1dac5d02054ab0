// Starts the editor in Vietnamese and with nothing from elsewhere: its strings lie beside it, and it finds them
// where it looks before it would ask the net.
"use strict";

// A year is read as 2026, not as 2.026; from ten thousand on numbers have their points.
Intl.NumberFormat = new Proxy(Intl.NumberFormat, {
  apply: (format, _, [locale, options]) => new format(locale, { useGrouping: "min2", ...options }),
});

(async () => {
  const usual = JSON.parse(document.currentScript.dataset.macDinh);
  const strings = await (await fetch("vi.json")).text();
  const before = JSON.parse(localStorage.getItem("sveltia-cms.prefs") ?? "{}");
  localStorage.setItem("sveltia-cms.locale", strings);
  localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ ...before, locale: "vi" }));
  window.CMS_MANUAL_INIT = true;
  const script = document.createElement("script");
  script.src = "sveltia-cms.js";
  script.onload = () => {
    window.CMS.registerCustomFormat("yml", "yml", { toFile: (content) => window.ghiYaml(content, usual) });
    window.CMS.init();
  };
  document.body.append(script);
})();
