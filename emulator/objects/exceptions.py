"""The .NET exceptions: their lineages as one table, and how to make and raise them."""

from typing import Final, NoReturn

from emulator.objects.errors import ClrError, ClrException, ErrorCategory

_SMA: Final = "System.Management.Automation."

RUNTIME_EXCEPTION: Final = _SMA + "RuntimeException"
INVALID_CAST: Final = _SMA + "PSInvalidCastException"
METHOD_EXCEPTION: Final = _SMA + "MethodException"
METHOD_INVOCATION: Final = _SMA + "MethodInvocationException"

# Type name -> its base. What is not here derives from System.SystemException when it lives in
# System.*, else from System.Exception. Source: .NET API documentation.
BASES: Final[dict[str, str]] = {
    "System.SystemException": "System.Exception",
    "System.ApplicationException": "System.Exception",
    "System.AggregateException": "System.Exception",
    "System.ArgumentNullException": "System.ArgumentException",
    "System.ArgumentOutOfRangeException": "System.ArgumentException",
    "System.Globalization.CultureNotFoundException": "System.ArgumentException",
    "System.ComponentModel.InvalidEnumArgumentException": "System.ArgumentException",
    "System.Text.RegularExpressions.RegexParseException": "System.ArgumentException",
    "System.DivideByZeroException": "System.ArithmeticException",
    "System.OverflowException": "System.ArithmeticException",
    "System.NotFiniteNumberException": "System.ArithmeticException",
    "System.ObjectDisposedException": "System.InvalidOperationException",
    "System.InvalidTimeZoneException": "System.Exception",
    "System.TimeZoneNotFoundException": "System.Exception",
    "System.UriFormatException": "System.FormatException",
    "System.PlatformNotSupportedException": "System.NotSupportedException",
    "System.MissingFieldException": "System.MissingMemberException",
    "System.MissingMethodException": "System.MissingMemberException",
    "System.MissingMemberException": "System.MemberAccessException",
    "System.FieldAccessException": "System.MemberAccessException",
    "System.MethodAccessException": "System.MemberAccessException",
    "System.Threading.Tasks.TaskCanceledException": "System.OperationCanceledException",
    "System.IO.DirectoryNotFoundException": "System.IO.IOException",
    "System.IO.DriveNotFoundException": "System.IO.IOException",
    "System.IO.EndOfStreamException": "System.IO.IOException",
    "System.IO.FileLoadException": "System.IO.IOException",
    "System.IO.FileNotFoundException": "System.IO.IOException",
    "System.IO.PathTooLongException": "System.IO.IOException",
    "System.Net.WebException": "System.InvalidOperationException",
    "System.Net.Http.HttpRequestException": "System.Exception",
    "System.Net.Sockets.SocketException": "System.ComponentModel.Win32Exception",
    "System.ComponentModel.Win32Exception": "System.Runtime.InteropServices.ExternalException",
    "System.Runtime.InteropServices.COMException": (
        "System.Runtime.InteropServices.ExternalException"
    ),
    "System.Reflection.TargetInvocationException": "System.ApplicationException",
    "System.Reflection.TargetException": "System.ApplicationException",
    "System.Security.Cryptography.CryptographicException": "System.SystemException",
    "System.ServiceProcess.TimeoutException": "System.SystemException",
    RUNTIME_EXCEPTION: "System.SystemException",
    INVALID_CAST: "System.InvalidCastException",
    _SMA + "PSArgumentException": "System.ArgumentException",
    _SMA + "PSArgumentNullException": "System.ArgumentNullException",
    _SMA + "PSArgumentOutOfRangeException": "System.ArgumentOutOfRangeException",
    _SMA + "PSInvalidOperationException": "System.InvalidOperationException",
    _SMA + "PSNotImplementedException": "System.NotImplementedException",
    _SMA + "PSNotSupportedException": "System.NotSupportedException",
    _SMA + "PSObjectDisposedException": "System.ObjectDisposedException",
    _SMA + "PSSecurityException": RUNTIME_EXCEPTION,
    _SMA + "ActionPreferenceStopException": RUNTIME_EXCEPTION,
    _SMA + "CmdletInvocationException": RUNTIME_EXCEPTION,
    _SMA + "CmdletProviderInvocationException": _SMA + "CmdletInvocationException",
    _SMA + "CommandNotFoundException": RUNTIME_EXCEPTION,
    _SMA + "ApplicationFailedException": RUNTIME_EXCEPTION,
    _SMA + "ExtendedTypeSystemException": RUNTIME_EXCEPTION,
    _SMA + "GetValueException": _SMA + "ExtendedTypeSystemException",
    _SMA + "GetValueInvocationException": _SMA + "GetValueException",
    _SMA + "PropertyNotFoundException": _SMA + "ExtendedTypeSystemException",
    METHOD_EXCEPTION: _SMA + "ExtendedTypeSystemException",
    METHOD_INVOCATION: METHOD_EXCEPTION,
    _SMA + "SetValueException": _SMA + "ExtendedTypeSystemException",
    _SMA + "SetValueInvocationException": _SMA + "SetValueException",
    _SMA + "IncompleteParseException": _SMA + "ParseException",
    _SMA + "ParseException": RUNTIME_EXCEPTION,
    _SMA + "ParameterBindingException": RUNTIME_EXCEPTION,
    _SMA + "ParameterBindingArgumentTransformationException": (_SMA + "ParameterBindingException"),
    _SMA + "ParameterBindingValidationException": _SMA + "ParameterBindingException",
    _SMA + "MetadataException": RUNTIME_EXCEPTION,
    _SMA + "ArgumentTransformationMetadataException": _SMA + "MetadataException",
    _SMA + "ValidationMetadataException": _SMA + "MetadataException",
    _SMA + "ParsingMetadataException": _SMA + "MetadataException",
    _SMA + "SessionStateException": RUNTIME_EXCEPTION,
    _SMA + "SessionStateUnauthorizedAccessException": _SMA + "SessionStateException",
    _SMA + "ItemNotFoundException": _SMA + "SessionStateException",
    _SMA + "DriveNotFoundException": _SMA + "SessionStateException",
    _SMA + "ProviderNotFoundException": _SMA + "SessionStateException",
    _SMA + "ProviderInvocationException": RUNTIME_EXCEPTION,
    _SMA + "RemoteException": RUNTIME_EXCEPTION,
    _SMA + "ScriptCallDepthException": "System.SystemException",
    _SMA + "ScriptRequiresException": RUNTIME_EXCEPTION,
    _SMA + "WildcardPatternException": RUNTIME_EXCEPTION,
    _SMA + "PipelineStoppedException": RUNTIME_EXCEPTION,
    _SMA + "PipelineClosedException": RUNTIME_EXCEPTION,
    _SMA + "HaltCommandException": "System.SystemException",
    _SMA + "JobFailedException": "System.SystemException",
    _SMA + "Remoting.PSRemotingTransportException": RUNTIME_EXCEPTION,
    "Microsoft.PowerShell.Commands.WriteErrorException": "System.SystemException",
    "Microsoft.PowerShell.Commands.ServiceCommandException": "System.SystemException",
    "Microsoft.PowerShell.Commands.ProcessCommandException": "System.SystemException",
    "Microsoft.HyperV.PowerShell.VirtualizationException": "System.Exception",
    "Microsoft.Management.Infrastructure.CimException": "System.Exception",
}

