"""In the colours of an organisation, light and dark, everything can still be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bot.content.colour import LIGHT, standing_out
from tests.e2e.conftest import in_a_thread
from tests.e2e.fake_server import FakeServer, application
from tests.e2e.steps import button
from tests.serving import SITE

AXE = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe comes with the development packages").Axe
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><rect width="80" height="20" fill="#123456"/></svg>'
)
AS_LIGHT_AS_MAY_BE = standing_out("#ffcc00", LIGHT)


@pytest.mark.parametrize("colour", [AS_LIGHT_AS_MAY_BE, "#1a1a1a"])
def test_the_page_in_any_colour(browser: Browser, tmp_path: Path, colour: str) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_bytes(LOGO)
    site = replace(SITE, colour=colour, logo=logo, name="Zorggroep De Linde", bot="Even stilstaan")
    with in_a_thread(application(FakeServer(), site)) as address:
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
            page = context.new_page()
            page.goto(address)
            button(page, "Rustig, in zes stappen").click()
            expect(page.get_by_text("Wat gaat daar goed?")).to_be_visible()
            assert page.get_by_role("img", name="Zorggroep De Linde").evaluate("logo => logo.naturalWidth") > 0
            expect(page.get_by_role("heading", level=1)).to_have_text("Even stilstaan")
            found = AXE().run(page)
            assert found.violations_count == 0, (scheme, found.generate_report())
            page.goto(f"{address}/toegankelijkheid")
            found = AXE().run(page)
            assert found.violations_count == 0, (scheme, found.generate_report())
            context.close()
