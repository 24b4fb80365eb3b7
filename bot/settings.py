"""Every setting of an installation: its default, its limits and its environment variable."""

from __future__ import annotations

import os
import re
from ipaddress import ip_network
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseSettings, Field, SecretStr, ValidationError, root_validator, validator

PROJECT_ROOT = Path(__file__).resolve().parent.parent

DATABASE_SCHEMES = ("sqlite:///", "postgresql://", "postgresql+psycopg2://")
LOOPBACK_HOST, EVERY_HOST = "127.0.0.1", ("0.0.0.0", "::")  # noqa: S104 - recognised, not listened on
REDIS_SCHEMES = ("redis://", "rediss://", "unix://")
_PUBLIC_URL = re.compile(r"https://[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\d{1,5})?(?:/[\w./~-]{0,200})?", re.ASCII)
_API_URL = re.compile(
    r"https://[\w.-]+(:\d{1,5})?(/[\w./~-]*)?|http://(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?(/[\w./~-]*)?"
)


class SettingsError(Exception):
    """The environment can't be used as it is; `faults` has a line for each variable, never with its value."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Settings(BaseSettings):
    """What an installation may choose, frozen once read. An empty variable counts as one that isn't set."""

    data_dir: Path = Field(Path("var"), description="where everything an installation writes lives")
    content_dir: Path = Field(Path("content"), description="what the organisation edits, relative to the project")
    host: str = Field("127.0.0.1", min_length=1, description="address to listen on")
    port: int = Field(8080, ge=0, le=65535, description="port of the chat, 0 for any free one")
    coach_port: int = Field(8081, ge=0, le=65535, description="port of the coach portal, 0 for any free one")
    workers: int = Field(1, ge=1, le=64, description="processes that serve the chat")
    spacy_model: str = Field("nl_core_news_sm", min_length=1, description="name of an installed spaCy model")
    database_url: SecretStr | None = Field(
        None, env="DATABASE_URL", description="SQLite or PostgreSQL; unset: gesprek.db in the data directory"
    )
    redis_url: SecretStr | None = Field(
        None, env="REDIS_URL", description="shared memory of several machines; unset: the process's own"
    )
    telegram_token: SecretStr | None = Field(
        None, env="TELEGRAM_TOKEN", description="token of the Telegram bot; unset: no Telegram"
    )
    telegram_api: str = Field(
        "https://api.telegram.org", description="address of the Bot API, which may be a server of one's own"
    )
    telegram_webhook: str | None = Field(
        None, description="https address at which Telegram reaches this server; unset: ask Telegram for messages"
    )
    telegram_idle_minutes: int = Field(
        60, ge=1, le=1440, description="minutes of silence after which a conversation on Telegram is forgotten"
    )
    capsule_secrets: SecretStr | None = Field(
        None, description="secrets that seal conversations, newest first; unset: a file in the data directory"
    )
    capsule_max_age_days: int = Field(180, ge=1, le=3650, description="days after which an unused conversation is gone")
    turn_timeout_seconds: float = Field(5.0, gt=0, le=300, description="longest a turn may take, in seconds")
    trusted_proxies: str | None = Field(
        None, description="addresses of proxies whose X-Forwarded-For is believed; unset: none"
    )
    public_url: str | None = Field(None, description="https address under which people reach the page; unset: unknown")
    address_calls_per_second: float = Field(
        50.0, ge=0, le=100_000, description="calls a second for one address in the long run, 0 for no limit"
    )
    tombstones_dir: Path | None = Field(
        None,
        description="where is written down what was withdrawn, shared by all machines; unset: in the data directory",
    )
    coach_url: str | None = Field(
        None, description="address at which coaches reach the portal, https unless on this machine; unset: its own"
    )
    oidc_issuer: str | None = Field(
        None, description="address of the organisation's own login (OpenID Connect) for coaches; unset: none"
    )
    oidc_client_id: str | None = Field(None, description="what the portal is called there")
    oidc_client_secret: SecretStr | None = Field(None, description="with what the portal shows there that it is itself")
    # No DEBUG: at that level the libraries underneath write what people say.
    log_level: Literal["INFO", "WARNING", "ERROR", "CRITICAL"] = Field("INFO", description="least serious line logged")

    class Config:
        """How pydantic reads them."""

        env_prefix = "GESPREK_"
        frozen = True

    @root_validator(pre=True)
    @classmethod
    def drop_empty(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Let `NAME=` mean "not set", as compose files write it, and forgive the newline of a secret file."""
        stripped = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
        return {name: value for name, value in stripped.items() if value != ""}

    @validator("data_dir")
    @classmethod
    def make_absolute(cls, path: Path) -> Path:
        """Keep the directory the same when the process changes its own."""
        return path.expanduser().absolute()

    @validator("content_dir")
    @classmethod
    def start_from_project(cls, path: Path) -> Path:
        """Find the content from any working directory."""
        return PROJECT_ROOT / path.expanduser()

    @validator("coach_port")
    @classmethod
    def differ_from_chat(cls, port: int, values: dict[str, Any]) -> int:
        """Keep the portal on a port of its own, so that a firewall can tell the two apart."""
        if port and port == values.get("port"):
            raise ValueError("must differ from GESPREK_PORT")
        return port

    @validator("coach_url", "oidc_issuer")
    @classmethod
    def know_address(cls, address: str | None) -> str | None:
        """Refuse what others could read on the way."""
        return None if address is None else _encrypted(address)

    @validator("coach_url")
    @classmethod
    def be_a_whole_host(cls, address: str | None) -> str | None:
        """Refuse a path: the portal's cookies are for a host of its own."""
        if address is not None and urlsplit(address).path.strip("/"):
            raise ValueError("must have no path")
        return address

    @root_validator(skip_on_failure=True)
    @classmethod
    def complete_oidc(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Refuse half a description of the organisation's login."""
        given = [values.get(name) is not None for name in ("oidc_issuer", "oidc_client_id", "oidc_client_secret")]
        if any(given) and not all(given):
            raise ValueError("GESPREK_OIDC_ISSUER, _CLIENT_ID and _CLIENT_SECRET go together")
        return values

    @validator("database_url")
    @classmethod
    def know_database(cls, url: SecretStr | None) -> SecretStr | None:
        """Refuse databases this project isn't tested with."""
        return _starting_with(DATABASE_SCHEMES, url)

    @validator("redis_url")
    @classmethod
    def know_redis(cls, url: SecretStr | None) -> SecretStr | None:
        """Refuse what the Redis client can't read."""
        return _starting_with(REDIS_SCHEMES, url)

    @validator("trusted_proxies")
    @classmethod
    def know_proxies(cls, proxies: str | None) -> str | None:
        """Refuse names, and `*`: whoever can reach the server could then pass for any address."""
        named = [proxy.strip() for proxy in (proxies or "").split(",") if proxy.strip()]
        try:
            for proxy in named:
                ip_network(proxy)
        except ValueError:
            raise ValueError("must be addresses or networks, separated by commas") from None
        return ",".join(named) or None

    @validator("telegram_api")
    @classmethod
    def know_telegram_api(cls, url: str) -> str:
        """Refuse an address that the token would travel to unprotected, but for this machine itself."""
        if not _API_URL.fullmatch(url):
            raise ValueError("must be https:// and a host, or http:// for this machine itself")
        return url.rstrip("/")

    @validator("telegram_webhook")
    @classmethod
    def know_telegram_webhook(cls, url: str | None, values: dict[str, Any]) -> str | None:
        """Refuse what Telegram can't reach, and processes that would each know half of a conversation."""
        if url is not None and not _PUBLIC_URL.fullmatch(url):
            raise ValueError("must be https:// and a host, with a path at most")
        if url is not None and values.get("workers", 1) > 1 and values.get("redis_url") is None:
            raise ValueError("with more than one worker needs REDIS_URL, so that each of them knows the conversation")
        return url and url.rstrip("/")

    @validator("public_url")
    @classmethod
    def know_public_url(cls, url: str | None) -> str | None:
        """Refuse what is no address for people: it ends up in a QR code on paper, where nobody can mend it."""
        if url is not None and not _PUBLIC_URL.fullmatch(url):
            raise ValueError("must be https:// and a host, with a path at most, like https://gesprek.voorbeeld.nl/")
        return url

    @validator("log_level", pre=True)
    @classmethod
    def forgive_case(cls, level: Any) -> Any:
        """Accept `info` for `INFO`."""
        return level.upper() if isinstance(level, str) else level

    @property
    def sqlalchemy_url(self) -> str:
        """Name the database to open. It may hold a password: not for a log or a message."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data_dir / 'gesprek.db'}"

    @property
    def tombstones_file(self) -> Path:
        """Keep what was withdrawn or deleted, so that a backup of the database doesn't bring it back."""
        return (self.tombstones_dir or self.data_dir / "withdrawn").expanduser().absolute() / "shares"

    @property
    def portal_url(self) -> str:
        """Name the address at which coaches reach the portal, without a slash at its end."""
        if self.coach_url is not None:
            return self.coach_url.rstrip("/")
        host = LOOPBACK_HOST if self.host in EVERY_HOST else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.coach_port}"

    @property
    def models_dir(self) -> Path:
        """Keep the trained models of this installation."""
        return self.data_dir / "models"

    @property
    def cache_dir(self) -> Path:
        """Keep what can be built again, such as the lookups of the redaction."""
        return self.data_dir / "cache"

    @property
    def secrets_dir(self) -> Path:
        """Keep the server's own keys."""
        return self.data_dir / "secrets"

    @property
    def secrets_file(self) -> Path:
        """Keep the secrets that seal conversations, unless they come from the environment."""
        return self.secrets_dir / "capsules"

    @property
    def logs_dir(self) -> Path:
        """Keep the log files, which hold no person."""
        return self.data_dir / "logs"


def _starting_with(schemes: tuple[str, ...], url: SecretStr | None) -> SecretStr | None:
    if url is not None and not url.get_secret_value().startswith(schemes):
        raise ValueError(f"must start with {' or '.join(schemes)}")
    return url


def _encrypted(address: str) -> str:
    parts = urlsplit(address)
    here = parts.hostname in ("localhost", "127.0.0.1", "::1")
    fits = parts.scheme == "https" or (here and parts.scheme == "http")
    if not fits or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("must be an https address (http only on this machine)")
    return address


def environment_names() -> dict[str, str]:
    """Name the environment variable of each setting."""
    return {
        name: next(iter(field.field_info.extra["env_names"])).upper() for name, field in Settings.__fields__.items()
    }


def secret_names() -> frozenset[str]:
    """Name the settings that are secrets; each may be in a file named by its variable with `_FILE` behind it."""
    return frozenset(name for name, field in Settings.__fields__.items() if field.type_ is SecretStr)


def load_settings(**overrides: Any) -> Settings:
    """Read the settings from the environment; what the command line gives (and isn't None) goes first.

    Raises:
        SettingsError: with every fault at once, each naming its variable.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**{**_secrets_from_files(), **given})
    except ValidationError as error:
        found = [(str(fault["loc"][0]), fault["msg"]) for fault in error.errors()]
    names = environment_names()
    raise SettingsError(tuple(f"{names.get(field, field)}: {message}" for field, message in found))


def _secrets_from_files() -> dict[str, str]:
    """Read the secrets that container platforms hand over as files, `DATABASE_URL_FILE` for `DATABASE_URL`."""
    names, found, faults = environment_names(), {}, []
    for name in sorted(secret_names()):
        variable = f"{names[name]}_FILE"
        path = os.environ.get(variable, "").strip()
        if not path:
            continue
        try:
            found[name] = Path(path).read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            faults.append(f"{variable}: the file can't be read ({type(error).__name__})")
        if os.environ.get(names[name], "").strip():
            faults.append(f"{variable}: set this or {names[name]}, not both")
    if faults:
        raise SettingsError(tuple(faults))
    return found
