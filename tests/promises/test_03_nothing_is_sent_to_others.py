"""Promise 3: nothing is sent to others.

A whole run, with a conversation on Telegram in it, with every address that a process names written down, in a network
namespace without a way out where the system has them: there the kernel counts whatever would have left, also from code
that Python doesn't see. And the page: no file of it comes from elsewhere, and the browser is told to take none.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.settings import PROJECT_ROOT
from bot.web.house import STATIC
from tests.promises.browser import do, open_page, window
from tests.serving import SITE

CLOSED = ("unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
RUN_SECONDS = 1800
# Rasa asks the first two about the folder it is in and the machine it is on; the last is the portal, watched as well.
LOCAL_PROGRAMS = {"git", "uname", sys.executable}
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": " ".join(SITE.embed_origins),
}
ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^\s\"'`)<$]+", re.IGNORECASE)
SVG_NAME = "http://www.w3.org/2000/svg"  # what drawings are called; nobody goes there


@dataclass(frozen=True)
class Run:
    """What a whole run left: what was addressed, what the kernel saw, and the homes of its processes."""

    watched: list[dict[str, Any]]
    no_way_out: int | None
    folder: Path

    def told(self, what: str) -> list[Any]:
        return [note["value"] for note in self.watched if note["what"] == what]


def can_close() -> bool:
    """Tell whether this system lets us have a network without a way out."""
    return bool(shutil.which("unshare")) and subprocess.run([*CLOSED, "true"], capture_output=True).returncode == 0


@pytest.fixture(scope="module")
def run(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The whole run, once."""
    folder = tmp_path_factory.mktemp("run")
    closed = CLOSED if can_close() else ()
    command = [*closed, sys.executable, "-m", "tests.promises.whole_run", str(folder)]
    ended = subprocess.run(command, cwd=PROJECT_ROOT, capture_output=True, text=True, timeout=RUN_SECONDS)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    watched = [json.loads(line) for line in (folder / "watched").read_text().splitlines()]
    counted = json.loads(ended.stdout)["without a way out"] if closed else None
    return Run(watched, counted, folder)


def is_loopback(host: str | None) -> bool:
    if not host or host == "localhost":
        return True
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def test_every_part_of_the_run_was_watched_to_its_end(run: Run) -> None:
    ended = [" ".join(arguments) for arguments in run.told("ended")]
    for part in (
        "train",
        "broken_in.py run",
        "data validate",
        "test core",
        "run actions",
        "shell --port",
        "shell nlu",
        "coach/serve.py",
    ):
        assert sum(part in command for command in ended) == 1, part
    assert "127.0.0.1" in run.told("socket.bind")


def test_nobody_but_this_machine_is_addressed(run: Run) -> None:
    for what in ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"):
        assert {host for host in run.told(what) if not is_loopback(host)} == set(), what
    for what in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        assert {name for name in run.told(what) if not is_loopback(name)} == set(), what


def test_no_other_program_is_started_that_could(run: Run) -> None:
    assert set(run.told("subprocess.Popen")) <= LOCAL_PROGRAMS
    assert [*run.told("os.system"), *run.told("os.exec"), *run.told("os.posix_spawn")] == []


@pytest.mark.skipif(not can_close(), reason="this system has no network namespaces for us")
def test_it_works_without_a_way_out_and_nothing_looked_for_one(run: Run) -> None:
    assert run.no_way_out == 0


def test_crash_reports_and_telemetry_never_begin(run: Run) -> None:
    assert run.told("sentry") == [False] * len(run.told("ended"))
    assert run.told("telemetry") == [False] * len(run.told("ended"))
    assert [path for path in run.folder.rglob("*") if "rasa" in path.parts and path.name == "global.yml"] == []


def test_the_watch_sees_who_calls_out(tmp_path: Path) -> None:
    from tests.promises.whole_run import watched

    calls = (
        "import socket, contextlib, sentry_sdk\n"
        "sentry_sdk.init('http://key@sentry.invalid/1', default_integrations=False)\n"
        "with contextlib.suppress(OSError): socket.create_connection(('192.0.2.1', 9), 0.1)\n"
        "with contextlib.suppress(OSError): socket.getaddrinfo('example.invalid', 443)\n"
    )
    subprocess.run([sys.executable, "-c", calls], env=watched(tmp_path), check=True)
    run = Run([json.loads(line) for line in (tmp_path / "watched").read_text().splitlines()], None, tmp_path)
    assert "192.0.2.1" in run.told("socket.connect")
    assert "example.invalid" in run.told("socket.getaddrinfo")
    assert run.told("sentry") == [True]


