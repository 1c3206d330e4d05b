"""Where Discord is: discord.py keeps its addresses in class attributes, and this is the only file that sets them.

They belong to the process, so one process speaks to one Discord.
"""

import re

import yarl
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route

_API = Route.BASE
_GATEWAY = DiscordWebSocket.DEFAULT_GATEWAY
_CDN = Asset.BASE
_VERSIONED = re.compile(r"/api/v\d+$")


def lead_to(api_url: str | None, gateway_url: str | None, cdn_url: str | None = None) -> yarl.URL | None:
    """Point discord.py at these addresses (None: Discord's own), before it logs in.

    The gateway's address comes back when it is not Discord's own: a resume must then lead there too, and not to
    READY's ``resume_gateway_url``, which would leave a proxy.
    """
    Route.BASE = _api(api_url) if api_url else _API
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url) if gateway_url else _GATEWAY
    Asset.BASE = cdn_url.rstrip("/") if cdn_url else _CDN  # pyright: ignore[reportAttributeAccessIssue]
    return DiscordWebSocket.DEFAULT_GATEWAY if gateway_url else None


def _api(url: str) -> str:
    """Accept an address with or without a slash at its end, and with or without ``/api/v10``."""
    url = url.rstrip("/")
    return url if _VERSIONED.search(url) else f"{url.removesuffix('/api')}/api/v10"
