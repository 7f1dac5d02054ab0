// Writes a record as `congkhai fmt` does (generator/canonical.py), so that form and hand give the same bytes.
"use strict";

const whole = (...parts) => new RegExp(`^(?:${parts.map((part) => part.source).join("|")})$`, "u");
const MISREAD = [
  whole(
    /[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\p{Nd}a-fA-F_]+|\p{Nd}[\p{Nd}_.,]*(?:[eE][-+]?\p{Nd}+)?|\.[\p{Nd}_]+(?:[eE][-+]?\p{Nd}+)?|\p{Nd}[\p{Nd}_]*(?::[0-5]?\p{Nd})+(?:\.[\p{Nd}_]*)?|\.(?:inf|Inf|INF|nan|NaN|NAN))/,
  ),
  /^(?:~|null|y|n|yes|no|on|off|true|false|=|<<)$/i,
  /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d.*$/,
  /:( |$)| #| $/,
  /^(?:[-?:]( |$)|[,[\]{}#&*!|>'"%@` ]|---|\.\.\.)/,
  /^(?:-|[–—•●▪◦*+·][ \t]|[“”„‟‘’].*[“”‘’"']$|[a-z][a-z0-9_]*(?:[ \t]*：|:(?!\/\/)))/,
];
const UNSEEN = /[\u00ad\u115f\u1160\u200b-\u200f\u2060-\u2064\u3164\ufeff\u{e0000}-\u{e007f}]/gu;
const ODD = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

// Without what is empty or goes without saying; attachments as the data files name them.
function kept(value, usual, key) {
  if (typeof value === "string") {
    value = value.replace(UNSEEN, "").normalize("NFC").replace(/\r\n?/g, "\n").trim().replace(/^\/tep\//, "tep/");
    if (!value.includes("\n")) value = value.replace(/[\t\p{Zs}]+/gu, " ");
  } else if (Array.isArray(value)) {
    value = value.map((item) => kept(item, usual)).filter((item) => item !== undefined);
  } else if (value && typeof value === "object") {
    const entries = Object.entries(value).map(([name, item]) => [name, kept(item, usual, name)]);
    value = Object.fromEntries(entries.filter(([, item]) => item !== undefined));
  }
  const empty = value === null || value === "" || (typeof value === "object" && !Object.keys(value).length);
  return empty || (key !== undefined && Object.hasOwn(usual, key) && usual[key] === value) ? undefined : value;
}

function quoted(text) {
  const escape = (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text).replace(new RegExp(ODD, "g"), escape);
}

// 62.5 as it is; "1.2340", since 1.234 may be a thousand; never 1e-7.
function number(value) {
  const digits = value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
  return /^-?\d{1,3}\.\d{3}$/.test(digits) ? `"${digits}0"` : digits;
}

function oneLine(value) {
  if (typeof value === "number") return number(value);
  if (typeof value !== "string") return String(value);
  const misread = !value || value.includes("\n") || ODD.test(value) || MISREAD.some((form) => form.test(value));
  return misread ? quoted(value) : value;
}

const nested = (value) => typeof value === "object";
const indented = (found) => found.map((line) => (line ? `  ${line}` : ""));

function entry(head, value) {
  if (nested(value)) return [head, ...indented(lines(value))];
  const block = typeof value === "string" && value.includes("\n") && !ODD.test(value);
  return block ? [`${head} |-`, ...indented(value.split("\n"))] : [`${head} ${oneLine(value)}`];
}

function item(value) {
  if (!nested(value)) return entry("-", value);
  const [first, ...others] = lines(value);
  return [`- ${first}`, ...indented(others)];
}

function lines(value) {
  if (Array.isArray(value)) return value.flatMap(item);
  return Object.entries(value).flatMap(([key, inner]) => entry(`${oneLine(key)}:`, inner));
}

globalThis.ghiYaml = (content, usual = {}) => `${lines(kept(content, usual) ?? {}).join("\n")}\n`;
