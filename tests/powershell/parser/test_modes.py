"""The same characters are different tokens in a command and in an expression."""

import pytest

from emulator.powershell.parser import parse

TOKENS = [
    # script              kinds and texts                                      why it is here
    ("1+2", "Number:1 Plus:+ Number:2", "an expression needs no blanks"),
    ("echo 1+2", "Identifier:echo Generic:1+2", "an argument is a word"),
    ("1..4", "Number:1 DotDot:.. Number:4", "a range, not a real number"),
    ("echo 1..4", "Identifier:echo Generic:1..4", "no range in a command"),
    ("$a-b", "Variable:$a Parameter:-b", "what is no operator looks like a parameter"),
    ("$a -eq 1", "Variable:$a Ieq:-eq Number:1", "a named operator"),
    ("f -eq 1", "Identifier:f Parameter:-eq Number:1", "a parameter in a command"),
    ("f -a:1", "Identifier:f Parameter:-a: Number:1", "a parameter with its value"),
    ("f $a.b[0]", "Identifier:f Variable:$a Dot:. Identifier:b LBracket:[ Number:0 RBracket:]",
     "members are accessed in arguments"),
    ("f $a\\b", "Identifier:f Generic:$a\\b", "a path that starts with a variable is one word"),
    ("f 'a'b", "Identifier:f StringLiteral:'a' Identifier:b", "a string ends an argument"),
    ("f a'b c'd", "Identifier:f Generic:a'b c'd", "quotes inside a word do not"),
    ("f @a", "Identifier:f SplattedVariable:@a", "splatting"),
    ("f 2>&1 1>x", "Identifier:f Redirection:2>&1 Redirection:1> Identifier:x", "redirections"),
    ("f --% -a $b | g", "Identifier:f Generic:--% Generic:-a $b  Pipe:| Identifier:g",
     "nothing is expanded after --%"),
    ("f –a", "Identifier:f Parameter:–a", "a typographic dash is a dash"),
    ("“a”", "StringExpandable:“a”", "typographic quotes are quotes"),
    ("f [int]", "Identifier:f Generic:[int]", "brackets in an argument are text"),
    ("[int]1", "LBracket:[ Identifier:int RBracket:] Number:1", "a cast"),
    ("% { $_ }", "Rem:% LCurly:{ Variable:$_ RCurly:}", "an alias made of an operator"),
    (". .\\x.ps1", "Dot:. Generic:.\\x.ps1", "dot-sourcing"),
    ("& $x", "Ampersand:& Variable:$x", "calling"),
    (":a while (1) { }", "Label::a While:while LParen:( Number:1 RParen:) LCurly:{ RCurly:}",
     "a label"),
    ("$x ? 1:2", "Variable:$x QuestionMark:? Number:1 Colon:: Number:2", "a ternary"),
    ("$a ?? ${b}?.c", "Variable:$a QuestionQuestion:?? Variable:${b} QuestionDot:?. Identifier:c",
     "null operators"),
    ("$x?.y", "Variable:$x? Dot:. Identifier:y", "a question mark may be part of a name"),
]  # fmt: skip


@pytest.mark.parametrize(("script", "expected", "why"), TOKENS, ids=[row[0] for row in TOKENS])
def test_tokens_depend_on_the_mode(script: str, expected: str, why: str) -> None:
    tokens = parse(script).tokens[:-1]
    found = " ".join(f"{token.kind}:{script[token.start : token.end]}" for token in tokens)
    assert found == expected, why