# HRESULTs that differ from System.SystemException's. Source: .NET's HResults.cs.
HRESULTS: Final[dict[str, int]] = {
    "System.Exception": -2146233088,
    "System.SystemException": -2146233087,
    "System.ArgumentException": -2147024809,
    "System.ArgumentNullException": -2147467261,
    "System.ArgumentOutOfRangeException": -2146233086,
    "System.DivideByZeroException": -2147352558,
    "System.OverflowException": -2146233066,
    "System.FormatException": -2146233033,
    "System.InvalidCastException": -2147467262,
    "System.InvalidOperationException": -2146233079,
    "System.NotSupportedException": -2146233067,
    "System.NotImplementedException": -2147467263,
    "System.UnauthorizedAccessException": -2147024891,
    "System.IO.IOException": -2146232800,
    "System.IO.FileNotFoundException": -2147024894,
    "System.IO.DirectoryNotFoundException": -2147024893,
    "System.TimeoutException": -2146233083,
    "System.OperationCanceledException": -2146233029,
}

_LINEAGE_LIMIT: Final = 16  # no .NET exception is that deep; a longer chain is a cycle in BASES


def lineage(type_name: str) -> tuple[str, ...]:
    """Return the full names of the bases of an exception type, nearest first."""
    found: list[str] = []
    here = type_name
    while here != "System.Exception":
        here = BASES.get(here) or _default_base(here)
        found.append(here)
        assert len(found) <= _LINEAGE_LIMIT, f"{type_name}: the table of bases has a cycle"
    return tuple(found)


