"""Every setting of an installation: its default, its limits and its environment variable."""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseSettings, Field, SecretStr, ValidationError, root_validator, validator
from pydantic.utils import ROOT_KEY

from bot import setting_checks

PROJECT_ROOT = Path(__file__).resolve().parent.parent

PREFIX = "GESPREK_"
_OF_TESTS = "GESPREK_TEST_"
_OIDC = ("GESPREK_OIDC_ISSUER", "GESPREK_OIDC_CLIENT_ID", "GESPREK_OIDC_CLIENT_SECRET")
_NUMBERS = (
    "port", "coach_port", "workers", "telegram_idle_minutes", "capsule_max_age_days", "turn_timeout_seconds",
    "address_calls_per_second",
)  # fmt: skip
LOOPBACK_HOST, EVERY_HOST = "127.0.0.1", ("0.0.0.0", "::")  # noqa: S104 - recognised, not listened on


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
    log_level: Literal["INFO", "WARNING", "ERROR", "CRITICAL"] = Field("INFO", description="least serious line logged")

    class Config:
        """How pydantic reads them."""

        env_prefix = PREFIX
        frozen = True

    @root_validator(pre=True)
    @classmethod
    def drop_empty(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Let `NAME=` mean "not set", as compose files write it, and forgive the newline of a secret file."""
        stripped = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
        return {name: value for name, value in stripped.items() if value != ""}

    _numbers = validator(*_NUMBERS, pre=True, allow_reuse=True)(setting_checks.number)
    _database = validator("database_url", allow_reuse=True)(setting_checks.database_url)
    _redis = validator("redis_url", allow_reuse=True)(setting_checks.redis_url)
    _token = validator("telegram_token", allow_reuse=True)(setting_checks.telegram_token)
    _bot_api = validator("telegram_api", allow_reuse=True)(setting_checks.telegram_api)
    _public = validator("telegram_webhook", "public_url", allow_reuse=True)(setting_checks.public_url)
    _proxies = validator("trusted_proxies", allow_reuse=True)(setting_checks.proxies)
    _encrypted = validator("coach_url", "oidc_issuer", allow_reuse=True)(setting_checks.encrypted)
    _whole_host = validator("coach_url", allow_reuse=True)(setting_checks.whole_host)
    _level = validator("log_level", pre=True, allow_reuse=True)(setting_checks.log_level)

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

    @root_validator(skip_on_failure=True)
    @classmethod
    def complete_oidc(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Refuse half a description of the organisation's login."""
        given = [values.get(name) is not None for name in ("oidc_issuer", "oidc_client_id", "oidc_client_secret")]
        if any(given) and not all(given):
            raise ValueError(f"{', '.join(_OIDC)} go together: set all three, or none")
        return values

    @validator("telegram_webhook")
    @classmethod
    def know_every_conversation(cls, url: str | None, values: dict[str, Any]) -> str | None:
        """Refuse processes that would each know half of a conversation."""
        if url is not None and values.get("workers", 1) > 1 and values.get("redis_url") is None:
            raise ValueError("with more than one worker needs REDIS_URL, so that each of them knows the conversation")
        return url and url.rstrip("/")

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
    raise SettingsError(
        tuple(message if field == ROOT_KEY else f"{names.get(field, field)}: {message}" for field, message in found)
    )


def unknown_variables(environment: Mapping[str, str]) -> list[str]:
    """Return a line for each variable that looks like a setting and is none: it does nothing, and nobody would know."""
    names = environment_names()
    known = [*names.values(), *(f"{names[secret]}_FILE" for secret in secret_names())]
    bare = {variable.removeprefix(PREFIX): variable for variable in known}
    lines = []
    for variable in sorted(environment):
        if variable.startswith(PREFIX) and not variable.startswith(_OF_TESTS) and variable not in known:
            near = get_close_matches(variable.removeprefix(PREFIX), bare, 1)
            lines.append(f"{variable} is no setting and does nothing{f': is it {bare[near[0]]}?' if near else '.'}")
    return lines


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
