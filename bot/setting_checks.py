"""What a setting has to be like. Each check returns the value, or raises a ValueError that says what it must be.

The messages are for operators, and never repeat the value: `load_settings` puts the name of the variable in front.
"""

from __future__ import annotations

import re
from contextlib import suppress
from ipaddress import ip_network
from typing import Any
from urllib.parse import urlsplit

from pydantic import SecretStr
from pydantic.fields import ModelField

_DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg2://")
_REDIS = ("redis://", "rediss://", "unix://")
_LEVELS = ("INFO", "WARNING", "ERROR", "CRITICAL")
_PUBLIC_URL = re.compile(r"https://[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\d{1,5})?(?:/[\w./~-]{0,200})?", re.ASCII)
_API_URL = re.compile(
    r"https://[\w.-]+(:\d{1,5})?(/[\w./~-]*)?|http://(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?(/[\w./~-]*)?"
)
_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)


def number(value: Any, field: ModelField) -> Any:
    """Say the limits of a number in one sentence; pydantic tells of one limit at a time, in its own words."""
    info, whole = field.field_info, issubclass(field.type_, int)
    lowest = f"from {info.ge}" if info.ge is not None else f"above {info.gt}, and up"
    with suppress(TypeError, ValueError):
        given = int(value) if whole else float(value)
        if given <= info.le and (given >= info.ge if info.ge is not None else given > info.gt):
            return given
    raise ValueError(f"must be a {'whole ' if whole else ''}number {lowest} to {info.le}")


def database_url(url: SecretStr | None) -> SecretStr | None:
    """Refuse databases this project isn't tested with."""
    return _starting_with(_DATABASES, url)


def redis_url(url: SecretStr | None) -> SecretStr | None:
    """Refuse what the Redis client can't read."""
    return _starting_with(_REDIS, url)


def telegram_token(token: SecretStr | None) -> SecretStr | None:
    """Refuse what can't be a token, as Telegram would for as long as the server runs."""
    if token is not None and not _TOKEN.fullmatch(token.get_secret_value()):
        raise ValueError("must be the token that @BotFather gives, a number and a word with : between")
    return token


def telegram_api(url: str) -> str:
    """Refuse an address that the token would travel to unprotected, but for this machine itself."""
    if not _API_URL.fullmatch(url):
        raise ValueError("must be https:// and a host, or http:// for this machine itself")
    return url.rstrip("/")


def public_url(url: str | None) -> str | None:
    """Refuse what is no address for people: it ends up in a QR code on paper, where nobody can mend it."""
    if url is not None and not _PUBLIC_URL.fullmatch(url):
        raise ValueError("must be https:// and a host, with a path at most, like https://gesprek.voorbeeld.nl/")
    return url


def encrypted(address: str | None) -> str | None:
    """Refuse what others could read on the way."""
    if address is None:
        return None
    parts = urlsplit(address)
    here = parts.hostname in ("localhost", "127.0.0.1", "::1")
    fits = parts.scheme == "https" or (here and parts.scheme == "http")
    if not fits or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("must be an https address (http only on this machine)")
    return address


def whole_host(address: str | None) -> str | None:
    """Refuse a path: the portal's cookies are for a host of its own."""
    if address is not None and urlsplit(address).path.strip("/"):
        raise ValueError("must have no path")
    return address


def proxies(given: str | None) -> str | None:
    """Refuse names, and `*`: whoever can reach the server could then pass for any address."""
    named = [proxy.strip() for proxy in (given or "").split(",") if proxy.strip()]
    try:
        for proxy in named:
            ip_network(proxy)
    except ValueError:
        raise ValueError("must be addresses or networks, separated by commas") from None
    return ",".join(named) or None


def log_level(level: Any) -> Any:
    """Accept `info` for `INFO`, and refuse DEBUG: at that level the libraries underneath write what people say."""
    upper = level.upper() if isinstance(level, str) else level
    if upper not in _LEVELS:
        raise ValueError(f"must be one of {', '.join(_LEVELS)}; no lower level, so that no log holds what people say")
    return upper


def _starting_with(schemes: tuple[str, ...], url: SecretStr | None) -> SecretStr | None:
    if url is not None and not url.get_secret_value().startswith(schemes):
        raise ValueError(f"must start with {' or '.join(schemes)}")
    return url
