"""The catalogue of the Hyper-V module as the product carries it: read once, on first use."""

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.resources import files
from typing import Any


class Catalogue:
    """Names, cmdlets, classes, enums, views and error texts of the module.

    The shapes are those that `personas.generate_cmdlets` and `generate_types` describe. Each
    file is read when it is first asked for: the names cost microseconds, the rest milliseconds.
    """

    @cached_property
    def _names(self) -> Any:
        return _data("names.json")

    @property
    def cmdlet_names(self) -> Sequence[str]:
        """Every cmdlet of the real module, sorted."""
        names: Sequence[str] = self._names["cmdlets"]
        return names

    @property
    def aliases(self) -> Mapping[str, str]:
        """The module's aliases and the cmdlets they stand for."""
        aliases: Mapping[str, str] = self._names["aliases"]
        return aliases

    @cached_property
    def cmdlets(self) -> Mapping[str, Any]:
        """Every cmdlet in compact form, by name."""
        cmdlets: Mapping[str, Any] = _data("cmdlets.json")
        return cmdlets

    @cached_property
    def _types(self) -> Any:
        return _data("types.json")

    @property
    def classes(self) -> Mapping[str, Any]:
        """Every class, by full name."""
        classes: Mapping[str, Any] = self._types["classes"]
        return classes

    @property
    def bases(self) -> Mapping[str, str | None]:
        """The base class of each class that has one of the module's own, by full name."""
        bases: Mapping[str, str | None] = self._types["bases"]
        return bases

    @property
    def enums(self) -> Mapping[str, Mapping[str, int]]:
        """Every enum's members and numbers, by full name."""
        enums: Mapping[str, Mapping[str, int]] = self._types["enums"]
        return enums

    @property
    def device_aliases(self) -> Sequence[tuple[str, str]]:
        """The alias properties of every object with VMSnapshotId and VMSnapshotName."""
        return [(name, target) for name, target in self._types["device_aliases"]]

    @cached_property
    def views(self) -> Sequence[Mapping[str, Any]]:
        """The default table views."""
        views: Sequence[Mapping[str, Any]] = _data("views.json")
        return views

    @cached_property
    def errors(self) -> Mapping[str, Mapping[str, Any]]:
        """The captured error texts with ids and categories, by catalogue id."""
        errors: Mapping[str, Mapping[str, Any]] = _data("errors.json")
        return errors


def _data(name: str) -> Any:
    return json.loads((files("emulator.personas") / "data" / name).read_text(encoding="utf-8"))
