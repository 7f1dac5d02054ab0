// Everything here is a help: each page gives all its facts without it.
(() => {
  "use strict";

  // As generator/words/fold.py: what somebody types without tone marks, đ as d.
  const fold = (text) =>
    text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

  // The end of an item's address is often its code: "../thu-tuc/1.001193/" gives "1.001193".
  const address = (element) => element.querySelector("a")?.getAttribute("href").match(/[^/]*\d[^/]*(?=\/?$)/)?.[0] ?? "";
  // Each piece of text by itself: the last word of a cell is not the first of the next.
  const texts = (element) => {
    const found = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(walker.currentNode.data);
    return found;
  };

  // A search field over a list that is already on the page: <div data-loc> with one or more [data-loc-o].
  for (const box of document.querySelectorAll("[data-loc]")) {
    const field = box.querySelector("input");
    const count = box.querySelector("output");
    const items = [...box.querySelectorAll("[data-loc-o]")].map((element) => ({
      element,
      text: " " + fold([element.dataset.locO, ...texts(element), address(element)].join(" ")).split(/[^a-z0-9.]+/).join(" "),
    }));
    const aside = [...box.querySelectorAll("[data-loc-an]")];
    const groups = [...box.querySelectorAll("[data-loc-nhom]")];
    // The words as typed, one after the other; where nothing has them so, all of them anywhere.
    const matching = (words) => {
      const phrase = items.filter((item) => item.text.includes(" " + words.join(" ")));
      return phrase.length ? phrase : items.filter((item) => words.every((word) => item.text.includes(" " + word)));
    };
    const called = document.querySelector('footer a[href^="tel:"]') ? ", hoặc gọi số ở cuối trang" : "";
    const none = `Không thấy mục nào. Thử gõ ít chữ hơn${called}.`;
    const apply = () => {
      const words = fold(field.value).split(/[^a-z0-9.]+/).filter(Boolean);
      const found = new Set(matching(words));
      for (const item of items) item.element.hidden = !found.has(item);
      const shown = found.size;
      for (const part of aside) part.hidden = words.length > 0;
      for (const group of groups) {
        group.hidden = !group.querySelector("[data-loc-o]:not([hidden])");
        for (const heading of group.querySelectorAll("h2[id]")) {
          for (const link of document.querySelectorAll(`.muc-luc [href="#${heading.id}"]`)) link.hidden = group.hidden;
        }
        if (group.tagName === "DETAILS") group.open = words.length > 0 && !group.hidden;
      }
      count.textContent = words.length ? (shown ? `Tìm thấy ${shown}` : none) : "";
    };
    box.querySelector("[data-loc-thanh]").hidden = false;
    field.addEventListener("input", apply);
    if (field.value) apply();
  }

  // The page knows today: Vietnam is seven hours ahead of UTC all year, wherever the reader is.
  const now = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 16);
  // As say_days_left in generator/words/dates.py.
  const left = (day) => {
    const days = Math.round((Date.parse(day) - Date.parse(now.slice(0, 10))) / 864e5);
    return days < 0 ? "Đã qua" : ["Hôm nay", "Ngày mai"][days] ?? `Còn ${days} ngày`;
  };
  for (const label of document.querySelectorAll("[data-con]")) label.textContent = left(label.dataset.con);

  // What is said of one event after the other: the first that is not over, else the last.
  const turns = [...document.querySelectorAll("[data-luot]")];
  const turn = turns.find((element) => element.dataset.luot > now) ?? turns.at(-1);
  for (const element of turns) element.hidden = element !== turn;

  // The next session of the reception schedule, where the one built as next is over.
  const box = document.querySelector("[data-buoi-toi]");
  if (box?.dataset.buoiToi && box.dataset.buoiToi <= now) {
    const label = box.querySelector("[data-con]");
    const body = box.querySelector("[data-buoi-noi-dung]");
    const coming = [...document.querySelectorAll("[data-buoi]")];
    const next = coming.find((element) => element.dataset.buoi > now);
    if (next) {
      label.textContent = left(next.dataset.buoi.slice(0, 10));
      body.className = "buoi buoi-toi__khac";
      body.replaceChildren(...[...next.childNodes].map((node) => node.cloneNode(true)));
      const usual = box.querySelector("[data-noi-thuong]");
      usual.hidden = Boolean(next.querySelector("[data-noi]"));
      body.children[1].after(usual);
      next.classList.add("buoi--toi");
    } else {
      label.hidden = body.hidden = true;
      box.querySelector("[data-het-buoi]").hidden = false;
      const rename = (id, words) => {
        for (const part of document.querySelectorAll(`#${id}, .muc-luc [href="#${id}"]`)) part.textContent = words;
      };
      rename("buoi-toi", "Lịch đã hết");
      rename("cac-buoi-sau", "Các buổi cuối lịch, nay đã qua");
    }
    for (const element of coming) {
      if (element.dataset.buoi > now) break;
      const mark = document.createElement("span");
      mark.className = "nhan";
      mark.textContent = "Đã qua";
      element.querySelector(".buoi__ngay").append(" ", mark);
      element.querySelector(".buoi__them").hidden = true;
    }
  }

  // Sharing: through the phone's own sheet where there is one, else the address is copied.
  const canonical = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/[?#].*/, "");
  const say = (text) => {
    for (const place of document.querySelectorAll("[data-chep-bao]")) place.textContent = text;
  };
  // Without the clipboard, as on http, by way of a selected field.
  const copyOld = async () => {
    const field = document.createElement("textarea");
    field.value = canonical;
    field.className = "an";
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    if (!copied) throw new Error("copy");
  };
  const copy = () => navigator.clipboard?.writeText(canonical).catch(copyOld) ?? copyOld();
  const shared = Boolean(navigator.share);
  for (const button of document.querySelectorAll(shared ? "[data-chia-se]" : "[data-chep]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await (shared ? navigator.share({ title: document.title, url: canonical }) : copy());
        if (!shared) say("Đã chép địa chỉ trang này. Dán vào Zalo, tin nhắn để gửi.");
      } catch (error) {
        if (error?.name !== "AbortError") say(`Máy chưa chép được. Địa chỉ trang này: ${canonical}`);
      }
      button.focus();
    });
  }

  // Search is fetched when somebody goes to its field, or comes with a query: never on a first view.
  const { tim, xep } = document.currentScript?.dataset ?? {};
  const form = document.querySelector("form[role=search]");
  if (form && tim) {
    for (const said of document.querySelectorAll("[data-khong-tim]")) said.hidden = true;
    const fetched = (path) => import(new URL(path, location));
    let begun = false;
    const failed = () => {
      begun = false; // going to the field again tries again
      form.querySelector("output").textContent = "Chưa tải được phần tìm. Bà con bấm Tìm để tra theo vần A–Z.";
    };
    const begin = () => {
      if (begun) return;
      begun = true;
      Promise.all([fetched(tim), fetched(xep)]).then(([search, ranking]) => search.start(form, ranking)).catch(failed);
    };
    form.elements.q.addEventListener("focus", begin);
    if (new URLSearchParams(location.search).has("q") || document.activeElement === form.elements.q) begin();
    // Whoever comes back from a result finds the others again.
    addEventListener("pageshow", () => form.elements.q.value && begin());
  }

  // data-in="gon": one sheet of paper, without the parts marked in-du.
  for (const button of document.querySelectorAll("[data-in]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      document.documentElement.classList.toggle("in-gon", button.dataset.in === "gon");
      window.print();
    });
  }
  addEventListener("afterprint", () => document.documentElement.classList.remove("in-gon"));

  // What is folded must be on paper too, but for long official text (data-giu-gap): open it to print it.
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("article details:not([open]):not([data-giu-gap])")) {
      fold.open = true;
      addEventListener("afterprint", () => (fold.open = false), { once: true });
    }
  });
})();
