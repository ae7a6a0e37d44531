"""Basic authentication: users checked in constant time, slowed down after failures.

Basic is per request and never sticks to a connection (reference/winrm.md 4, rule 6).
"""

import base64
import binascii
import hashlib
import hmac
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

FREE_FAILURES: Final = 5
"""So many wrong passwords in a row cost nothing: people mistype. Source: assumed."""

FIRST_DELAY_SECONDS: Final = 0.5
LONGEST_DELAY_SECONDS: Final = 30.0
"""The delay doubles from the first to the longest. Source: assumed."""

REMEMBERED_MAX: Final = 4096
"""Pairs of address and user that are remembered; the oldest is forgotten. Source: assumed."""

AUTHORIZATION_LENGTH_MAX: Final = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A user who may use the service; `computer` is the name of the emulated host."""

    user: str
    password: str = field(repr=False)
    computer: str = "HV01"

    @property
    def owner(self) -> str:
        """The user's full name, as shells show it."""
        return f"{self.computer}\\{self.user}"


@dataclass(slots=True)
class _Failures:
    count: int = 0
    deaf_until: float = 0.0


class BasicAuthentication:
    """Says who a request is from; the same for /wsman and /api."""

    def __init__(self, *accounts: Account, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Know `accounts`; `monotonic` gives seconds that never go back."""
        self._accounts = accounts
        self._monotonic = monotonic
        self._lock = Lock()
        self._failures: OrderedDict[tuple[str, str], _Failures] = OrderedDict()

    def user(self, authorization: str, address: str) -> str | None:
        """Return the full name of the user, None where the request is to be refused.

        During the delay after failures even the right password is refused, without looking at
        it: no worker waits, and the answer has the same shape as always.
        """
        given = _credentials(authorization)
        if given is None:
            return None
        key = (address, hashlib.sha256(given[0].lower()).hexdigest())
        if self._is_deaf(key):
            return None
        # Every account is compared whole: no answer comes earlier because a name was wrong.
        found = [account.owner for account in self._accounts if _matches(account, *given)]
        self._remember(key, right=bool(found))
        return found[0] if found else None

    def _is_deaf(self, key: tuple[str, str]) -> bool:
        with self._lock:
            failures = self._failures.get(key)
            return failures is not None and self._monotonic() < failures.deaf_until

    def _remember(self, key: tuple[str, str], *, right: bool) -> None:
        with self._lock:
            if right:
                self._failures.pop(key, None)
                return
            failures = self._failures.setdefault(key, _Failures())
            self._failures.move_to_end(key)
            failures.count += 1
            over = failures.count - FREE_FAILURES
            if over > 0:
                delay = FIRST_DELAY_SECONDS * 2 ** min(over - 1, 16)
                failures.deaf_until = self._monotonic() + min(delay, LONGEST_DELAY_SECONDS)
            while len(self._failures) > REMEMBERED_MAX:
                self._failures.popitem(last=False)


def _matches(account: Account, user: bytes, password: bytes) -> bool:
    """Compare in constant time; requests sends latin-1 where it can, others UTF-8."""
    name = user.decode("utf-8", errors="replace").lower()
    for computer in (".", account.computer.lower()):
        name = name.removeprefix(f"{computer}\\")
    right = False
    for encoding in ("utf-8", "latin-1"):
        right |= _same(password, account.password.encode(encoding, errors="replace"))
    return right & _same(name.encode(), account.user.lower().encode())


def _credentials(authorization: str) -> tuple[bytes, bytes] | None:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "basic" or len(authorization) > AUTHORIZATION_LENGTH_MAX:
        return None
    try:
        user, colon, password = base64.b64decode(token.strip(), validate=True).partition(b":")
    except (binascii.Error, ValueError):
        return None
    return (user, password) if colon else None


def _same(left: bytes, right: bytes) -> bool:
    """Compare digests: equal lengths leave no trace in the time taken."""
    return hmac.compare_digest(hashlib.sha256(left).digest(), hashlib.sha256(right).digest())
