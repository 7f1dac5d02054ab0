"""What the signs of the encodings before Unicode stand for."""

from __future__ import annotations

import unicodedata


def tcvn3() -> dict[int, str]:
    """TCVN 5712:1993, its third set, as the .Vn fonts ("ABC") have it."""
    runs = {
        0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
        0xB5: "àảãáạ",
        0xBB: "ằẳẵắ",
        0xC6: "ặầẩẫấậè",
        0xCE: "ẻẽéẹềểễếệìỉ",
        0xDC: "ĩíịò",
        0xE1: "ỏõóọồổỗốộờở",
        0xEC: "ỡớợù",
        0xF1: "ủũúụừửữứựỳỷỹýỵ",
    }
    return {start + step: char for start, run in runs.items() for step, char in enumerate(run)}


def vni() -> dict[str, str]:
    """VNI for Windows: a base letter and a mark for what ASCII lacks, one sign for the rest."""
    rows = {
        "aeouyôö": ("ùøûõï", "\u0301\u0300\u0309\u0303\u0323"),
        "aeo": (
            "âáàåãä",
            ("\u0302", "\u0302\u0301", "\u0302\u0300", "\u0302\u0309", "\u0302\u0303", "\u0302\u0323"),
        ),
        "a": (
            "êéèúüë",
            ("\u0306", "\u0306\u0301", "\u0306\u0300", "\u0306\u0309", "\u0306\u0303", "\u0306\u0323"),
        ),
    }
    alone = dict(zip("íìæóòôöîñ", "íìỉĩịơưỵđ", strict=True))
    parts = {
        base + mark: unicodedata.normalize("NFC", alone.get(base, base) + tone)
        for bases, (marks, tones) in rows.items()
        for base in bases
        for mark, tone in zip(marks, tones, strict=True)
    }
    parts |= alone
    upper = {f"{part[0].upper()}{part[1:].upper()}": char.upper() for part, char in parts.items()}
    mixed = {f"{part[0].upper()}{part[1:]}": char.upper() for part, char in parts.items()}
    return parts | mixed | upper


def cp1258() -> dict[int, str]:
    table = {}
    for byte in range(0x80, 0x100):
        char = bytes([byte]).decode("cp1258", errors="ignore")
        if char:
            table[byte] = char
            table[ord(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte))] = char
    return table


def cp1252() -> dict[str, int]:
    found = {}
    for byte in range(0x80, 0xA0):
        char = bytes([byte]).decode("cp1252", errors="ignore")
        if char:
            found[char] = byte
    return found
