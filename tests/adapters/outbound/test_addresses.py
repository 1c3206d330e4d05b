"""Which addresses may be connected to."""

import socket

import pytest

from bot.adapters.outbound.addresses import Guard, NotAllowed, may_connect

PUBLIC = ("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822", "::ffff:93.184.216.34")
OWN = (
    *("127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1"),
    *("198.18.0.1", "192.0.2.1", "240.0.0.1", "0.1.2.3"),
    *("::1", "fc00::1", "fd12:3456::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:c0a8:101::1"),
)
NEVER = (
    *("169.254.169.254", "169.254.0.1", "fe80::1", "fe80::1%eth0", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe"),
    *("0.0.0.0", "::", "255.255.255.255", "224.0.0.1", "ff02::1", "64:ff9b:1::7f00:1"),
    *("", "localhost", "2130706433", "0x7f.1"),
)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_written_to(address):
    assert may_connect(address, allow_private=False)


@pytest.mark.parametrize("address", OWN)
def test_the_own_network_only_where_the_config_says_so(address):
    assert not may_connect(address, allow_private=False)
    assert may_connect(address, allow_private=True)


@pytest.mark.parametrize("address", NEVER)
def test_where_machines_get_their_keys_nobody_is_written_to(address):
    assert not may_connect(address, allow_private=False)
    assert not may_connect(address, allow_private=True)


def test_teredo_means_the_address_behind_its_relay():
    # Server 8.8.8.8, client 127.0.0.1 (its bits are turned round).
    assert not may_connect("2001:0:808:808:0:ffff:80ff:fffe", allow_private=False)


def test_no_socket_is_made_for_a_forbidden_address():
    info = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))
    guard = Guard(allow_private=False)
    with pytest.raises(NotAllowed):
        guard(info)
    assert guard.refused
    allowed = Guard(allow_private=True)
    with allowed(info) as made:
        assert not made.getblocking()
    assert not allowed.refused
