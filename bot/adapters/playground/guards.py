"""What every request passes before the site sees it: hosts, origins, sizes; and what every answer carries."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ("127.0.0.1", "localhost")
"""Names this page answers to: another name that leads here is a DNS rebinding."""
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-ancestors 'none'; form-action 'self'; base-uri 'none'"
)
_CARRIED = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Carried:
    """Puts the same headers on every answer, also on refusals."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def carrying(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_CARRIED)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, carrying)


class SameOrigin:
    """Lets nothing change anything unless this page itself asked for it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            refused = _refusal(scope)
            if refused is not None:
                await refused(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _refusal(scope: Scope) -> PlainTextResponse | None:
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    if host.rsplit(":", 1)[0] not in HOSTS:
        return PlainTextResponse("this host name is not served here", 400)
    if scope["method"] in {"GET", "HEAD", "OPTIONS"}:
        return None
    origin = headers.get("origin")
    fits = origin == f"{scope['scheme']}://{host}" if origin is not None else False
    site = headers.get("sec-fetch-site")
    if not fits and site != "same-origin":
        return PlainTextResponse("a request from another site", 403)
    if origin is not None and not fits:
        return PlainTextResponse("a request from another site", 403)
    return None
