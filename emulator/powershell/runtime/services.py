"""What the parts of the language and the cmdlets ask of a session: values, names, limits."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn

from emulator.dotnet.known_elsewhere import is_known_elsewhere
from emulator.dotnet.lists import collection_of
from emulator.objects.common_enums import ACTION_PREFERENCE
from emulator.objects.enumeration import as_list
from emulator.objects.enums import EnumValue, member
from emulator.objects.errors import ErrorCategory, InvocationInfo, NotEmulated
from emulator.objects.exceptions import runtime_error
from emulator.objects.moments import DateTime
from emulator.objects.psobject import AUTOMATION_NULL, PSObject
from emulator.objects.references import Reference
from emulator.objects.text import to_string
from emulator.objects.text_operators import join, split_unary
from emulator.objects.type_values import full_name
from emulator.objects.types import PSType
from emulator.objects.typing_of import type_of
from emulator.powershell.binder.argument import Argument
from emulator.powershell.runtime import automatic
from emulator.powershell.runtime.calls import Call, CallSite
from emulator.powershell.runtime.closures import Emit, Evaluate, Store
from emulator.powershell.runtime.functions import Function
from emulator.powershell.runtime.pipeline import run_pipeline
from emulator.powershell.runtime.positions import Extent
from emulator.powershell.runtime.resolution import find
from emulator.powershell.runtime.scope import MISSING, Scope
from emulator.powershell.runtime.scriptblock import ScriptBlock
from emulator.powershell.runtime.type_text import written
from emulator.powershell.tree import TypeName

if TYPE_CHECKING:
    from emulator.powershell.ports import Command
    from emulator.powershell.runtime.script_stage import ScriptStage
    from emulator.powershell.runtime.session import Session


class Services:
    """The helping half of `Session`; it has no state of its own."""

    first_token: object
    succeeded: bool

    # --- variables -----------------------------------------------------------------------------

    def variable(self: "Session", name: str) -> object:  # type: ignore[misc]
        """Return a variable's value as seen from the running scope; None where there is none.

        `MyInvocation` is the call of the innermost function, which a scope has only where the
        function's text asks for it.
        """
        if name.lower() == "myinvocation":
            caller = self.scope.caller()
            return None if caller is None else caller.invocation
        found = self.scope.find(name.lower())
        return None if found is MISSING else found

    def set_variable(self: "Session", name: str, value: object) -> None:  # type: ignore[misc]
        """Assign to a variable in the running scope."""
        self.scope.assign(name, name.lower(), value)

    def variable_set(self: "Session", name: str, value: object) -> None:  # type: ignore[misc]
        """Assign to a variable of the global scope."""
        self.home.assign(name, name.lower(), value)

    def undefined(self: "Session", scope: Scope, name: str) -> object:  # type: ignore[misc]
        """Return what reading a variable that does not exist gives: $null, or strict's error."""
        if scope.strict >= 1:
            raise runtime_error(
                f"The variable '${name}' cannot be retrieved because it has not been set.",
                "VariableIsUndefined",
                ErrorCategory.InvalidOperation,
                target=name,
            )
        return None

    def collecting_list(  # type: ignore[misc]
        self: "Session", scope: Scope, name: str, *, more: bool
    ) -> list[object]:
        """Return the list behind -OutVariable and its kin, put into the variable `name`."""
        from emulator.dotnet.lists import ARRAY_LIST, GrowingList  # noqa: PLC0415 - a leaf

        known = scope.find(name.lower())
        if more and isinstance(known, GrowingList):
            return known.items
        made = GrowingList(ARRAY_LIST)
        if more and known is not MISSING and known is not None:
            made.items.extend(as_list(known))
        scope.assign(name, name.lower(), made)
        return made.items

    def reference(  # type: ignore[misc]
        self: "Session", scope: Scope, path: str, read: Evaluate, write: Store
    ) -> Reference:
        """Return [ref]$x: reading and writing go to the variable, which comes to be."""
        lower = path.lower()
        holder = scope.holder(lower)
        if holder is None:
            write(scope, None)
            holder = scope
        home = holder
        del read
        return Reference(lambda: home.find(lower), lambda value: home.assign(path, lower, value))

    # --- commands ------------------------------------------------------------------------------

    def find_command(self: "Session", name: str) -> "Command | None":  # type: ignore[misc]
        """Return the command that `name` means in the running scope."""
        return find(self.scope, name)

    def command_behind(self: "Session", value: object) -> "Command | None":  # type: ignore[misc]
        """Return the command that an object such as Get-Command's stands for."""
        if isinstance(value, Function):
            return value
        command = getattr(value, "command", None)
        return command if hasattr(command, "metadata") else None

    def function_block(self: "Session", scope: Scope, name: str) -> object:  # type: ignore[misc]
        """Return `$function:name`."""
        found = find(scope, name)
        return ScriptBlock(found.body, self) if isinstance(found, Function) else None

    def set_function(self: "Session", scope: Scope, name: str, value: object) -> None:  # type: ignore[misc]
        """Assign `$function:name`."""
        bare = value.base if isinstance(value, PSObject) else value
        block = bare if isinstance(bare, ScriptBlock) else self.create_block(to_string(bare))
        scope.define_function(
            name.lower(),
            Function(name=name, body=block.body, session=self, captured=block.captured),
        )

    def alias(self: "Session", scope: Scope, name: str) -> object:  # type: ignore[misc]
        """Return `$alias:name`."""
        here: Scope | None = scope
        while here is not None:
            if here.aliases is not None and name.lower() in here.aliases:
                return here.aliases[name.lower()]
            here = here.parent
        return self.commands.alias(name.lower())

    def set_alias(self: "Session", scope: Scope, name: str, target: str) -> None:  # type: ignore[misc]
        """Let `name` stand for `target` in `scope`."""
        if scope.aliases is None:
            scope.aliases = {}
        scope.aliases[name.lower()] = target
        self.commands_version += 1

    def call_in(  # type: ignore[misc]
        self: "Session",
        block: ScriptBlock,
        caller: Scope,
        arguments: Sequence[object],
        items: Iterable[object] | None,
        emit: Emit,
        *,
        item: object = AUTOMATION_NULL,
        place: Extent | None = None,
    ) -> None:
        """Run a script block as a command of one pipeline; an Argument stands for itself."""
        extent = place or self.call_extent
        site = CallSite(
            extent=extent,
            name_extent=extent,
            operator="" if place is None else ".",
            redirections=(),
        )
        call = Call(
            site=site,
            command=block,
            name="",
            arguments=[
                one
                if isinstance(one, Argument)
                else Argument(value=one, start=extent.start, end=extent.end)
                for one in arguments
            ],
        )
        values = caller.values
        before = values.get("_", MISSING)
        if item is not AUTOMATION_NULL:
            values["_"] = item
        try:
            run_pipeline(caller, (call,), emit, items)
        finally:
            if item is not AUTOMATION_NULL:
                if before is MISSING:
                    values.pop("_", None)
                else:
                    values["_"] = before

    def note_tokens(self: "Session", calls: tuple[Call, ...]) -> None:  # type: ignore[misc]
        """Remember what `$^` and `$$` are."""
        self.first_token = calls[0].name

    def invocation_value(self: "Session", stage: "ScriptStage") -> InvocationInfo:  # type: ignore[misc]
        """Return $MyInvocation of a running function."""
        known = stage.invocation
        return InvocationInfo(
            command_name=known.command_name,
            invocation_name=known.invocation_name,
            script_name=known.script_name,
            line=known.line,
            line_number=known.line_number,
            offset_in_line=known.offset_in_line,
            position_message=known.position_message,
            bound_parameters=tuple(stage.bound.items()),
            start=known.start,
            end=known.end,
            script_text=known.script_text,
        )

    # --- types and texts -----------------------------------------------------------------------

    def resolve_type(self: "Session", text: str) -> PSType | None:  # type: ignore[misc]
        """Return the type that a name between brackets means; one only .NET has is refused."""
        found = self.types.resolve(text)
        if found is None and is_known_elsewhere(text):
            raise NotEmulated(f"the type [{text}]")
        return found

    def exception_name(self: "Session", node: TypeName) -> str:  # type: ignore[misc]
        """Return the full name, lower case, of the exception type a catch clause names."""
        text = written(node)
        found = self.resolve_type(text)
        if found is not None:
            return found.name.lower()
        raise runtime_error(
            f"Unable to find type [{text}].",
            "TypeNotFound",
            ErrorCategory.InvalidOperation,
            target=text,
        )

    def type_of(self: "Session", value: object) -> PSType:  # type: ignore[misc]
        """Return the .NET type of a value."""
        return type_of(value)

    def type_name(self: "Session", value: object) -> str:  # type: ignore[misc]
        """Return the full name of a value's type, as messages write it."""
        return "null" if value is None else full_name(type_of(value))

    def text_of(self: "Session", value: object) -> str:  # type: ignore[misc]
        """Return a value as text."""
        return value if type(value) is str else to_string(value)

    def joined(self: "Session", value: object, separator: str) -> str:  # type: ignore[misc]
        """Return the elements of a value joined with `separator`."""
        return join(value, separator)

    def split_words(self: "Session", value: object) -> object:  # type: ignore[misc]
        """Return `-split value`."""
        return split_unary(value)

    def as_list(self: "Session", value: object) -> list[object]:  # type: ignore[misc]
        """Return a value as the elements that a multiple assignment hands out."""
        return [] if value is AUTOMATION_NULL else as_list(value)

    def collection(self: "Session", items: list[object]) -> object:  # type: ignore[misc]
        """Return what ScriptBlock.Invoke() gives: always a collection."""
        return collection_of(items)

    def now(self: "Session") -> DateTime:  # type: ignore[misc]
        """Return the virtual time as the session's local time."""
        return DateTime(self.clock.utc_ticks())

    def action_value(self: "Session", name: str) -> EnumValue:  # type: ignore[misc]
        """Return an ActionPreference value."""
        return member(ACTION_PREFERENCE, name)

    def flag_value(self: "Session", *, on: bool) -> EnumValue:  # type: ignore[misc]
        """Return what -Verbose or -Debug makes of the preference variable."""
        return automatic.action("Continue" if on else "SilentlyContinue")

    def impact_value(self: "Session", *, ask: bool) -> EnumValue:  # type: ignore[misc]
        """Return what -Confirm makes of $ConfirmPreference."""
        return automatic.impact("Low" if ask else "None")

    def host_write(self: "Session", text: str, *, newline: bool) -> None:  # type: ignore[misc]
        """Show text on the host."""
        self.streams.host_write(text, newline=newline)

    # --- limits --------------------------------------------------------------------------------

    def too_much(self: "Session", what: str, limit: int) -> NoReturn:  # type: ignore[misc]
        """Raise the error of a limit of the emulator."""
        raise runtime_error(
            f"The script went beyond a limit of the emulator: {what}, at most {limit}.",
            "EmulatorLimitExceeded",
            ErrorCategory.LimitsExceeded,
        )

    def check_text(self: "Session", length: int) -> None:  # type: ignore[misc]
        """Refuse a string longer than the limit."""
        if length > self.limits.string_length:
            self.too_much("characters of a string", self.limits.string_length)

    def check_length(self: "Session", length: int) -> None:  # type: ignore[misc]
        """Refuse an array longer than the limit."""
        if length > self.limits.array_length:
            self.too_much("elements of an array", self.limits.array_length)

    def check_repetition(self: "Session", left: object, right: object) -> None:  # type: ignore[misc]
        """Refuse a repetition that gives too much, before it is made."""
        if type(right) is int and right > 0:
            if isinstance(left, str):
                self.check_text(len(left) * right)
            elif isinstance(left, list):
                self.check_length(len(left) * right)

    def check_joined(self: "Session", value: object) -> None:  # type: ignore[misc]
        """Refuse to join so much that the text would be too long."""
        if isinstance(value, list):
            total = sum(len(one) for one in value if isinstance(one, str))
            self.check_text(total)
