"""Promise 1: the first message says it is a chatbot, what for, and who reads what; before any question.

On each channel: the API, the page, the terminal, and Telegram.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import httpx
import pytest

from bot.content.purpose import PURPOSE
from tests.e2e.steps import words
from tests.promises.browser import open_page, window
from tests.promises.conftest import OnTelegram
from tests.promises.house import House
from tests.serving import GESPREK, START_SECONDS
from tests.telegram.person import texts, titles

SAYS = {
    "what it is": r"\bchatbot\b",
    "what it is for": re.escape(PURPOSE),
    "what it is not": r"geen zorg.*geen meting",
    "that the server reads along": r"wat je typt gaat naar de server",
    "that the server forgets": r"vergeet het weer",
    "where answers are": r"blijven op je eigen apparaat",
    "that the employer reads nothing": r"werkgever leest niet mee",
    "that nobody sees who takes part": r"ziet ook niet dat je dit doet",
    "that every question may be passed over": r"elke vraag overslaan",
    "that stopping is always possible": r"stoppen wanneer je wilt",
    "that everything can be deleted": r"alles wissen",
}
ELSEWHERE = (
    "that the server reads along",
    "that the server forgets",
    "where answers are",
)  # told otherwise on Telegram
SAYS_ON_TELEGRAM = {
    **{what: words for what, words in SAYS.items() if what not in ELSEWHERE},
    "that Telegram and the server handle it": r"gaat langs Telegram en langs de server",
    "that Telegram keeps it": r"Telegram bewaart deze chat",
    "when the server forgets": r"vergeet alles na 60 minuten",
    "what is more private": r"webpagina van deze bot is meer privé",
    "how to keep it": r"‘bewaar’ krijg je je gesprek als bestand",
}


def before_the_question(text: str) -> str:
    """Return what is said up to the first question mark, less the sentence that asks."""
    assert "?" in text
    return re.sub(r"[^.]*$", "", text.partition("?")[0])


def missing(text: str, says: dict[str, str] = SAYS) -> list[str]:
    """Return what isn't said before the first question."""
    said = " ".join(before_the_question(text).split())
    return [what for what, words in says.items() if not re.search(words, said, re.IGNORECASE)]


@pytest.fixture(scope="module")
def in_the_terminal(house: House) -> str:
    """What `gesprek shell` says before anything was typed."""
    command = [*GESPREK, "shell", "--data-dir", str(house.data)]
    told = subprocess.run(
        command, env=house.environment, cwd=house.cwd, input=b"", capture_output=True, timeout=START_SECONDS, check=True
    )
    return told.stdout.decode()


def test_the_api_says_so(api: httpx.Client) -> None:
    answer = api.post("/api/chat", json={"capsule": None, "message": None}).json()
    assert missing("\n".join(message["text"] for message in answer["messages"])) == []
    assert not any(message["buttons"] for message in answer["messages"][:-1])


@pytest.mark.parametrize("first", ["kort", "hoi", "ik slaap slecht", ""])
def test_whoever_speaks_first_hears_it_first(api: httpx.Client, first: str) -> None:
    answer = api.post("/api/chat", json={"capsule": None, "message": {"text": first}}).json()
    assert missing("\n".join([*(message["text"] for message in answer["messages"]), "En dan?"])) == []


def test_the_page_says_so(address: str, chromium: str, tmp_path: Path) -> None:
    with window(chromium, tmp_path) as page:
        open_page(page, address)
        assert missing("\n".join(words(page))) == []
        page.evaluate("sessionStorage.clear()")
        page.route("**/api/chat", lambda route: route.abort())
        page.reload()  # where the server can't be reached, a line below the conversation still says it
        assert words(page) == []
        assert "Dit is een chatbot, geen zorg en geen meting" in page.inner_text("footer")


def test_the_terminal_says_so(in_the_terminal: str) -> None:
    assert missing(in_the_terminal) == []


@pytest.mark.parametrize("first", ["/start", "hoi", "kort", "/privacy", "wis alles", "7"])
def test_telegram_says_so_whatever_comes_first(on_telegram: OnTelegram, first: str) -> None:
    said = on_telegram.telegram.do(on_telegram.telegram.person(), first)
    assert missing(f"{texts(said)} En dan?", SAYS_ON_TELEGRAM) == []
    assert not any(titles(message) for message in said[:3])


def test_a_silence_would_be_noticed() -> None:
    assert missing("Hoi. Hoe wil je beginnen?") == list(SAYS)
