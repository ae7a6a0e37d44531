"""The classes of characters that decide where a token starts and ends.

PowerShell takes typographic dashes and quotes for plain ones.
Source: language specification 2.
"""

SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b"
"""What delimits a verbatim string."""

DOUBLE_QUOTES = '"\u201c\u201d\u201e'
"""What delimits an expandable string."""

DASHES = "-\u2013\u2014\u2015"
"""What counts as a dash."""

BLANKS = " \t\f\v\u00a0\u0085\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""White space that does not end a line, as it stands in a class of a regular expression."""

NEW_TOKEN = rf"{BLANKS}\r\n&(),;{{|}}<>"
"""What ends a word of a command, as it stands in a class of a regular expression."""

AFTER_NUMBER = "!%*+./=]" + DASHES
"""What may follow a number in an expression, besides what ends a word."""

ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
    "v": "\v",
}  # fmt: skip
"""What a backtick makes of a letter; every other character stands for itself.

`e is PowerShell 6's; 5.1 reads it as e.
"""

CORE_ESCAPES = "eu"
"""The escapes that 5.1 reads as the letter. Source: language.jsonl language-strings-003."""
