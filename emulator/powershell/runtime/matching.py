"""-match and -replace as they touch the scope ($Matches, $_), and what a switch clause fits."""

from typing import TYPE_CHECKING

from emulator.objects import comparison, text_operators
from emulator.objects.enums import EnumValue
from emulator.objects.matches import Match
from emulator.objects.text import to_string
from emulator.objects.truth import is_true
from emulator.powershell.runtime.closures import collected
from emulator.powershell.runtime.scriptblock import ScriptBlock

if TYPE_CHECKING:
    from emulator.powershell.runtime.scope import Scope


def matched(
    scope: "Scope", left: object, right: object, *, case_sensitive: bool, negated: bool
) -> object:
    """Return left -match right; a match of a scalar sets $Matches."""
    answer, groups = text_operators.match(
        left, right, case_sensitive=case_sensitive, negated=negated
    )
    if groups is not None:
        scope.assign("Matches", "matches", groups)
    return answer


def replaced(scope: "Scope", left: object, right: object, *, case_sensitive: bool) -> object:
    """Return left -replace right; a script block as replacement sees the match as `$_`."""

    def evaluate(block: object, found: Match) -> object:
        if isinstance(block, ScriptBlock):
            return collected(block.run_with_item(scope, found))
        return block

    arguments = right if isinstance(right, list) else [right]
    has_block = len(arguments) > 1 and isinstance(arguments[1], ScriptBlock)
    return text_operators.replace(
        left, right, case_sensitive=case_sensitive, evaluate=evaluate if has_block else None
    )


def parted(scope: "Scope", left: object, right: object, *, case_sensitive: bool) -> object:
    """Return left -split right; a script block as pattern sees each character as `$_`."""

    def evaluate(block: object, letter: str) -> bool:
        assert isinstance(block, ScriptBlock), "only script blocks are asked"
        return is_true(collected(block.run_with_item(scope, letter)))

    first = right[0] if isinstance(right, list) and right else right
    return text_operators.split(
        left,
        right,
        case_sensitive=case_sensitive,
        evaluate=evaluate if isinstance(first, ScriptBlock) else None,
    )


def match_exact(_scope: "Scope", item: object, wanted: object, *, case_sensitive: bool) -> bool:
    """Whether a plain switch clause fits: the clause's value -eq the item, text as text."""
    if isinstance(item, EnumValue) and isinstance(wanted, int):
        return False
    if isinstance(item, str) and not isinstance(wanted, str):
        wanted = to_string(wanted)
    return is_true(comparison.scalar_equal(item, wanted, case_sensitive=case_sensitive))


def match_wildcard(_scope: "Scope", item: object, wanted: object, *, case_sensitive: bool) -> bool:
    """Whether a clause of switch -Wildcard fits."""
    return is_true(
        text_operators.like(to_string(item), to_string(wanted), case_sensitive=case_sensitive)
    )


def match_regex(scope: "Scope", item: object, wanted: object, *, case_sensitive: bool) -> bool:
    """Whether a clause of switch -Regex fits; it sets $Matches."""
    text = to_string(item)
    return is_true(matched(scope, text, wanted, case_sensitive=case_sensitive, negated=False))
