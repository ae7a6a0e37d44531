"""The closed choices that nodes speak of: how a string was written, which block this is."""

from enum import Enum


class StringKind(Enum):
    """How a string was written."""

    BAREWORD = "BareWord"
    SINGLE_QUOTED = "SingleQuoted"
    SINGLE_QUOTED_HERE = "SingleQuotedHereString"
    DOUBLE_QUOTED = "DoubleQuoted"
    DOUBLE_QUOTED_HERE = "DoubleQuotedHereString"


class BlockKind(Enum):
    """Which of a script block's named blocks this is."""

    DYNAMICPARAM = "dynamicparam"
    BEGIN = "begin"
    PROCESS = "process"
    END = "end"
    CLEAN = "clean"


class InvocationOperator(Enum):
    """What stands before a command's name."""

    NONE = ""
    CALL = "&"
    DOT = "."


class FunctionKind(Enum):
    """The keyword that defines a function."""

    FUNCTION = "function"
    FILTER = "filter"
    WORKFLOW = "workflow"
    CONFIGURATION = "configuration"


class TypeKind(Enum):
    """The keyword that defines a type."""

    CLASS = "class"
    ENUM = "enum"
    INTERFACE = "interface"


class UsingKind(Enum):
    """What a using statement names."""

    ASSEMBLY = "assembly"
    MODULE = "module"
    NAMESPACE = "namespace"


class StreamName(Enum):
    """The stream a redirection speaks of; the value is its number, * is 0."""

    ALL = 0
    OUTPUT = 1
    ERROR = 2
    WARNING = 3
    VERBOSE = 4
    DEBUG = 5
    INFORMATION = 6
