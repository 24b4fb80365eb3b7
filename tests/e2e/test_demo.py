"""What the README promises in a minute: `gesprek run`, `gesprek demo`, and the bot on an intranet; and its picture."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bench.servers import free_port
from bot.settings import PROJECT_ROOT
from tests.e2e.conftest import PATIENCE_MS, Watch
from tests.e2e.intranet import frame, launcher
from tests.serving import GESPREK, SITE, install, serve, until_ready

AXE = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe comes with the development packages").Axe
PICTURE = PROJECT_ROOT / "docs" / "beelden" / "intranet.png"


@pytest.fixture
def intranet(model: Path, tmp_path: Path) -> Iterator[str]:
    """The bot and the example intranet as two processes; the list in organisatie.yml has the port that is free here."""
    port = free_port()
    content = shutil.copytree(PROJECT_ROOT / "content", tmp_path / "content") / "organisatie.yml"
    content.write_text(content.read_text().replace(SITE.embed_origins[0], f"http://127.0.0.1:{port}"))
    environment = {**os.environ, "PYTHONPATH": str(PROJECT_ROOT), "GESPREK_CONTENT_DIR": str(content.parent)}
    install(tmp_path / "var")
    served = serve(tmp_path / "var", env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with until_ready(*served) as bot:
        command = [*GESPREK, "demo", "--bot", bot, "--port", str(port)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as demo:
            assert demo.stdout
            assert demo.stdout.readline() == "De bot is er, en mag hier staan.\n"
            assert demo.stdout.readline().startswith("Voorbeeldintranet: ")
            yield f"http://127.0.0.1:{port}"
            demo.terminate()


def test_the_bot_on_an_intranet_in_a_minute(browser: Browser, intranet: str) -> None:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 860})
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    watch = Watch(page)
    page.goto(intranet)
    found = AXE().run(page)
    assert found.violations_count == 0, found.generate_report()
    launcher(page).click()
    box = frame(page).get_by_role("textbox", name="Typ je antwoord")
    for words in ("kort", "meedoen", "de lunch met mijn collega's van de nachtdienst"):
        with page.expect_response("**/api/chat"):
            box.fill(words)
            box.press("Enter")
        expect(frame(page).get_by_role("log")).to_contain_text(words)
    expect(frame(page).get_by_role("button", name="Overslaan", exact=True)).to_be_visible()
    assert watch.complaints == []
    found = AXE().run(page)  # it calls into the frame, of which the browser complains
    assert found.violations_count == 0, found.generate_report()
    if os.environ.get("GESPREK_TEST_PICTURES"):
        page.screenshot(path=PICTURE)
    context.close()
