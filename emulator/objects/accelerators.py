"""The short names of types ([int], [pscustomobject], ...) and how a type is written by them."""

from typing import Final

from emulator.objects.types import PSType

_SMA: Final = "System.Management.Automation."

# In PowerShell's own order of preference: the first name of a type is the one it is written by.
# Source: about_Type_Accelerators; conformance dotnet-object-psobject-013.
ACCELERATORS: Final[dict[str, str]] = {
    "array": "System.Array",
    "bool": "System.Boolean",
    "byte": "System.Byte",
    "char": "System.Char",
    "datetime": "System.DateTime",
    "decimal": "System.Decimal",
    "double": "System.Double",
    "float": "System.Single",
    "guid": "System.Guid",
    "hashtable": "System.Collections.Hashtable",
    "int": "System.Int32",
    "long": "System.Int64",
    "object": "System.Object",
    "ordered": "System.Collections.Specialized.OrderedDictionary",
    "psobject": _SMA + "PSObject",
    "pscustomobject": _SMA + "PSObject",
    "pscredential": _SMA + "PSCredential",
    "psmoduleinfo": _SMA + "PSModuleInfo",
    "ref": _SMA + "PSReference",
    "regex": "System.Text.RegularExpressions.Regex",
    "sbyte": "System.SByte",
    "scriptblock": _SMA + "ScriptBlock",
    "securestring": "System.Security.SecureString",
    "short": "System.Int16",
    "single": "System.Single",
    "string": "System.String",
    "switch": _SMA + "SwitchParameter",
    "timespan": "System.TimeSpan",
    "type": "System.Type",
    "uint": "System.UInt32",
    "ulong": "System.UInt64",
    "ushort": "System.UInt16",
    "int16": "System.Int16",
    "int32": "System.Int32",
    "int64": "System.Int64",
    "uint16": "System.UInt16",
    "uint32": "System.UInt32",
    "uint64": "System.UInt64",
    "bigint": "System.Numerics.BigInteger",
    "uri": "System.Uri",
    "version": "System.Version",
    "semver": _SMA + "SemanticVersion",
    "void": "System.Void",
    "xml": "System.Xml.XmlDocument",
    "ipaddress": "System.Net.IPAddress",
    "ipendpoint": "System.Net.IPEndPoint",
    "cultureinfo": "System.Globalization.CultureInfo",
    "mailaddress": "System.Net.Mail.MailAddress",
    "cimsession": "Microsoft.Management.Infrastructure.CimSession",
    "ciminstance": "Microsoft.Management.Infrastructure.CimInstance",
    "runspace": _SMA + "Runspaces.Runspace",
    "runspacefactory": _SMA + "Runspaces.RunspaceFactory",
    "powershell": _SMA + "PowerShell",
    "initialsessionstate": _SMA + "Runspaces.InitialSessionState",
    "psvariable": _SMA + "PSVariable",
    "psnoteproperty": _SMA + "PSNoteProperty",
    "psscriptproperty": _SMA + "PSScriptProperty",
    "psscriptmethod": _SMA + "PSScriptMethod",
    "psaliasproperty": _SMA + "PSAliasProperty",
    "psprimitivedictionary": _SMA + "PSPrimitiveDictionary",
    "pslistmodifier": _SMA + "PSListModifier",
    "psdefaultvalue": _SMA + "PSDefaultValueAttribute",
    "wildcardpattern": _SMA + "WildcardPattern",
    "pstypenameattribute": _SMA + "PSTypeNameAttribute",
    "alias": _SMA + "AliasAttribute",
    "allowemptycollection": _SMA + "AllowEmptyCollectionAttribute",
    "allowemptystring": _SMA + "AllowEmptyStringAttribute",
    "allownull": _SMA + "AllowNullAttribute",
    "argumentcompleter": _SMA + "ArgumentCompleterAttribute",
    "cmdletbinding": _SMA + "CmdletBindingAttribute",
    "outputtype": _SMA + "OutputTypeAttribute",
    "parameter": _SMA + "ParameterAttribute",
    "supportswildcards": _SMA + "SupportsWildcardsAttribute",
    "validatecount": _SMA + "ValidateCountAttribute",
    "validatedrive": _SMA + "ValidateDriveAttribute",
    "validatelength": _SMA + "ValidateLengthAttribute",
    "validatenotnull": _SMA + "ValidateNotNullAttribute",
    "validatenotnullorempty": _SMA + "ValidateNotNullOrEmptyAttribute",
    "validatenotnullorwhitespace": _SMA + "ValidateNotNullOrWhiteSpaceAttribute",
    "validatepattern": _SMA + "ValidatePatternAttribute",
    "validaterange": _SMA + "ValidateRangeAttribute",
    "validatescript": _SMA + "ValidateScriptAttribute",
    "validateset": _SMA + "ValidateSetAttribute",
    "validatetrusteddata": _SMA + "ValidateTrustedDataAttribute",
    "validateuserdrive": _SMA + "ValidateUserDriveAttribute",
    "wmi": "System.Management.ManagementObject",
    "wmiclass": "System.Management.ManagementClass",
    "wmisearcher": "System.Management.ManagementObjectSearcher",
    "adsi": "System.DirectoryServices.DirectoryEntry",
    "adsisearcher": "System.DirectoryServices.DirectorySearcher",
    "x509certificate": "System.Security.Cryptography.X509Certificates.X509Certificate",
    "dscresource": _SMA + "DscResourceAttribute",
    "dscproperty": _SMA + "DscPropertyAttribute",
    "experimental": _SMA + "ExperimentalAttribute",
    "x500distinguishedname": "System.Security.Cryptography.X509Certificates.X500DistinguishedName",
    "physicaladdress": "System.Net.NetworkInformation.PhysicalAddress",
    "nullstring": _SMA + "Language.NullString",
}


def _short_names() -> dict[str, str]:
    found: dict[str, str] = {}
    for short, full in ACCELERATORS.items():
        found.setdefault(full, short)
    return found


SHORT_NAMES: Final = _short_names()
"""Full name -> the accelerator that PowerShell writes the type by."""


def written_name(type_: PSType) -> str:
    """Return a type as PowerShell writes it: int, string[], System.Collections.Generic.List[int].

    Source: conformance language-string-001 ([string][int] is "int").
    """
    if type_.element is not None:
        return f"{written_name(type_.element)}[{',' * (type_.rank - 1)}]"
    if type_.arguments and type_.definition is not None:
        inner = ",".join(written_name(argument) for argument in type_.arguments)
        return f"{type_.definition.name.partition('`')[0]}[{inner}]"
    return SHORT_NAMES.get(type_.name, type_.name)
