"""`gesprek coach`: who may become a coach, what is asked before keys go, and what is never shown."""

from __future__ import annotations

import re
import secrets
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot import logs
from bot.cli import app
from bot.coach.invitations import Enrolment, Invitations
from bot.conversation import sharing
from bot.conversation.sharing import Consent
from bot.settings import load_settings
from bot.sharing.service import Sharing
from bot.sharing.tombstones import Tombstones
from bot.storage import migrate
from bot.storage.coaches import Coaches
from bot.storage.database import open_engine
from tests.coach.clock import LITTLE_EFFORT, PASSPHRASE, Clock
from tests.coach.portal import letter

ADD = ("add", "Ada Voorbeeld", "--role", "Denkt mee over werk en gezondheid.")


class Desk:
    """The commands, at an installation of their own."""

    def __init__(self, folder: Path) -> None:
        self.settings = load_settings(data_dir=folder)
        migrate.upgrade(self.settings.sqlalchemy_url)
        self.engine = open_engine(self.settings.sqlalchemy_url)
        self.coaches = Coaches(self.engine)

    def run(self, *words: str, said: str = "") -> Result:
        return CliRunner().invoke(app, ["coach", *words, "--data-dir", str(self.settings.data_dir)], input=said)

    def accept(self, link: str) -> Enrolment:
        clock = Clock(datetime.now().astimezone())
        invitations = Invitations(self.coaches, clock, LITTLE_EFFORT)
        enrolment = invitations.enrol(link.rpartition("/")[2], PASSPHRASE)
        assert enrolment is not None
        assert invitations.confirm(enrolment, clock.code(enrolment.opened.totp_secret))
        return enrolment


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(logs, "configure", lambda level: None)  # or it takes pytest's own handlers away
    return Desk(tmp_path)


def link_in(result: Result) -> str:
    found = re.search(r"https?://\S+/uitnodiging/[\w-]{43}", result.output)
    assert found, result.output
    return found[0]


def test_a_coach_is_added_asked_about_and_can_be_chosen_after_accepting(desk: Desk) -> None:
    assert "nog geen coaches" in desk.run("list").output
    added = desk.run(*ADD, said="ja\n")
    assert (added.exit_code, "buiten de lijn?" in added.output) == (0, True)
    assert link_in(added).startswith("http://127.0.0.1:8081/")
    assert "uitgenodigd, nog niet binnen" in desk.run("list").output
    assert desk.coaches.offered() == []
    desk.accept(link_in(added))
    assert "Ada Voorbeeld (te kiezen): Denkt mee" in desk.run("list").output


@pytest.mark.parametrize("said", ["n\n", "\n", "misschien\n"])
def test_who_is_in_the_line_is_no_coach(desk: Desk, said: str) -> None:
    assert desk.run(*ADD, said=said).exit_code == 1
    assert desk.run(*ADD, "--in-line").exit_code == 1
    assert desk.coaches.all() == []


def test_a_name_is_taken_once_and_has_a_length(desk: Desk) -> None:
    assert desk.run(*ADD, "--outside-line").exit_code == 0
    assert desk.run("add", "ada  VOORBEELD", "--role", "x", "--outside-line").exit_code == 1
    assert desk.run("add", "a" * 121, "--role", "x", "--outside-line").exit_code == 1
    assert desk.run("add", "Wim", "--role", " ", "--outside-line").exit_code == 1
    assert len(desk.coaches.all()) == 1


def test_the_link_is_at_the_public_address(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_COACH_URL", "https://coach.voorbeeld.test/")
    assert link_in(desk.run(*ADD, "--outside-line")).startswith("https://coach.voorbeeld.test/uitnodiging/")


@pytest.mark.parametrize("command", ["reset", "remove"])
def test_keys_go_only_after_a_yes_and_people_are_told(desk: Desk, command: str) -> None:
    coach = desk.accept(link_in(desk.run(*ADD, "--outside-line")))
    service = Sharing(
        desk.engine,
        lambda: datetime.now().astimezone().date(),
        lambda: [b"s" * 32],
        Tombstones(desk.settings.tombstones_file),
    )
    secret = secrets.token_hex(32)
    consent = Consent(coach.coach_id, ("x",), "eigen", service.today() + timedelta(days=14), "1")
    service.share(secret, letter(), consent, service.preview(secret, letter(), consent))
    no = desk.run(command, "Ada Voorbeeld", said="n\n")
    assert (no.exit_code, "kan nooit meer open" in no.output) == (1, True)
    assert service.shared(secret)[0].status == sharing.NEW
    yes = desk.run(command, "ada voorbeeld", said="j\n")
    assert yes.exit_code == 0
    assert service.shared(secret)[0].status == sharing.COACH_GONE
    assert desk.coaches.offered() == []
    account = desk.coaches.find(coach.coach_id)
    assert account is not None
    assert account.sealed_key is account.public_key is account.sealed_totp is None
    if command == "reset":
        assert desk.accept(link_in(yes)).coach_id == coach.coach_id
        assert [one.key_epoch for one in desk.coaches.offered()] == [2]
    else:
        assert desk.run("remove", "Ada Voorbeeld", "--yes").exit_code == 1
        assert "nog geen coaches" in desk.run("list").output


def test_what_a_coach_did_can_be_looked_up_also_when_they_are_gone(desk: Desk) -> None:
    coach = desk.accept(link_in(desk.run(*ADD, "--outside-line")))
    desk.coaches.note(date(2030, 1, 2), coach.coach_id, "geopend", "deling-1")
    assert desk.run("audit", "ada voorbeeld").output.splitlines()[0] == "2030-01-02  geopend  deling deling-1"
    desk.run("remove", "Ada Voorbeeld", "--yes")
    done = [line.split()[1] for line in desk.run("audit", "Ada Voorbeeld").output.splitlines()]
    assert done == ["geopend", "verwijderd", "toegelaten"]
    desk.run("add", "Wim", "--role", "Denkt mee.", "--outside-line")
    assert "niets bijgehouden" in desk.run("audit", "Wim").output
    nobody = desk.run("audit", "Bo")
    assert (nobody.exit_code, "geen coach met deze naam" in nobody.output) == (1, True)


def test_nothing_is_done_without_a_database(desk: Desk, tmp_path: Path) -> None:
    for words in (ADD, ("list",), ("reset", "Ada"), ("remove", "Ada"), ("audit", "Ada")):
        result = CliRunner().invoke(app, ["coach", *words, "--data-dir", str(tmp_path / "leeg")], input="j\n")
        assert result.exit_code == 3


def test_a_setting_that_is_wrong_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_COACH_URL", "http://coach.voorbeeld.test")
    result = desk.run("list")
    assert (result.exit_code, "GESPREK_COACH_URL" in result.output) == (2, True)