def _default_base(type_name: str) -> str:
    return "System.SystemException" if type_name.startswith("System.") else "System.Exception"


def is_exception_name(type_name: str) -> bool:
    """Whether the emulator knows an exception type of that full name."""
    return type_name in BASES or type_name in HRESULTS or type_name in _PLAIN


# Known exceptions that derive from System.SystemException and need no row above.
_PLAIN: Final = frozenset(
    {
        "System.AccessViolationException",
        "System.ArithmeticException",
        "System.ArrayTypeMismatchException",
        "System.BadImageFormatException",
        "System.Collections.Generic.KeyNotFoundException",
        "System.Data.DataException",
        "System.IndexOutOfRangeException",
        "System.InsufficientMemoryException",
        "System.IO.InvalidDataException",
        "System.MemberAccessException",
        "System.NullReferenceException",
        "System.OutOfMemoryException",
        "System.RankException",
        "System.Runtime.InteropServices.ExternalException",
        "System.Security.Authentication.AuthenticationException",
        "System.Security.SecurityException",
        "System.StackOverflowException",
        "System.TypeInitializationException",
        "System.TypeLoadException",
        "System.Xml.XmlException",
    }
)


def known_names() -> tuple[str, ...]:
    """Return the full names of all exception types with a row here."""
    return tuple(sorted({*BASES, *HRESULTS, *_PLAIN}))


def exception(
    type_name: str,
    message: str,
    inner: ClrException | None = None,
    properties: tuple[tuple[str, object], ...] = (),
) -> ClrException:
    """Return a .NET exception of the full type name, its lineage and HRESULT filled in."""
    return ClrException(
        type_name=type_name,
        message=message,
        inner=inner,
        lineage=lineage(type_name),
        properties=properties,
        hresult=HRESULTS.get(type_name, -2146233087),
    )


def thrown(type_name: str, message: str) -> ClrError:
    """Return what `fail` raises, for places where the reader should see the raise."""
    return ClrError(exception(type_name, message))


def fail(type_name: str, message: str, inner: ClrException | None = None) -> NoReturn:
    """Raise a .NET exception as code in .NET would (a record of it has the type's name as id)."""
    raise ClrError(exception(type_name, message, inner))


def fail_argument(type_name: str, message: str, parameter: str) -> NoReturn:
    """Raise an ArgumentException or a derived one that names its parameter, as .NET words it."""
    text = f"{message} (Parameter '{parameter}')"
    raise ClrError(exception(type_name, text, None, (("ParamName", parameter),)))


def runtime_error(
    message: str,
    error_id: str,
    category: ErrorCategory = ErrorCategory.InvalidOperation,
    *,
    inner: ClrException | None = None,
    target: object = None,
    type_name: str = RUNTIME_EXCEPTION,
) -> ClrError:
    """Return the error of PowerShell's own (RuntimeException and its kin) with id and category."""
    return ClrError(
        exception(type_name, message, inner), error_id=error_id, category=category, target=target
    )


def invalid_cast(message: str, error_id: str, inner: ClrException | None = None) -> ClrError:
    """Return a PSInvalidCastException; the runtime wraps it into a RuntimeException."""
    return ClrError(
        exception(INVALID_CAST, message, inner),
        error_id=error_id,
        category=ErrorCategory.InvalidArgument,
    )
