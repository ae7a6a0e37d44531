"""The binder: how arguments and pipeline objects become parameter values."""

from emulator.powershell.binder.argument import NO_VALUE, Argument
from emulator.powershell.binder.binder import Binder
from emulator.powershell.binder.binding_errors import BindingError
from emulator.powershell.binder.bound import BoundParameters
from emulator.powershell.binder.common_parameters import CommonParameters
from emulator.powershell.binder.context import BindingContext

__all__ = [
    "NO_VALUE",
    "Argument",
    "Binder",
    "BindingContext",
    "BindingError",
    "BoundParameters",
    "CommonParameters",
]
