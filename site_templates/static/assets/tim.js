// The results below a search field, loaded when somebody goes to it. Names come first, in one small file.
// The full text (Pagefind) is ten times as much to fetch: it joins in where names do not hold what is asked,
// or when it is asked for, and is done without where it cannot be had.
// Everything found is hostile text: it enters the page as text, and leads only inside this site.

const SITE = new URL("../", import.meta.url);
const INDEX = new URL("tim/", SITE);
const INSIDE = /^(?!(?:.*\/)?\.)(?:[\w.-]+\/)+$/;
const FEW = 3; // results of a group before "Xem thêm"
const MOST = 40;
const FAINT = 0.12; // of the best score: what is less is not shown
const ENOUGH = 0.85; // of what is asked: names that hold so much need no full text
const WAIT = 120; // milliseconds after a key
// Whole words before started ones; a name that holds the words before a text that does; exact tone marks first.
const RANKING = { termSimilarity: 8, diacriticSimilarity: 1, metaWeights: { title: 5, kd: 0.5 } };

const make = (tag, text = "", name = "") => {
  const made = document.createElement(tag);
  made.textContent = text;
  if (name) made.className = name;
  return made;
};

const json = async (name) => {
  const answer = await fetch(new URL(name, INDEX));
  if (!answer.ok) throw new Error(name);
  return answer.json();
};

// Pagefind over the commune's own index and, where there is one, the shared one of all procedures.
const fullText = async (shared) => {
  const pagefind = await import(new URL("pagefind.js", INDEX));
  const found = pagefind.createInstance({ noWorker: true, metaCacheTag: "1", ranking: RANKING });
  if (shared) await found.mergeIndex(new URL("thu-tuc/", INDEX).pathname, { metaCacheTag: "1", ranking: RANKING });
  return async (query) => (await found.search(query)).results;
};

// "… <mark>đất</mark> …", where < and > of the text are entities, as nodes.
const excerpt = (html, asks) => {
  const line = make("span", "", "ket__doan");
  for (const [at, part] of html.split(/<\/?mark>/).entries()) {
    const text = part.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
    // Pagefind marks whatever begins like a word that was asked for.
    const asked = at % 2 && asks(text);
    line.append(asked ? make("mark", text) : text);
  }
  return line;
};

export const start = async (form, { Ranking, sought, wordsOf }) => {
  const field = form.elements.q;
  const count = form.querySelector("output");
  const place = make("div", "", "ket");
  form.after(place);
  const list = document.querySelector("[data-a-z]");
  const ranking = new Ranking();
  let texts; // full text, once it is asked for
  let partial = ""; // what to say where there is none
  let whole = false; // whether the reader wants it in any case
  let turn = 0;
  let ready = false;
  let shared = false; // whether the procedures have an index of their own

  const line = ({ page, phrase }, text, words) => {
    const item = make("li");
    const link = make("a", page.title);
    link.href = new URL(page.url, SITE);
    item.append(link);
    if (page.note) item.append(make("span", page.note, "nhan nhan--vua"));
    if (text) text.data().then(({ excerpt: html }) => item.append(excerpt(html, (text) => wordsOf(text).some(({ plain }) => words.has(plain)))), () => {});
    else if (phrase?.text && phrase.text !== page.title) item.append(make("span", phrase.field === 2 ? `Còn gọi: ${phrase.text}` : phrase.text, "ket__doan"));
    return item;
  };

  const group = (name, results, found, words) => {
    const part = make("section");
    const items = make("ul", "", "dong");
    const rest = results.slice(FEW);
    items.append(...results.slice(0, FEW).map((one) => line(one, found.get(one.page.key), words)));
    part.append(make("h2", name, "ket__nhom"), items);
    if (rest.length) {
      const more = make("button", `Xem thêm ${rest.length} kết quả`, "nut nut--nhe");
      more.type = "button";
      more.addEventListener("click", () => {
        const added = rest.map((one) => line(one, found.get(one.page.key), words));
        items.append(...added);
        more.remove();
        added[0].querySelector("a").focus();
      });
      part.append(more);
    }
    return part;
  };

  const nothing = () => {
    const said = make("p", "Thử bớt chữ, hoặc bỏ dấu; hoặc ");
    const letters = make("a", "tra theo vần A–Z");
    letters.href = new URL("a-z/", SITE);
    said.append(letters);
    const phone = document.querySelector('footer a[href^="tel:"]');
    if (phone) said.append(", hoặc gọi ", phone.cloneNode(true));
    said.append(".");
    return said;
  };

  const wider = () => {
    const more = make("button", "Tìm cả trong nội dung trang", "nut nut--nhe");
    more.type = "button";
    more.addEventListener("click", () => {
      whole = true;
      field.focus();
      search();
    });
    return more;
  };

  const show = (query, results) => {
    const found = new Map(results.map((one) => [one.key, one]));
    const scores = new Map(results.map((one) => [one.key, one.score / results[0].score]));
    const all = ranking.ranked(query, scores).filter(({ page }) => INSIDE.test(page.url));
    const good = all.filter(({ score }) => score >= all[0].score * FAINT).slice(0, MOST);
    const words = new Set(wordsOf(query).map(({ plain }) => plain));
    const groups = new Map();
    for (const one of good) groups.set(one.page.group, [...(groups.get(one.page.group) ?? []), one]);
    place.replaceChildren(...[...groups].map(([name, ones]) => group(name, ones, found, words)));
    if (!good.length) place.append(nothing());
    count.textContent = good.length ? `Tìm thấy ${good.length} trang.${partial}` : `Không thấy trang nào.${partial}`;
    if (list) list.hidden = good.length > 0;
    return good;
  };

  const withText = async (asked) => {
    try {
      texts ??= fullText(shared);
      return await (await texts)(asked);
    } catch {
      partial = " Mới tìm theo tên và từ hay dùng, chưa tìm được trong nội dung.";
      count.append(partial);
      return [];
    }
  };

  const search = async () => {
    if (!ready) return;
    const own = ++turn;
    const query = field.value.slice(0, 200).trim();
    if (!query) {
      place.replaceChildren();
      count.textContent = "";
      if (list) list.hidden = false;
      return;
    }
    const [best] = show(query, []);
    if (!partial && (whole || !(best?.coverage >= ENOUGH))) {
      const results = await withText(sought(query));
      if (own !== turn) return;
      if (results.length) show(query, results.map((one) => ranking.keyed(one)));
    } else if (!partial) place.append(wider());
    form.dataset.xong = query; // whoever waits for the results of a query, as a test does
  };

  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !field.value) return;
    event.preventDefault();
    field.value = "";
    search();
  });
  // On the page of the search itself, Enter shows what is found and keeps it in the address.
  if (list) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(null, "", `?${new URLSearchParams({ q: field.value })}`);
      search();
    });
  }

  count.textContent = "Đang tải phần tìm…";
  try {
    const own = await json("ten.json");
    ranking.add(own);
    if (own.shared) ranking.add(await json("thu-tuc/ten.json"));
    shared = own.shared;
    if (!own.full) partial = " Bản xem trước: mới tìm theo tên và từ hay dùng, chưa tìm trong nội dung.";
    ready = true;
    field.value ||= new URLSearchParams(location.search).get("q") ?? "";
    await search();
  } catch {
    count.textContent = "Chưa tải được phần tìm. Bà con bấm Tìm để tra theo vần A–Z.";
  }
};
