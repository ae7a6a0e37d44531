"""From .NET's regular expressions to Python's."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from emulator.objects.errors import NotEmulated

_QUANTIFIER: Final = re.compile(r"\{\d+(?:,\d*)?\}")
_NAME: Final = re.compile(r"\?(?:<([A-Za-z_]\w*|\d+)>|'([A-Za-z_]\w*|\d+)')")
_INLINE: Final = re.compile(r"\?([imnsx]*(?:-[imnsx]+)?)([:)])")
_BACK_REFERENCE: Final = re.compile(r"\\k(?:<(\w+)>|'(\w+)')")
_CATEGORY: Final = re.compile(r"\\([pP])\{(\w+)\}")
_BASIC_PLANE: Final = 0x10000


class Translation:
    """A translated pattern: the Python text and the names of the groups in source order.

    `names` has one entry per capturing group: its .NET name, or None for a numbered one.
    """

    def __init__(self, pattern: str, *, explicit: bool = False) -> None:
        """Translate `pattern`; `explicit` is RegexOptions.ExplicitCapture."""
        self._source = pattern
        self._at = 0
        self._explicit = explicit
        self.names: list[str | None] = []
        self.text = self._sequence(depth=0)
        while self._at < len(pattern):
            # An unbalanced ) : kept, so that Python's compiler reports it.
            self.text += pattern[self._at]
            self._at += 1
            self.text += self._sequence(depth=0)

    def _sequence(self, depth: int) -> str:
        """Translate up to the ) that closes this level, which is left to the caller."""
        parts: list[str] = []
        open_scopes = 0
        while self._at < len(self._source):
            letter = self._source[self._at]
            if letter == ")":
                break
            if letter == "(":
                text, opened = self._group(depth)
                open_scopes += opened
            elif letter == "[":
                text = self._set()
            elif letter == "\\":
                text = self._escape()
            elif letter == "{" and not _QUANTIFIER.match(self._source, self._at):
                text = "\\{"
                self._at += 1
            else:
                text = letter
                self._at += 1
            parts.append(text)
        return "".join(parts) + ")" * open_scopes

    def _group(self, depth: int) -> tuple[str, int]:
        """Translate what begins with "("; 1 when it opened a scope that ends with this level."""
        self._at += 1
        source = self._source
        if source.startswith("?#", self._at):
            end = source.find(")", self._at)
            self._at = len(source) if end < 0 else end + 1
            return "", 0
        named = _NAME.match(source, self._at)
        if named:
            return self._named(named, depth), 0
        inline = _INLINE.match(source, self._at)
        if inline:
            return self._inline(inline, depth)
        if re.match(r"\?(?:<\w*-|'\w*-)", source[self._at :]):
            raise NotEmulated("A balancing group in a regular expression")
        if source.startswith("?", self._at):
            lead = re.match(r"\?(?:<?[=!]|>|\(\w+\))", source[self._at :])
            text = lead.group() if lead else "?"
            self._at += len(text)
            return self._closed(f"({text}", depth), 0
        if self._explicit:
            return self._closed("(?:", depth), 0
        self.names.append(None)
        return self._closed("(", depth), 0

    def _closed(self, opening: str, depth: int) -> str:
        body = self._sequence(depth + 1)
        if self._at < len(self._source):
            self._at += 1
            return f"{opening}{body})"
        return opening + body

    def _named(self, found: "re.Match[str]", depth: int) -> str:
        name = found[1] or found[2]
        self._at = found.end()
        if name in self.names:
            raise NotEmulated("A group name used twice in a regular expression")
        self.names.append(name)
        return self._closed(f"(?P<{python_name(name)}>", depth)

    def _inline(self, found: "re.Match[str]", depth: int) -> tuple[str, int]:
        flags = found[1]
        if "n" in flags:
            self._explicit = "n" not in flags.partition("-")[2]
            flags = flags.replace("n", "").removesuffix("-")
        self._at = found.end()
        opening = f"(?{flags}:"
        if found[2] == ":":
            return self._closed(opening, depth), 0
        return (opening, 1) if flags else ("", 0)

    def _escape(self) -> str:
        source, at = self._source, self._at
        back = _BACK_REFERENCE.match(source, at)
        if back:
            self._at = back.end()
            return f"(?P={python_name(back[1] or back[2])})"
        category = _CATEGORY.match(source, at)
        if category:
            self._at = category.end()
            negated = "^" if category[1] == "P" else ""
            return f"[{negated}{category_ranges(category[2])}]"
        letter = source[at + 1 : at + 2]
        self._at += 2
        match letter:
            case "z":
                return r"\Z"
            case "Z":
                return r"(?=\n?\Z)"
            case "G":
                raise NotEmulated(r"\G in a regular expression")
            case "e":
                return r"\x1b"
            case "c":
                self._at += 1
                return f"\\x{ord(source[at + 2 : at + 3].upper() or '@') - 64:02x}"
            case _ if letter.isascii() and letter.isalpha() and letter not in "AbBdDsSwWfnrtvxua":
                return "\\" + letter
            case "_" | "-" | " " | "#":
                return "\\" + letter
            case _:
                return "\\" + letter

    def _set(self) -> str:
        """Translate [...]; a subtraction [a-z-[aeiou]] becomes a negative look-ahead."""
        source = self._source
        at = self._at + 1
        parts = ["["]
        if source.startswith("^", at):
            parts.append("^")
            at += 1
        first = at
        while at < len(source) and (source[at] != "]" or at == first):
            letter = source[at]
            if letter == "-" and source.startswith("[", at + 1):
                self._at = at + 1
                inner = self._set()
                self._at += 1  # the outer ]
                return f"(?!{inner}){''.join(parts)}]"
            if letter == "\\":
                text, at = self._set_escape(at)
                parts.append(text)
                continue
            # Python warns of signs that a later version may read as set operations.
            dash = letter == "-" and (at == first or parts[-1] == "-")
            parts.append("\\" + letter if dash or letter in "[&~|" else letter)
            at += 1
        self._at = at + 1
        return "".join(parts) + ("]" if at < len(source) else "")

    def _set_escape(self, at: int) -> tuple[str, int]:
        category = _CATEGORY.match(self._source, at)
        if category:
            if category[1] == "P":
                raise NotEmulated(r"\P{...} inside a set of a regular expression")
            return category_ranges(category[2]), category.end()
        letter = self._source[at + 1 : at + 2]
        if letter == "e":
            return r"\x1b", at + 2
        return "\\" + letter, at + 2


def python_name(name: str) -> str:
    """Return a group name that Python accepts; .NET also allows numbers."""
    return f"_n{name}" if name.isdigit() else name


@lru_cache(maxsize=64)
def category_ranges(category: str) -> str:
    """Return the members of a Unicode category (Lu, L, Nd, ...) as ranges of a set."""
    if category.startswith("Is"):
        raise NotEmulated(f"The Unicode block {category} in a regular expression")
    ranges: list[str] = []
    start = -1
    for code in range(_BASIC_PLANE + 1):
        inside = code < _BASIC_PLANE and unicodedata.category(chr(code)).startswith(category)
        if inside and start < 0:
            start = code
        elif not inside and start >= 0:
            ranges.append(f"\\u{start:04x}-\\u{code - 1:04x}")
            start = -1
    return "".join(ranges)
