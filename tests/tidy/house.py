"""Where the project's files are, for the tests that read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PRODUCT: Final = ("emulator", "cmdlets")


def product_files() -> Iterator[Path]:
    """Yield every Python file of the product, sorted."""
    for room in PRODUCT:
        yield from sorted((ROOT / room).rglob("*.py"))


def files_of_tests() -> Iterator[Path]:
    """Yield every Python file of the tests, sorted."""
    yield from sorted((ROOT / "tests").rglob("*.py"))


def name_of(path: Path) -> str:
    """Return the path as a reader writes it: from the root, with slashes."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions_in(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function in the tree, nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
