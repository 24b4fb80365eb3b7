"""The settings: defaults, environment, and faults that name the variable and never the value."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import (
    PROJECT_ROOT,
    Settings,
    SettingsError,
    environment_names,
    load_settings,
    secret_names,
    unknown_variables,
)
from bot.storage.database import sqlite_file
from bot.web.serve import options


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in environment_names().values():
        monkeypatch.delenv(variable, raising=False)
        monkeypatch.delenv(f"{variable}_FILE", raising=False)


def test_defaults_need_no_environment() -> None:
    settings = load_settings()
    assert settings.data_dir == Path.cwd() / "var"
    assert settings.content_dir == PROJECT_ROOT / "content"
    assert (settings.host, settings.port, settings.coach_port, settings.workers) == ("127.0.0.1", 8080, 8081, 1)
    assert settings.spacy_model == "nl_core_news_sm"
    assert (settings.database_url, settings.redis_url, settings.telegram_token) == (None, None, None)
    assert settings.capsule_max_age_days == 180
    assert settings.turn_timeout_seconds == 5.0
    assert settings.log_level == "INFO"
    assert (settings.capsule_secrets, settings.trusted_proxies, settings.address_calls_per_second) == (None, None, 50)


def test_every_setting_has_a_variable_and_a_description() -> None:
    names = environment_names()
    own = {"database_url": "DATABASE_URL", "redis_url": "REDIS_URL", "telegram_token": "TELEGRAM_TOKEN"}
    assert names == {name: own.get(name, f"GESPREK_{name.upper()}") for name in names}
    assert all(field.field_info.description for field in load_settings().__fields__.values())


def test_environment_is_read_stripped_and_forgiving(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_PORT", "9000")
    monkeypatch.setenv("GESPREK_LOG_LEVEL", "warning")
    monkeypatch.setenv("GESPREK_WORKERS", "")
    monkeypatch.setenv("TELEGRAM_TOKEN", "123:abc\n")
    monkeypatch.setenv("REDIS_URL", "")
    settings = load_settings()
    assert (settings.port, settings.log_level, settings.workers, settings.redis_url) == (9000, "WARNING", 1, None)
    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == "123:abc"


def test_command_line_goes_before_environment_unless_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_PORT", "9000")
    monkeypatch.setenv("GESPREK_HOST", "0.0.0.0")
    settings = load_settings(port=9001, host=None)
    assert (settings.port, settings.host) == (9001, "0.0.0.0")


def test_all_faults_come_at_once_and_without_values(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {
        "GESPREK_PORT": "canary-1",
        "GESPREK_CAPSULE_MAX_AGE_DAYS": "-987654",
        "GESPREK_TURN_TIMEOUT_SECONDS": "nan",
        "GESPREK_LOG_LEVEL": "canary-2",
        "DATABASE_URL": "mysql://user:canary-3@host/db",
        "REDIS_URL": "http://:canary-4@host",
    }
    for variable, value in wrong.items():
        monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert {fault.split(":")[0] for fault in caught.value.faults} == set(wrong)
    assert "canary" not in str(caught.value)
    assert "987654" not in str(caught.value)
    assert caught.value.__context__ is None


NUMBERS = [name for name, field in Settings.__fields__.items() if isinstance(field.default, (int, float))]


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("given", ["veel", "-1", "1e9", "nan"])
def test_a_number_that_is_none_hears_both_its_limits(name: str, given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(environment_names()[name], given)
    with pytest.raises(SettingsError, match=rf"^{environment_names()[name]}: must be a (whole )?number .* to \d+$"):
        load_settings()


@pytest.mark.parametrize(
    ("variable", "given", "told"),
    [
        ("GESPREK_PORT", "80a80", "GESPREK_PORT: must be a whole number from 0 to 65535"),
        ("GESPREK_TURN_TIMEOUT_SECONDS", "0", "GESPREK_TURN_TIMEOUT_SECONDS: must be a number above 0, and up to 300"),
        (
            "GESPREK_LOG_LEVEL",
            "loud",
            "GESPREK_LOG_LEVEL: must be one of INFO, WARNING, ERROR, CRITICAL; no lower level, so that no log holds "
            "what people say",
        ),
        (
            "GESPREK_OIDC_CLIENT_ID",
            "portaal",
            "GESPREK_OIDC_ISSUER, GESPREK_OIDC_CLIENT_ID, GESPREK_OIDC_CLIENT_SECRET go together: set all three, or "
            "none",
        ),
    ],
)
def test_a_fault_says_what_to_write_instead(
    variable: str, given: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, given)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert caught.value.faults == (told,)


@pytest.mark.parametrize("given", ["het_andere_gesprek_bot", "@bot", "123456", "123: abc"])
def test_what_is_no_token_is_refused_before_telegram_does(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", given)
    with pytest.raises(SettingsError, match=r"^TELEGRAM_TOKEN: must be the token that @BotFather gives"):
        load_settings()


def test_a_variable_that_is_no_setting_is_told_with_the_nearest_that_is() -> None:
    given = dict.fromkeys((*environment_names().values(), "DATABASE_URL_FILE", "GESPREK_TEST_WATCH", "PATH"), "x")
    assert unknown_variables(given) == []
    wrong = dict.fromkeys(("GESPREK_DATABASE_URL", "GESPREK_PROT", "GESPREK_XYZ"), "canary")
    assert unknown_variables({**given, **wrong}) == [
        "GESPREK_DATABASE_URL is no setting and does nothing: is it DATABASE_URL?",
        "GESPREK_PROT is no setting and does nothing: is it GESPREK_PORT?",
        "GESPREK_XYZ is no setting and does nothing.",
    ]


def test_an_unknown_setting_is_a_fault() -> None:
    with pytest.raises(SettingsError, match=r"^prot: "):
        load_settings(prot=1)


def test_the_ports_differ_unless_free_ones_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings(port=0, coach_port=0).coach_port == 0
    monkeypatch.setenv("GESPREK_COACH_PORT", "8080")
    with pytest.raises(SettingsError, match=r"^GESPREK_COACH_PORT: must differ from GESPREK_PORT$"):
        load_settings()


def test_debug_is_refused_because_libraries_then_write_what_people_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_LOG_LEVEL", "DEBUG")
    with pytest.raises(SettingsError, match="GESPREK_LOG_LEVEL"):
        load_settings()


@pytest.mark.parametrize(
    ("given", "read"),
    [("192.0.2.1", "192.0.2.1"), (" 10.0.0.0/8 , ::1,", "10.0.0.0/8,::1"), (",", None), ("", None)],
)
def test_proxies_are_addresses_or_networks(given: str, read: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_TRUSTED_PROXIES", given)
    assert load_settings().trusted_proxies == read


@pytest.mark.parametrize("given", ["*", "proxy.example.nl", "10.0.0.1/8", "127.0.0.1,*"])
def test_no_proxy_is_trusted_by_name_or_all_at_once(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_TRUSTED_PROXIES", given)
    with pytest.raises(SettingsError, match=r"^GESPREK_TRUSTED_PROXIES: must be addresses or networks"):
        load_settings()


def test_forwarded_addresses_are_believed_of_trusted_proxies_only() -> None:
    assert options(load_settings())["proxy_headers"] is False
    behind = options(load_settings(trusted_proxies="10.0.0.0/8"))
    assert (behind["proxy_headers"], behind["forwarded_allow_ips"]) == (True, "10.0.0.0/8")


def test_each_secret_can_be_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contents = {"database_url": "postgresql://u:geheim@h/d", "redis_url": "redis://h", "telegram_token": "1:a"}
    contents |= {"capsule_secrets": "een\ntwee\n", "oidc_client_secret": "geheim"}
    monkeypatch.setenv("GESPREK_OIDC_ISSUER", "https://login.voorbeeld.test")
    monkeypatch.setenv("GESPREK_OIDC_CLIENT_ID", "portaal")
    assert contents.keys() == secret_names()
    for name, content in contents.items():
        (tmp_path / name).write_text(f"{content}\n")
        monkeypatch.setenv(f"{environment_names()[name]}_FILE", str(tmp_path / name))
    settings = load_settings()
    for name, content in contents.items():
        assert getattr(settings, name).get_secret_value() == content.strip()
    assert load_settings(database_url="sqlite:///x.db").sqlalchemy_url == "sqlite:///x.db"


def test_files_of_secrets_that_are_no_good_are_all_named_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "token").write_bytes(b"\xff")
    (tmp_path / "url").write_text("canary")
    monkeypatch.setenv("TELEGRAM_TOKEN_FILE", str(tmp_path / "token"))
    monkeypatch.setenv("REDIS_URL_FILE", str(tmp_path / "nergens"))
    monkeypatch.setenv("DATABASE_URL_FILE", str(tmp_path / "url"))
    monkeypatch.setenv("DATABASE_URL", "sqlite:///x.db")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert caught.value.faults == (
        "DATABASE_URL_FILE: set this or DATABASE_URL, not both",
        "REDIS_URL_FILE: the file can't be read (FileNotFoundError)",
        "TELEGRAM_TOKEN_FILE: the file can't be read (UnicodeDecodeError)",
    )


def test_settings_are_frozen_and_show_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:canary@host/db")
    monkeypatch.setenv("TELEGRAM_TOKEN", "123:canary")
    settings = load_settings()
    assert "canary" not in f"{settings!r} {settings} {settings.json()}"
    assert settings.sqlalchemy_url == "postgresql://user:canary@host/db"
    with pytest.raises(TypeError):
        settings.port = 1


def test_the_database_is_a_file_in_the_data_directory_unless_told(tmp_path: Path) -> None:
    for name in ("var", "map met spatie", "100%25 ë"):
        settings = load_settings(data_dir=tmp_path / name)
        assert sqlite_file(settings.sqlalchemy_url) == tmp_path / name / "gesprek.db"


def test_everything_written_lives_under_the_data_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(data_dir=str(tmp_path))
    for directory in (settings.models_dir, settings.cache_dir, settings.secrets_dir):
        assert directory.parent == tmp_path
    monkeypatch.chdir(tmp_path)
    relative = load_settings(data_dir="elders")
    monkeypatch.chdir("/")
    assert relative.data_dir == tmp_path / "elders"


@pytest.mark.parametrize("url", ["https://gesprek.huis.example", "https://huis.example:8443/gesprek/"])
def test_the_public_address_is_one_people_can_open(url: str) -> None:
    assert load_settings(public_url=url).public_url == url


@pytest.mark.parametrize(
    "url", ["http://huis.example", "huis.example", "https://", "https://sam@huis.example", "https://huis.example/?a=b"]
)
def test_what_is_no_public_address_is_refused(url: str) -> None:
    with pytest.raises(SettingsError, match="GESPREK_PUBLIC_URL: must be https://"):
        load_settings(public_url=url)


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({}, "http://127.0.0.1:8081"),
        ({"host": "0.0.0.0", "coach_port": 9000}, "http://127.0.0.1:9000"),
        ({"host": "::1"}, "http://[::1]:8081"),
        ({"coach_url": "https://coach.voorbeeld.test/"}, "https://coach.voorbeeld.test"),
        ({"coach_url": "http://localhost:9081"}, "http://localhost:9081"),
    ],
)
def test_the_portal_has_one_address(given: dict[str, object], address: str) -> None:
    assert load_settings(**given).portal_url == address


@pytest.mark.parametrize(
    "address",
    [
        "http://coach.voorbeeld.test",
        "https://coach.voorbeeld.test/pad",
        "coach.voorbeeld.test",
        "https://?x",
        "ftp://x",
    ],
)
def test_a_portal_is_reached_encrypted_at_a_host_of_its_own(address: str) -> None:
    with pytest.raises(SettingsError, match="GESPREK_COACH_URL"):
        load_settings(coach_url=address)


def test_half_an_organisations_login_is_refused() -> None:
    with pytest.raises(SettingsError, match="go together"):
        load_settings(oidc_issuer="https://login.voorbeeld.test")


def test_what_was_withdrawn_is_in_the_data_directory_unless_told(tmp_path: Path) -> None:
    assert load_settings(data_dir=tmp_path).tombstones_file == tmp_path / "withdrawn" / "shares"
    assert load_settings(tombstones_dir=tmp_path / "samen").tombstones_file == tmp_path / "samen" / "shares"


def test_a_webhook_with_several_workers_needs_redis() -> None:
    webhook = {"telegram_webhook": "https://gesprek.voorbeeld.test/bot/", "workers": 2}
    with pytest.raises(SettingsError, match=r"^GESPREK_TELEGRAM_WEBHOOK: with more than one worker needs REDIS_URL"):
        load_settings(**webhook)
    assert load_settings(**webhook, redis_url="redis://h").telegram_webhook == "https://gesprek.voorbeeld.test/bot"
