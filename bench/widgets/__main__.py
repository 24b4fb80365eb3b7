"""`make bench-widgets`: install, measure, and print the table that docs/widgets.md holds."""

from __future__ import annotations

import shutil
import sys
from datetime import datetime

from playwright.sync_api import sync_playwright

from bench.widgets.host import served
from bench.widgets.measure import Measured, measure
from bench.widgets.peers import FOLDER, GONE, PEERS, Peer, install, is_on_npm

HEAD = (
    "| widget | version | gzip | asks elsewhere | axe | answer announced | keyboard alone | strict policy |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def main() -> int:
    """Measure every widget that can be had; the exit code is 1 where there is no browser."""
    browser_path = shutil.which("chromium")
    if browser_path is None:
        sys.stderr.write("no chromium: install the package `chromium` of your distribution\n")
        return 1
    install()
    lines = list(HEAD)
    with served() as (address, host), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        for peer in PEERS:
            lines.append(row(peer, measure(browser, address, host, peer)))
            print(lines[-1], flush=True)
        for name, package in GONE.items():
            told = "on npm again: not measured yet" if is_on_npm(package) else "not on npm"
            lines.append(f"| {name} | {told} |" + " – |" * 6)
        about = f"{datetime.now().astimezone():%Y-%m-%d}, Chromium {browser.version}"
        browser.close()
    table = "\n".join([*lines, "", f"Measured on {about}.", ""])
    (FOLDER / "table.md").write_text(table, encoding="utf-8")
    print(f"\n{table}")
    return 0


def row(peer: Peer, found: Measured) -> str:
    """Write a row of the table."""
    cells = (
        peer.name,
        peer.version,
        f"{found.kilobytes:.1f} kB",
        ", ".join(found.elsewhere) or "nobody",
        ", ".join(found.faults) or "nothing",
        _yes(found.announced),
        _yes(found.keyboard),
        _yes(found.strict),
    )
    return f"| {' | '.join(cells)} |"


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


if __name__ == "__main__":
    sys.exit(main())
