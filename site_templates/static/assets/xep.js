// Which pages a query means, by their names and the words people use for them (tim/ten.json).
// Pagefind alone wants every word on the page, takes a short syllable for the start of any longer one,
// and knows nothing of the two syllables that make one Vietnamese word.

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;
// Words that only hold a sentence together; they weigh little, and need not be found.
const SMALL = new Set(
  ("toi em anh chi ba con ong bac chau minh nha no ho gi the nao nhu sao ai dau may bao nhieu lau gio ngay hom khi luc " +
    "thi la ma va voi hay hoac nhung cac mot cai viec cua cho de tu den ve o tai trong ngoai ra vao len xuong di lai " +
    "co khong chua da dang se bi duoc phai can muon xin hoi lam giup nho voi nhe a oi day kia do nay ay roi cung con " +
    "rat qua lam thu tuc giay to ho so xa moi luon het").split(" "),
);
const SLIGHT = 0.25; // weight of such a word
const OTHER_TONES = 0.3; // of a word typed with tone marks, found with others
const STARTED = 0.5; // of the last word, still being typed, found as the start of another
const FULL_TEXT = 0.5; // of a page that has all that is asked in its text
const APART = 0.5; // of a name that holds words asked for, but no two of them side by side
const LONG = 0.3; // at most so much less for a long title: it tells of a special case
const HALF = 0.5; // of what is asked: a page that holds less is not what is meant
const NEAR = 3; // pages to show where none holds so much
const READ = 15; // so many texts are read to see whether they hold what is asked
// Whole words before started ones; a name that holds the words before a text that does; exact tone marks first.
const RANKING = { termSimilarity: 8, diacriticSimilarity: 1, metaWeights: { title: 5, kd: 0.5 } };
const FIELDS = [1, 0.9, 0.9]; // title, other names, words people use
const GROUP = 0.9; // the section, or the commune where several are searched

// As generator/words/fold.py: without tone marks, đ as d.
export const fold = (text) => text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(MARKS, "");
// Hoà and hòa alike: the tone at the end of its syllable; kí and ký, quĩ and quỹ alike: with i.
const toned = (word) => {
  const letters = word.normalize("NFD");
  return withI(letters.replace(TONES, "")) + (letters.match(TONES) ?? []).join("");
};
const withI = (word) => word.replace(/^([hklmst]|qu)y$/, "$1i");
export const wordsOf = (text) =>
  (text.normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\d]+(?:\.\d+)*/gu) ?? []).map((word) => ({
    plain: withI(fold(word)),
    exact: toned(word),
  }));

// A document's number or a code, asked as one: "41/QĐ-UBND", "DA-2026-01".
const numbers = (text) =>
  (text.normalize("NFC").match(/[\p{L}\p{M}\d]+(?:[/-][\p{L}\p{M}\d]+)+/gu) ?? []).filter((one) => /\d/.test(one)).map(fold);

// The end of an address is a code: "thu-tuc/1.004873/" is found by 1.004873 and by 004873.
const codes = (url) => {
  const code = url.split("/").at(-2) ?? "";
  return /\d{3}/.test(code) ? [code, ...(code.match(/\d{5,}/g) ?? [])] : [];
};

export class Ranking {
  #pages = [];
  #seen = new Map(); // word or pair → in how many pages

  add({ groups, pages }) {
    for (const [url, title, group, fragment, names, words, note, written = []] of pages) {
      const phrases = [[title], [...names, ...codes(url)], words].flatMap((texts, field) =>
        texts.map((text) => ({ text, field, words: wordsOf(text) })),
      );
      const section = wordsOf(groups[group]);
      const own = new Set([url.split("/").at(-2), title, ...names].flatMap(numbers));
      this.#pages.push({ url, title, group: groups[group], section, key: fragment, note, phrases, own, written: new Set(written.map(fold)) });
      const all = new Set([...phrases, { words: section }].flatMap(({ words }) => [...words.map((w) => w.plain), ...pairs(words).map((p) => p.plain)]));
      for (const word of all) this.#seen.set(word, (this.#seen.get(word) ?? 0) + 1);
    }
  }

