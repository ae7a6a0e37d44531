"""The enumerations that scripts and the language itself meet everywhere."""

from typing import Final

from emulator.objects.enums import enum_type, numbered_enum

DAY_OF_WEEK: Final = numbered_enum(
    "System.DayOfWeek",
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
)  # fmt: skip
DATE_TIME_KIND: Final = numbered_enum("System.DateTimeKind", "Unspecified", "Utc", "Local")
DATE_TIME_STYLES: Final = enum_type(
    "System.Globalization.DateTimeStyles",
    {"None": 0, "AllowLeadingWhite": 1, "AllowTrailingWhite": 2, "AllowInnerWhite": 4,
     "AllowWhiteSpaces": 7, "NoCurrentDateDefault": 8, "AdjustToUniversal": 16,
     "AssumeLocal": 32, "AssumeUniversal": 64, "RoundtripKind": 128},
    flags=True,
)  # fmt: skip
NUMBER_STYLES: Final = enum_type(
    "System.Globalization.NumberStyles",
    {"None": 0, "AllowLeadingWhite": 1, "AllowTrailingWhite": 2, "AllowLeadingSign": 4,
     "Integer": 7, "AllowTrailingSign": 8, "AllowParentheses": 16, "AllowDecimalPoint": 32,
     "AllowThousands": 64, "Number": 111, "AllowExponent": 128, "Float": 167,
     "AllowCurrencySymbol": 256, "Currency": 383, "Any": 511, "AllowHexSpecifier": 512,
     "HexNumber": 515},
    flags=True,
)  # fmt: skip
STRING_COMPARISON: Final = numbered_enum(
    "System.StringComparison",
    "CurrentCulture", "CurrentCultureIgnoreCase", "InvariantCulture",
    "InvariantCultureIgnoreCase", "Ordinal", "OrdinalIgnoreCase",
)  # fmt: skip
STRING_SPLIT_OPTIONS: Final = enum_type(
    "System.StringSplitOptions",
    {"None": 0, "RemoveEmptyEntries": 1, "TrimEntries": 2},
    flags=True,
)
MIDPOINT_ROUNDING: Final = numbered_enum(
    "System.MidpointRounding",
    "ToEven", "AwayFromZero", "ToZero", "ToNegativeInfinity", "ToPositiveInfinity",
)  # fmt: skip
TYPE_CODE: Final = enum_type(
    "System.TypeCode",
    {"Empty": 0, "Object": 1, "DBNull": 2, "Boolean": 3, "Char": 4, "SByte": 5, "Byte": 6,
     "Int16": 7, "UInt16": 8, "Int32": 9, "UInt32": 10, "Int64": 11, "UInt64": 12,
     "Single": 13, "Double": 14, "Decimal": 15, "DateTime": 16, "String": 18},
)  # fmt: skip
REGEX_OPTIONS: Final = enum_type(
    "System.Text.RegularExpressions.RegexOptions",
    {"None": 0, "IgnoreCase": 1, "Multiline": 2, "ExplicitCapture": 4, "Compiled": 8,
     "Singleline": 16, "IgnorePatternWhitespace": 32, "RightToLeft": 64, "ECMAScript": 256,
     "CultureInvariant": 512},
    flags=True,
)  # fmt: skip
FILE_ATTRIBUTES: Final = enum_type(
    "System.IO.FileAttributes",
    {"None": 0, "ReadOnly": 1, "Hidden": 2, "System": 4, "Directory": 16, "Archive": 32,
     "Device": 64, "Normal": 128, "Temporary": 256, "SparseFile": 512, "ReparsePoint": 1024,
     "Compressed": 2048, "Offline": 4096, "NotContentIndexed": 8192, "Encrypted": 16384,
     "IntegrityStream": 32768, "NoScrubData": 131072},
    flags=True,
)  # fmt: skip
FILE_MODE: Final = numbered_enum(
    "System.IO.FileMode",
    "CreateNew", "Create", "Open", "OpenOrCreate", "Truncate", "Append", start=1,
)  # fmt: skip
FILE_ACCESS: Final = enum_type(
    "System.IO.FileAccess", {"Read": 1, "Write": 2, "ReadWrite": 3}, flags=True
)
SEARCH_OPTION: Final = numbered_enum("System.IO.SearchOption", "TopDirectoryOnly", "AllDirectories")
CONSOLE_COLOR: Final = numbered_enum(
    "System.ConsoleColor",
    "Black", "DarkBlue", "DarkGreen", "DarkCyan", "DarkRed", "DarkMagenta", "DarkYellow",
    "Gray", "DarkGray", "Blue", "Green", "Cyan", "Red", "Magenta", "Yellow", "White",
)  # fmt: skip
URI_KIND: Final = numbered_enum("System.UriKind", "RelativeOrAbsolute", "Absolute", "Relative")
PLATFORM_ID: Final = numbered_enum(
    "System.PlatformID",
    "Win32S", "Win32Windows", "Win32NT", "WinCE", "Unix", "Xbox", "MacOSX",
)  # fmt: skip
SPECIAL_FOLDER: Final = enum_type(
    "System.Environment+SpecialFolder",
    {"Desktop": 0, "Programs": 2, "MyDocuments": 5, "Personal": 5, "Favorites": 6,
     "Startup": 7, "ApplicationData": 26, "LocalApplicationData": 28,
     "CommonApplicationData": 35, "Windows": 36, "System": 37, "ProgramFiles": 38,
     "UserProfile": 40, "SystemX86": 41, "ProgramFilesX86": 42, "CommonProgramFiles": 43},
)  # fmt: skip
ENVIRONMENT_TARGET: Final = numbered_enum(
    "System.EnvironmentVariableTarget", "Process", "User", "Machine"
)
ACTION_PREFERENCE: Final = numbered_enum(
    "System.Management.Automation.ActionPreference",
    "SilentlyContinue", "Stop", "Continue", "Inquire", "Ignore", "Suspend", "Break",
)  # fmt: skip
CONFIRM_IMPACT: Final = numbered_enum(
    "System.Management.Automation.ConfirmImpact", "None", "Low", "Medium", "High"
)
ERROR_CATEGORY: Final = numbered_enum(
    "System.Management.Automation.ErrorCategory",
    "NotSpecified", "OpenError", "CloseError", "DeviceError", "DeadlockDetected",
    "InvalidArgument", "InvalidData", "InvalidOperation", "InvalidResult", "InvalidType",
    "MetadataError", "NotImplemented", "NotInstalled", "ObjectNotFound", "OperationStopped",
    "OperationTimeout", "SyntaxError", "ParserError", "PermissionDenied", "ResourceBusy",
    "ResourceExists", "ResourceUnavailable", "ReadError", "WriteError", "FromStdErr",
    "SecurityError", "ProtocolError", "ConnectionError", "AuthenticationError",
    "LimitsExceeded", "QuotaExceeded", "NotEnabled",
)  # fmt: skip
MEMBER_TYPES: Final = enum_type(
    "System.Management.Automation.PSMemberTypes",
    {"AliasProperty": 1, "CodeProperty": 2, "Property": 4, "NoteProperty": 8,
     "ScriptProperty": 16, "PropertySet": 32, "Method": 64, "CodeMethod": 128,
     "ScriptMethod": 256, "ParameterizedProperty": 512, "MemberSet": 1024, "Event": 2048,
     "Dynamic": 4096, "InferredProperty": 8192, "Properties": 8255, "Methods": 448,
     "All": 16383},
    flags=True,
)  # fmt: skip
COMMAND_TYPES: Final = enum_type(
    "System.Management.Automation.CommandTypes",
    {"Alias": 1, "Function": 2, "Filter": 4, "Cmdlet": 8, "ExternalScript": 16,
     "Application": 32, "Script": 64, "Configuration": 256, "All": 383},
    flags=True,
)  # fmt: skip
SPLIT_OPTIONS: Final = enum_type(
    "System.Management.Automation.SplitOptions",
    {"SimpleMatch": 1, "RegexMatch": 2, "CultureInvariant": 4, "IgnorePatternWhitespace": 8,
     "Multiline": 16, "Singleline": 32, "IgnoreCase": 64, "ExplicitCapture": 128},
    flags=True,
)  # fmt: skip
LANGUAGE_MODE: Final = numbered_enum(
    "System.Management.Automation.PSLanguageMode",
    "FullLanguage", "RestrictedLanguage", "NoLanguage", "ConstrainedLanguage",
)  # fmt: skip

COMMON_ENUMS: Final = (
    DAY_OF_WEEK,
    DATE_TIME_KIND,
    DATE_TIME_STYLES,
    NUMBER_STYLES,
    STRING_COMPARISON,
    STRING_SPLIT_OPTIONS,
    MIDPOINT_ROUNDING,
    TYPE_CODE,
    REGEX_OPTIONS,
    FILE_ATTRIBUTES,
    FILE_MODE,
    FILE_ACCESS,
    SEARCH_OPTION,
    CONSOLE_COLOR,
    URI_KIND,
    PLATFORM_ID,
    SPECIAL_FOLDER,
    ENVIRONMENT_TARGET,
    ACTION_PREFERENCE,
    CONFIRM_IMPACT,
    ERROR_CATEGORY,
    MEMBER_TYPES,
    COMMAND_TYPES,
    SPLIT_OPTIONS,
    LANGUAGE_MODE,
)
"""All of them, for the type table."""
