"""Where the bot may connect to: managers name addresses, and none of them may lead into the network it runs in."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any, TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address
AddrInfo: TypeAlias = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]]

_NAT64 = IPv6Network("64:ff9b::/96")
_NAT64_LOCAL = IPv6Network("64:ff9b:1::/48")


class NotAllowed(OSError):  # noqa: N818  # it reads as what happened
    """An address that may not be connected to."""


class Guard:
    """Makes the sockets of one request, and makes none for a forbidden address.

    It sees the very address that is connected to, after every name was looked up: a name that says something else the
    second time, a number in an odd spelling and an address literal all come by here.
    """

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self.refused = False

    def __call__(self, info: AddrInfo) -> socket.socket:
        """Give a socket for it; raises NotAllowed."""
        family, kind, protocol, _, address = info
        if not may_connect(str(address[0]), allow_private=self._allow_private):
            self.refused = True
            raise NotAllowed("the address is not a public one")
        made = socket.socket(family, kind, protocol)
        made.setblocking(False)
        return made


def may_connect(text: str, *, allow_private: bool) -> bool:
    """Whether an address is a public one, or at least one of the own network where that is allowed.

    Link-local addresses, at which clouds hand out the keys of their machines, are never allowed.
    """
    try:
        address = _meant(ip_address(text.partition("%")[0]))
    except ValueError:
        return False
    never = address.is_link_local or address.is_multicast or address.is_unspecified
    if never or address == IPv4Address("255.255.255.255"):
        return False
    return allow_private or (address.is_global and not address.is_reserved)


def _meant(address: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for, where it does."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    if address in _NAT64_LOCAL:
        return IPv4Address(0)
    # Teredo: behind a relay it reaches whatever it names.
    teredo = address.teredo[1] if address.teredo is not None else None
    return address.ipv4_mapped or address.sixtofour or teredo or address
