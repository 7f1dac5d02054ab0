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
const PATIENCE = 15e3; // milliseconds for a file, on a slow network
const SOON = 3e3; // milliseconds before what has come is shown, and the rest when it comes
const NAMED_SO = (count) => `Không có mục nào tên như vậy. Có nhắc tới ở ${count} trang:`;
const NEAREST = "Không thấy trang nào có đủ các chữ ấy; gần nhất là:";
const NO_TEXT = " Mới tìm theo tên và từ hay dùng, chưa tìm được trong nội dung.";
const IN_TEXT = "Đang tìm trong nội dung trang …";
const NO_REST = "Chưa tải được hết danh sách trang, có thể còn thiếu.";
const PREVIEW = "Bản xem trước: mới tìm theo tên và từ hay dùng, chưa tìm trong nội dung.";

const make = (tag, text = "", name = "") => {
  const made = document.createElement(tag);
  made.textContent = text;
  if (name) made.className = name;
  return made;
};

const button = (text, done) => {
  const made = make("button", text, "nut nut--nhe");
  made.type = "button";
  made.addEventListener("click", done);
  return made;
};

const link = (text, url) => {
  const made = make("a", text);
  made.href = new URL(url, SITE);
  return made;
};

// Pagefind says nothing of a file that does not come: whoever waits must not wait for ever.
const late = () => new Promise((_, fail) => setTimeout(fail, PATIENCE));
const soon = () => new Promise((done) => setTimeout(done, SOON));

const read = async (name) => {
  const answer = await fetch(new URL(name, INDEX));
  if (!answer.ok) throw new Error(name);
  return answer.json();
};
const json = (name) => Promise.race([read(name), late()]);

// Every second part is marked, by Pagefind also where it only begins like a word that was asked for.
const excerpt = (parts, asks) => {
  const line = make("span", "", "ket__doan");
  line.append(...parts.map((part, at) => (at % 2 && asks(part) ? make("mark", part) : part)));
  return line;
};

// One result: its title, what to know before, and why it was found: `text` has it from the full text.
const item = ({ page, phrase }, text, asks) => {
  const made = make("li");
  made.append(link(page.title, page.url));
  if (page.note) made.append(make("span", page.note, "nhan nhan--vua"));
  const said = phrase?.field === 2 ? `Còn gọi: ${phrase.text}` : phrase?.text;
  if (text) made.append(excerpt(text.parts, asks));
  else if (said && said !== page.title && !page.url.endsWith(`${said}/`)) made.append(make("span", said, "ket__doan"));
  return made;
};

// The results of one section; more than a few are shown when asked for.
const group = (name, items) => {
  const part = make("section");
  const list = make("ul", "", "dong");
  list.append(...items.slice(0, FEW).map((make) => make()));
  part.append(make("h2", name, "ket__nhom"), list);
  const rest = items.slice(FEW);
  const more = button(`Xem thêm ${rest.length} kết quả`, () => {
    const added = rest.map((make) => make());
    list.append(...added);
    more.remove();
    added[0].querySelector("a").focus();
  });
  if (rest.length) part.append(more);
  return part;
};

const nothing = (marked, letters) => {
  const said = make("p", `Thử bớt chữ${marked ? ", hoặc bỏ dấu" : ""}; hoặc `);
  said.append(letters ? letters.dataset.aZ : link("tra theo vần A–Z", "a-z/"));
  const phone = document.querySelector('footer a[href^="tel:"]')?.cloneNode(true);
  phone?.replaceChildren(phone.textContent.replace(/^[^\d+]+/, ""));
  if (phone) said.append(", hoặc gọi ", phone);
  said.append(".");
  return said;
};

// What only the text has may be about something else.
const said = (good, whole, several) => {
  if (!good.length) return "Không thấy trang nào.";
  if (!whole) return NEAREST;
  const [{ coverage, together }] = good;
  return together || coverage >= ENOUGH || (coverage && !several) ? `Tìm thấy ${good.length} trang.` : NAMED_SO(good.length);
};

class Search {
  turn = 0;
  texts; // full text, once it is asked for
  partial = ""; // what to say where not everything is searched
  whole = false; // whether the reader wants it in any case

  constructor(form, { Ranking, fullText, wordsOf }) {
    Object.assign(this, { form, fullText, wordsOf, ranking: new Ranking(), field: form.elements.q });
    this.count = form.querySelector("output");
    this.place = make("div", "", "ket");
    form.after(this.place);
    this.letters = document.querySelector("[data-a-z]"); // on the page of the search itself
  }

