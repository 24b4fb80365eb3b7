"""The widgets that are compared: where they come from, how their documentation puts them on a page, what to press."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from bot.settings import PROJECT_ROOT
from bot.web.house import PAGE, STATIC

FOLDER = PROJECT_ROOT / "results" / "widgets"
PACKAGES = FOLDER / "node_modules"
INSTALL_SECONDS = 300
INSTALL = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--legacy-peer-deps", "--no-package-lock")
OURS = "Het andere gesprek"


@dataclass(frozen=True)
class Peer:
    """A widget.

    Attributes:
        name: what people call it.
        package: name on npm; empty for ours.
        version: the one that is compared, its newest in November 2026.
        files: what a browser fetches, in `package`.
        markup: what its documentation puts in the page; `{bot}` stands for the address of our bot.
        start: its own lines of script, which the page gets as a file, so that a strict policy allows them.
        launcher: what opens it; empty where it is always open.
        box: where one types.
    """

    name: str
    package: str
    version: str
    files: tuple[str, ...]
    markup: str
    start: str
    launcher: str
    box: str


def _script(path: str, kind: str = "") -> str:
    return f'<script src="/packages/{path}" {kind or "defer"}></script><script src="/start.js" defer></script>'


PEERS = (
    Peer(
        OURS,
        package="",
        version="this tree",
        files=(),
        markup='<script src="{bot}/widget.js" defer></script>',
        start="",
        launcher="het-andere-gesprek .launcher",
        box="textarea",
    ),
    Peer(
        "deep-chat",
        package="deep-chat",
        version="2.4.2",
        files=("dist/deepChat.bundle.js",),
        markup='<deep-chat id="peer"></deep-chat>'
        + _script("deep-chat/dist/deepChat.bundle.js", 'type="module"').replace("defer", 'type="module"'),
        start="document.getElementById('peer').connect = {url: '/deep-chat'};",
        launcher="",
        box="deep-chat #text-input",
    ),
    Peer(
        "rasa-webchat",
        package="rasa-webchat",
        version="1.0.1",
        files=("lib/index.js",),
        markup=_script("rasa-webchat/lib/index.js"),
        start="WebChat.default({socketUrl: location.origin, socketPath: '/socket.io/', initPayload: '/hallo',"
        " customData: {}, title: 'Chat'}, null);",
        launcher=".rw-launcher",
        box=".rw-new-message",
    ),
    Peer(
        "chatroom",
        package="@scalableminds/chatroom",
        version="0.12.0",
        files=("dist/Chatroom.js", "dist/Chatroom.css"),
        markup='<link rel="stylesheet" href="/packages/@scalableminds/chatroom/dist/Chatroom.css">'
        '<div class="chat-container"></div>' + _script("@scalableminds/chatroom/dist/Chatroom.js"),
        start="new Chatroom({host: location.origin, title: 'Chat', welcomeMessage: 'Hallo.',"
        " container: document.querySelector('.chat-container')});",
        launcher=".chatroom h3",
        box=".chatroom form input[type=text]",
    ),
)
GONE = {"RasaHQ chat-widget": "@rasahq/chat-widget-ui@latest"}  # as its README names it


def install() -> None:
    """Install the widgets from npm, without running any script of theirs.

    Raises:
        CalledProcessError, TimeoutExpired, OSError: where that can't be done.
    """
    wanted = [f"{peer.package}@{peer.version}" for peer in PEERS if peer.package]
    FOLDER.mkdir(parents=True, exist_ok=True)
    _npm("install", *INSTALL, "--prefix", str(FOLDER), *wanted)


def is_on_npm(package: str) -> bool:
    """Tell whether a package can be had."""
    try:
        _npm("view", package, "version")
    except subprocess.CalledProcessError:
        return False
    return True


def _npm(*arguments: str) -> None:
    subprocess.run(("npm", *arguments), check=True, capture_output=True, timeout=INSTALL_SECONDS)


def files(peer: Peer) -> list[Path]:
    """Return the files a browser fetches to show a widget and have a conversation."""
    if not peer.package:
        built = (STATIC / name for name in ("widget.js", "page.js", "style.css"))
        return [*built, PAGE / "index.html", PAGE / "huisstijl.css"]
    return [PACKAGES / peer.package / file for file in peer.files]
