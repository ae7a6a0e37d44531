"""Our trees and tokens in the form of trees.jsonl, for comparison with the real parser's."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from emulator.powershell import tree
from emulator.powershell.parser import ParseResult, parse
from emulator.powershell.parser.positions import Utf16Offsets

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "conformance"
SCRIPT_FILES = ("language", "errors", "programs", "discovery")

Shape = tuple[str, int, int, tuple["Shape", ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeCase:
    """One script and what the real parser made of it."""

    id: str
    script: str
    first_error: tuple[str, int] | None
    tokens: tuple[tuple[str, int, int], ...]
    tree: Shape


def cases() -> Iterator[TreeCase]:
    """Yield the recorded scripts."""
    scripts: dict[str, str] = {}
    for name in SCRIPT_FILES:
        for record in _records(name):
            scripts[str(record["id"])] = str(record["script"])
    for record in _records("trees"):
        errors = record["errors"]
        yield TreeCase(
            id=record["id"],
            script=scripts[record["id"]],
            first_error=(errors[0][0], errors[0][1]) if errors else None,
            tokens=tuple((kind, start, end) for kind, start, end in record["tokens"]),
            tree=_recorded(record["tree"]),
        )


def _records(name: str) -> Iterator[dict[str, Any]]:
    with (FOLDER / f"{name}.jsonl").open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield json.loads(line)


def _recorded(node: list[Any]) -> Shape:
    kind, start, end, children = node
    return kind, start, end, _in_order(_recorded(child) for child in children)


def _in_order(children: Iterator[Shape]) -> tuple[Shape, ...]:
    return tuple(sorted(children, key=lambda child: (child[1], child[2])))


def agrees(case: TreeCase) -> bool:
    """Tell whether we find the same first error, or the same tokens and tree.

    Source: fixtures/conformance/README.md, trees.jsonl.
    """
    result = parse(case.script, knows_module=lambda _: False)
    offsets = Utf16Offsets(case.script)
    if result.errors or case.first_error is not None:
        if not result.errors or case.first_error is None:
            return False
        first = result.errors[0]
        return (first.error_id, offsets.of(first.start)) == case.first_error
    return tokens_of(result, offsets) == case.tokens and shape(result.tree, offsets) == case.tree


def tokens_of(result: ParseResult, offsets: Utf16Offsets) -> tuple[tuple[str, int, int], ...]:
    """Return kinds and places of all tokens."""
    return tuple(
        (token.kind, offsets.of(token.start), offsets.of(token.end)) for token in result.tokens
    )


def shape(node: tree.Node, offsets: Utf16Offsets) -> Shape:
    """Return kinds and places of a node and all below it, as .NET has them."""
    children = [shape(child, offsets) for child in node.children()]
    if isinstance(node, tree.SubExpression | tree.ArrayExpression) and not children[0][3]:
        children = [(children[0][0], 0, 0, ())]
    if isinstance(node, tree.FunctionMember):
        children = _with_base_call(node, children, offsets)
    return node.kind, offsets.of(node.start), offsets.of(node.end), _in_order(iter(children))


def _with_base_call(
    node: tree.FunctionMember, children: list[Shape], offsets: Utf16Offsets
) -> list[Shape]:
    """Put the call of the base constructor where .NET has it: first in the body, as a leaf."""
    count = len(node.base_arguments or ())
    plain = [child for child in children if child[0] in _MEMBER_PARTS]
    assert len(children) - len(plain) == count
    if not node.constructor or node.static:
        return plain
    start, end = node.base_call or (0, 0)
    call: Shape = ("CommandExpression", offsets.of(start), offsets.of(end), ())
    return [
        _with_call(child, call) if child[0] == "FunctionDefinition" else child for child in plain
    ]


_MEMBER_PARTS = ("Attribute", "TypeConstraint", "FunctionDefinition")


def _with_call(definition: Shape, call: Shape) -> Shape:
    *parameters, body = definition[3]
    *blocks, end_block = body[3]
    filled = (*end_block[:3], _in_order(iter((*end_block[3], call))))
    return (*definition[:3], (*parameters, (*body[:3], (*blocks, filled))))