  // The names; those of the folders beside may come later, and are then searched too.
  async load() {
    const own = await json("ten.json");
    this.ranking.add(own);
    this.full = own.full;
    const folders = own.beside.filter((folder) => INSIDE.test(folder));
    [this.beside, this.partial] = [[], NO_REST];
    const rest = this.loadBeside(folders).then(() => true);
    if (!(await Promise.race([rest, soon()]))) rest.then(() => this.search());
  }

  async loadBeside(folders) {
    const rest = await Promise.allSettled(folders.map((folder) => json(`${folder}ten.json`)));
    for (const { value } of rest) if (value) this.ranking.add(value);
    this.beside = folders.filter((_, at) => rest[at].value);
    this.partial = this.beside.length < folders.length ? NO_REST : this.full ? "" : PREVIEW;
    this.texts = undefined; // its indexes lie in the same folders
  }

  listen() {
    let timer;
    this.field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.search(), WAIT);
    });
    const cleared = (event) => {
      if (event.key !== "Escape" || !this.field.value) return;
      event.preventDefault();
      this.field.value = "";
      this.field.focus();
      this.search();
    };
    for (const part of [this.field, this.place]) part.addEventListener("keydown", cleared);
    if (!this.letters) return;
    // Here Enter shows what is found and keeps it in the address; elsewhere it leads here.
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(null, "", `?${new URLSearchParams({ q: this.field.value })}`);
      this.search();
    });
  }

  async search() {
    const own = ++this.turn;
    const query = this.field.value.slice(0, 200).trim();
    if (!query) return this.clear();
    const best = this.show(query, []);
    if (this.full && (this.whole || !(best?.coverage >= ENOUGH))) {
      const [told, hint] = [this.count.textContent, this.place.querySelector(":scope > p")];
      this.count.textContent = IN_TEXT;
      hint?.remove(); // nothing by name is no reason yet to try other words
      const results = await this.inText(query);
      if (own !== this.turn) return;
      this.count.textContent = told + (results ? "" : NO_TEXT);
      if (results?.length) this.show(query, results);
      else if (hint) this.place.append(hint);
    } else if (this.full) this.place.append(this.wider());
    this.form.dataset.xong = query; // whoever waits for the results of a query, as a test does
  }

  clear() {
    this.place.replaceChildren();
    this.count.textContent = "";
    if (this.letters) this.letters.hidden = false;
  }

  async inText(asked) {
    try {
      this.texts ??= this.fullText(INDEX, this.beside);
      return await Promise.race([this.texts.then((found) => found(asked)), late()]);
    } catch {
      this.texts = undefined; // the next query tries again
      return undefined;
    }
  }

  wider() {
    return button("Tìm cả trong nội dung trang", () => {
      this.whole = true;
      this.field.focus();
      this.search();
    });
  }

  // `results` are Pagefind's; their ids are the keys that names give their pages.
  show(query, results) {
    const found = new Map(results.map((one) => [one.id, one]));
    const scores = new Map(results.map((one) => [one.id, one.score / results[0].score]));
    const [likely, whole] = this.ranking.likely(query, scores, ({ page }) => INSIDE.test(page.url));
    const all = likely.filter(({ score }) => score >= likely[0].score * FAINT);
    const good = all.slice(0, MOST);
    const asked = this.wordsOf(query);
    const words = new Set(asked.map(({ plain }) => plain));
    const asks = (text) => this.wordsOf(text).some(({ plain }) => words.has(plain));
    const groups = new Map();
    for (const one of good) {
      const items = groups.get(one.page.group) ?? [];
      groups.set(one.page.group, [...items, () => item(one, found.get(one.page.key), asks)]);
    }
    this.replace([...groups].map(([name, items]) => group(name, items)));
    if (!good.length) this.place.append(nothing(asked.some(({ plain, exact }) => plain !== exact), this.letters));
    const cut = all.length > MOST ? ` Dưới đây là ${MOST} trang gần nhất.` : "";
    this.count.textContent = `${this.partial} ${said(all, whole, words.size > 1)}${cut}`.trim();
    if (this.letters) this.letters.hidden = good.length > 0;
    return whole ? good[0] : undefined;
  }

  // Whoever has gone down to a result by keyboard stays on it when more are found; else is back in the field.
  replace(groups) {
    const held = this.place.contains(document.activeElement) && document.activeElement;
    this.place.replaceChildren(...groups);
    if (held) ([...this.place.querySelectorAll("a")].find(({ href }) => href === held.href) ?? this.field).focus();
  }
}

export const start = async (form, tools) => {
  const search = new Search(form, tools);
  search.count.textContent = "Đang tải phần tìm…";
  await search.load().catch((error) => {
    search.place.remove();
    throw error;
  });
  search.listen();
  search.field.value ||= new URLSearchParams(location.search).get("q") ?? "";
  await search.search();
};