def test_make_starts_rasa_in_no_other_way() -> None:
    """Rasa's own `rasa` starts crash reports; scripts/rasa.py is what takes them out."""
    places = [PROJECT_ROOT / "Makefile", *(PROJECT_ROOT / "scripts").glob("*"), *(PROJECT_ROOT / ".ci").glob("*")]
    places += [*(PROJECT_ROOT / "bot").rglob("*.py"), *(PROJECT_ROOT / "bench").glob("*.py")]
    started = re.compile(
        r"(bin/|-m |python -m |subprocess.*[\"'])rasa[\s\"']|rasa\.__main__ import|rasa import __main__"
    )
    found = {str(path.relative_to(PROJECT_ROOT)) for path in places if path.is_file() and started.search(read(path))}
    assert found == {"scripts/rasa.py"}


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


# The page


def routes() -> Iterator[tuple[str, str]]:
    for method in ("GET", "HEAD", "POST", "DELETE", "OPTIONS"):
        for path in (
            "/",
            "/api/chat",
            "/api/forget",
            "/api/export",
            "/api/summary.pdf",
            "/api/health",
            "/bestaat-niet",
            "/static/",
            "/static",
            "/widget.js",
            "/huisstijl.css",
            "/toegankelijkheid",
        ):
            yield method, path
    for file in STATIC.iterdir():
        yield "GET", f"/static/{file.name}"
    yield "GET", "/static/../app.py"


def test_every_answer_tells_the_browser_to_take_nothing_from_elsewhere_and_nothing_inline(api: httpx.Client) -> None:
    for method, path in routes():
        answer = api.request(method, path)
        told = answer.headers.get_list("Content-Security-Policy")
        assert len(told) == 1, (method, path)
        directives = [part.strip().partition(" ") for part in told[0].split(";")]
        assert {name: value for name, _, value in directives} == POLICY, (method, path)


def test_no_file_of_the_page_names_another_server() -> None:
    """What index.html takes along is looked at below; a link in it is followed by nobody but the person."""
    files = list(STATIC.iterdir())
    assert {path.suffix for path in files} >= {".css", ".js"}
    for path in files:
        found = {address for address in ELSEWHERE.findall(without_comments(path)) if address != SVG_NAME}
        assert found == set(), path.name


def without_comments(path: Path) -> str:
    """Return the file without what is written for developers; a `//` in a string is still seen."""
    text = re.sub(r"/\*.*?\*/|<!--.*?-->", "", read(path), flags=re.DOTALL)
    return re.sub(r"(^|\s)//\s.*$", "", text, flags=re.MULTILINE) if path.suffix == ".js" else text


class Inline(HTMLParser):
    """Collects code and style that stand in the page itself, and the addresses of what it takes along."""

    def __init__(self) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.addresses: list[str] = []
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within = tag
        if tag in ("style", "base", "iframe", "object", "embed"):
            self.inline.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name == "style" or (value or "").strip().lower().startswith("javascript:"):
                self.inline.append(f"{tag} {name}")
            if name in ("src", "srcset", "action", "formaction") or (name == "href" and tag != "a"):
                self.addresses.append(value or "")

    def handle_data(self, data: str) -> None:
        if self._within == "script" and data.strip():
            self.inline.append("script")

    def handle_endtag(self, tag: str) -> None:
        self._within = ""


def test_the_page_has_no_inline_code_and_its_files_are_its_own(api: httpx.Client) -> None:
    page = Inline()
    page.feed(api.get("/").text)
    assert page.inline == []
    assert any(address.endswith(".js") for address in page.addresses)
    for address in page.addresses:
        assert address.startswith(("/static/", "/huisstijl.css", "data:image/")), address


def test_the_page_writes_no_markup_of_its_own_making() -> None:
    dangerous = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|sendBeacon")
    for path in STATIC.glob("*.js"):
        assert not dangerous.search(read(path)), path.name


def test_a_browser_asks_nothing_of_others_and_would_not_if_told(chromium: str, address: str, tmp_path: Path) -> None:
    with window(chromium, tmp_path / "profiel") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        open_page(page, address)
        for step in ("kort", "zingeving", "mijn vak", "7", "laat mijn spinnenweb zien", "ik wil niet meer leven"):
            do(page, step)
        assert {url for url in asked if not url.startswith((f"{address}/", "data:"))} == set()
        assert page.evaluate(INJECTED) == {"inline": False, "fetched": "TypeError", "image": "error", "form": False}


INJECTED = """async () => {
  const code = document.createElement("script");
  code.textContent = "window.injected = true";
  document.body.append(code);
  const image = new Image();
  const shown = new Promise((told) => { image.onload = () => told("load"); image.onerror = () => told("error"); });
  image.src = "http://192.0.2.1/teller.png";
  const fetched = await fetch("http://192.0.2.1/").then(() => "ok", (error) => error.name);
  const button = document.createElement("button");
  button.setAttribute("onclick", "window.injected = true");
  document.body.append(button);
  button.click();
  return {inline: window.injected === true, fetched, image: await shown, form: Boolean(window.injected)};
}"""
