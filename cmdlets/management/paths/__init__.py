"""Join-Path and its kin, one cmdlet per file; what a path's text says without any file."""

from typing import Final

from cmdlets.management.paths.get_location import GetLocation
from cmdlets.management.paths.join_path import JoinPath
from cmdlets.management.paths.split_path import SplitPath
from cmdlets.management.paths.test_path import TestPath
from cmdlets.spec import Cmdlet

CMDLETS: Final[tuple[type[Cmdlet], ...]] = (GetLocation, JoinPath, SplitPath, TestPath)