  // Rare words tell more: BM25's weight of a word.
  #weight(plain) {
    const seen = this.#seen.get(plain) ?? 0;
    return Math.log(1 + (this.#pages.length - seen + 0.5) / (seen + 0.5));
  }

  // The pages that a number or code is of, then those that name it.
  coded(query) {
    const asked = numbers(query);
    const score = (page) => Math.max(0, ...asked.map((one) => (page.own.has(one) ? 2 : page.written.has(one) ? 1 : 0)));
    return this.#pages
      .map((page) => ({ page, score: score(page), coverage: 1 }))
      .filter((one) => one.score)
      .sort((a, b) => b.score - a.score);
  }

  // What to show, and whether it has what is asked; where no page holds half of it, what has two words side by side.
  likely(query, texts, allowed) {
    const coded = this.coded(query).filter(allowed);
    if (coded.length) return [coded, true];
    const all = this.ranked(query, texts).filter(allowed);
    const whole = all.filter(({ held }) => held >= HALF);
    return whole.length ? [whole, true] : [all.filter(({ together }) => together).slice(0, NEAR), false];
  }

  // Every page that a query may mean, the best first; `texts` are Pagefind's scores of full text, 0 to 1, by key.
  ranked(query, texts = new Map()) {
    const words = wordsOf(query).map((word) => this.#meant(word));
    if (!words.length) return [];
    const marked = words.some((word) => word.plain !== word.exact && word.exact !== word.plain.replace(/d/g, "đ"));
    const asked = words.map((word, at) => ({ ...word, last: at === words.length - 1, weight: this.#asked(word, words) }));
    const couples = pairs(words).map((pair) => ({ ...pair, weight: this.#seen.has(pair.plain) ? this.#weight(pair.plain) : 0 }));
    const most = asked.reduce((sum, word) => sum + word.weight, 0);
    return this.#pages
      .map((page) => this.#judged(page, asked, couples, most, marked, texts.get(page.key) ?? 0))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.page.title.localeCompare(b.page.title, "vi"));
  }

  // "sinhh" for "sinh" and "khia" for "khai", where no name has the word as typed.
  #meant(word) {
    if (this.#seen.has(word.plain)) return word;
    const plain = [word.plain.replace(/(.)\1+$/, "$1"), ...swapped(word.plain)].find((one) => this.#seen.has(one));
    return plain ? { plain, exact: plain } : word;
  }

  #asked({ plain }, words) {
    const small = SMALL.has(plain) && words.length > 1;
    return this.#weight(plain) * (small ? SLIGHT : 1);
  }

  #judged(page, asked, couples, most, marked, text) {
    let best = { score: 0 };
    const found = new Map(); // the best match of each word and pair over all names
    matches(page.section, asked, marked, GROUP, found);
    matches(pairs(page.section), couples, marked, GROUP, found);
    for (const phrase of page.phrases) {
      const hits = matches(phrase.words, asked, marked, FIELDS[phrase.field], found);
      const paired = matches(pairs(phrase.words), couples, marked, FIELDS[phrase.field], found);
      const apart = couples.length && !paired && phrase.words.length > 1 ? APART : 1;
      const whole = phrase.words.reduce((sum, word) => sum + this.#weight(word.plain), 0);
      // How much of the query the name holds, and how much of the name is asked for.
      const score = hits * (hits / most) * (hits / whole) * apart;
      if (score > best.score) best = { score, phrase };
    }
    let sum = 0;
    let [covered, held] = [0, text ? most : 0];
    for (const [item, { share, slip }] of found) {
      sum += item.weight * share;
      if (!asked.includes(item)) continue;
      covered += item.weight * share;
      if (!text) held += item.weight * (slip ? OTHER_TONES : 1);
    }
    const coverage = most ? covered / most : 0;
    const together = couples.some((pair) => found.has(pair));
    const long = 1 - Math.min(LONG, page.phrases[0].words.length / 100);
    return { page, phrase: best.phrase, coverage, together, held: most ? held / most : 0, score: (sum * coverage + best.score + text * most * FULL_TEXT) * long };
  }
}

// What is asked of the full text, which wants every word: those that say something.
const sought = (query) => {
  const spelt = query.normalize("NFD").replace(/(?<!\p{L})(k|l|qu)i(?!\p{M}*\p{L})/giu, "$1y").normalize("NFC");
  const words = spelt.match(/[\p{L}\p{M}\d]+(?:\.\d+)*/gu) ?? [];
  const telling = words.filter((word) => !SMALL.has(fold(word)));
  return (telling.length ? telling : words).join(" ");
};

// Pagefind falls back to the beginnings of words and to other tones: whether a text has the words themselves,
// with the tone marks that were typed, and two of them together.
const holds = (text, query) => {
  const words = wordsOf(query).map((word, at, all) => ({ ...word, last: at === all.length - 1 && word.plain.length > 2 }));
  const held = wordsOf(text);
  const is = (word, asked) => (word.plain === asked.plain ? sameTones(word, asked) : begins(word, asked));
  const telling = words.filter(({ plain }) => !SMALL.has(plain));
  const each = (telling.length ? telling : words).every((asked) => held.some((word) => is(word, asked)));
  const beside = (asked, at) => held.some((word, next) => next && is(word, asked) && is(held[next - 1], words[at]));
  return each && (words.length < 2 || words.slice(1).some(beside));
};

// Pagefind over an index and those beside it: that of all procedures, those of more communes.
export const fullText = async (index, beside) => {
  const pagefind = await import(new URL("pagefind.js", index));
  const found = pagefind.createInstance({ noWorker: true, metaCacheTag: "1", ranking: RANKING });
  const merged = beside.map((folder) => found.mergeIndex(new URL(folder, index).pathname, { metaCacheTag: "1", ranking: RANKING }));
  await Promise.all(merged);
  return async (query) => {
    const first = (await found.search(sought(query))).results.slice(0, READ);
    const read = await Promise.all(first.map((one) => one.data()));
    const parts = ({ excerpt }) => excerpt.split(/<\/?mark>/).map((part) => part.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&"));
    return first
      .map((one, at) => ({ id: one.id, score: one.score, parts: parts(read[at]), text: `${read[at].meta.title ?? ""} ${read[at].content}` }))
      .filter(({ text }) => holds(text, query));
  };
};

const swapped = (word) =>
  word.length < 4 ? [] : [...word].slice(1).map((letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2));

const pairs = (words) =>
  words.slice(1).map((word, at) => ({ plain: `${words[at].plain} ${word.plain}`, exact: `${words[at].exact} ${word.exact}` }));

// Whoever types no marks means any; whoever types them means these.
const sameTones = (word, asked) => asked.exact === asked.plain || word.exact === asked.exact;

// A word still being typed: its hats may be there already, and its tone only at the end.
const begins = (word, asked) => {
  if (!asked.last || asked.plain.length < 2 || !word.plain.startsWith(asked.plain)) return false;
  const [letters, tone] = parted(asked.exact);
  const [others, theirs] = parted(word.exact);
  return asked.exact === asked.plain || (others.startsWith(letters) && (!tone || tone === theirs));
};
const parted = (exact) => [exact.replace(TONES, ""), (exact.match(TONES) ?? []).join("")];

// The weight of all that a phrase holds of what is asked; notes the best match of each in `found`.
const matches = (held, asked, marked, field, found) => {
  let sum = 0;
  for (const item of asked) {
    let [share, slip] = [0, false];
    for (const word of held) {
      const same = word.plain === item.plain;
      const other = same && marked && word.exact !== item.exact;
      const started = begins(word, item) ? (STARTED * item.plain.length) / word.plain.length : 0;
      const like = other ? OTHER_TONES : same ? 1 : started;
      if (like > share) [share, slip] = [like, other];
    }
    if (!share) continue;
    sum += item.weight * share;
    if (share * field > (found.get(item)?.share ?? 0)) found.set(item, { share: share * field, slip });
  }
  return sum;
};
