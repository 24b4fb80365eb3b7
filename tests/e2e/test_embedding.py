"""The bot on an intranet, in a real browser: it works there, and what happens in the frame stays in the frame.

What `page.evaluate` runs is what a script of the intranet could run. The intranet stands at another port than the bot:
another origin of the same site, as intranet.huis.nl and gesprek.huis.nl are. By the name localhost it is another site
altogether, as a SharePoint is; these windows keep nothing, and then Chromium gives such a frame no storage at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import Error as PlaywrightError

from tests.e2e.conftest import PATIENCE_MS, Watch, in_a_thread
from tests.e2e.fake_server import FakeServer, application
from tests.e2e.intranet import (
    KNOWN,
    NAME,
    READS,
    SPY,
    STRICT,
    Intranet,
    at_rest,
    frame,
    launcher,
    line,
    looks,
    open_panel,
    panel,
    say,
    taken_there,
)
from tests.promises.canary import Canary
from tests.serving import SITE
from tests.waiting import wait_for

TARGET_PX = 44
AXE = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe comes with the development packages").Axe


@pytest.fixture(scope="module")
def places() -> Iterator[tuple[Intranet, str, str, FakeServer, str]]:
    """The intranet, its address, that of one not in the list, the server of the bot, and its address."""
    intranet, fake = Intranet(), FakeServer()
    with in_a_thread(intranet.application()) as listed, in_a_thread(intranet.application()) as stranger:
        origins = (listed, elsewhere(listed))
        with in_a_thread(application(fake, replace(SITE, embed_origins=origins))) as bot:
            yield intranet, listed, stranger, fake, bot


def elsewhere(address: str) -> str:
    """Return the same intranet as another site."""
    return address.replace("127.0.0.1", "localhost")


@pytest.fixture
def intranet(places: Any) -> Intranet:
    places[0].reset(places[4])
    places[3].reset()
    return places[0]  # type: ignore[no-any-return]


@pytest.fixture
def address(places: Any) -> str:
    return places[1]  # type: ignore[no-any-return]


@pytest.fixture
def stranger(places: Any) -> str:
    return places[2]  # type: ignore[no-any-return]


@pytest.fixture
def fake(places: Any) -> FakeServer:
    return places[3]  # type: ignore[no-any-return]


@pytest.fixture
def context(browser: Browser, intranet: Intranet) -> Iterator[BrowserContext]:
    opened = browser.new_context(locale="nl-NL", viewport={"width": 1100, "height": 800})
    opened.set_default_timeout(PATIENCE_MS)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, intranet: Intranet, address: str) -> Iterator[Page]:
    """A tab, not yet anywhere; afterwards it must have asked nobody but the two, and have complained about nothing."""
    tab = context.new_page()
    watch = Watch(tab)
    yield tab
    known = (address, elsewhere(address), intranet.bot, "data:", "blob:")
    assert [asked for asked in watch.addresses if not asked.startswith(known)] == []
    assert watch.complaints == []


# --- The one line ------------------------------------------------------------------------------------------------


def test_the_line_adds_a_button_and_leaves_the_page_as_it_was(page: Page, address: str, intranet: Intranet) -> None:
    intranet.lines = ""
    page.goto(address)
    names = set(page.evaluate("Object.getOwnPropertyNames(window)"))
    intranet.lines = line()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    expect(launcher(page)).to_be_visible()
    expect(launcher(page)).to_have_attribute("aria-expanded", "false")
    assert set(page.evaluate("Object.getOwnPropertyNames(window)")) - names == set()
    assert [url for url in asked if url.startswith(intranet.bot)] == [f"{intranet.bot}/widget.js"]
    open_panel(page)
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    assert page.evaluate("indexedDB.databases()") == []
    assert page.context.cookies() == []


def test_a_conversation_goes_on_when_the_panel_was_closed(page: Page, address: str, fake: FakeServer) -> None:
    page.goto(address)
    inside = open_panel(page)
    expect(launcher(page)).to_have_attribute("aria-expanded", "true")
    inside.get_by_role("button", name="Rustig, in zes stappen", exact=True).click()
    expect(inside.get_by_text("Wat gaat daar goed?")).to_be_visible()
    panel(page).get_by_role("button", name="Sluiten").click()
    expect(panel(page)).to_be_hidden()
    expect(launcher(page)).to_be_focused()
    launcher(page).click()
    expect(inside.get_by_text("Wat gaat daar goed?")).to_be_visible()
    assert len(fake.turns()) == 1


def test_it_may_stand_there_twice(page: Page, address: str, intranet: Intranet) -> None:
    intranet.lines = line() + line('data-titel="Nog eens"')
    page.goto(address)
    expect(page.locator("het-andere-gesprek")).to_have_count(1)
    expect(launcher(page)).to_be_visible()


def test_it_works_without_a_policy_and_from_within_the_body(page: Page, address: str, intranet: Intranet) -> None:
    intranet.policy, intranet.lines = "", line().replace(" defer", "")  # in the head, before there is a body
    page.goto(address)
    open_panel(page)


def test_the_attributes(page: Page, address: str, intranet: Intranet) -> None:
    intranet.lines = line(
        'data-titel="Even stilstaan" data-kleur="#ffdd00" data-plek="links" data-route="kort" data-open'
    )
    page.goto(address)
    expect(panel(page)).to_be_visible()
    expect(panel(page)).to_have_accessible_name("Even stilstaan")
    assert page.evaluate("document.activeElement === document.body")  # whoever only opened the page is left in peace
    assert "/?ingebed&route=kort" in str(page.locator("het-andere-gesprek iframe").get_attribute("src"))
    button = launcher(page, "Even stilstaan")
    box = button.bounding_box()
    assert box
    assert box["x"] < 100
    assert button.evaluate("n => getComputedStyle(n).color") == "rgb(0, 0, 0)"
    assert button.evaluate("n => getComputedStyle(n).backgroundColor") == "rgb(255, 221, 0)"


def test_what_is_wrong_in_the_line_is_told_and_passed_over(
    context: BrowserContext, address: str, intranet: Intranet
) -> None:
    intranet.lines = line('data-kleur="geel" data-plek="boven" data-route="plan&text=hoi"')
    page = context.new_page()
    watch = Watch(page)
    page.goto(address)
    inside = open_panel(page)
    expect(inside.get_by_text("Hoe wil je beginnen?")).to_be_visible()
    assert str(page.locator("het-andere-gesprek iframe").get_attribute("src")).endswith("/?ingebed")
    told = sorted(re.findall(r"data-\w+", " ".join(watch.complaints)))
    assert told == ["data-kleur", "data-plek", "data-route"]


# --- The page around reads nothing -------------------------------------------------------------------------------


def test_the_page_around_sees_that_it_opens_and_nothing_else(page: Page, address: str) -> None:
    canary = Canary.new()
    page.goto(address)
    page.evaluate(SPY)
    inside = open_panel(page)
    page.evaluate("seen.length = 0")
    inside.get_by_role("button", name="Rustig, in zes stappen", exact=True).click()
    box = inside.get_by_role("textbox", name="Typ je antwoord")
    box.press_sequentially(canary.plain)
    box.press("Enter")
    expect(inside.get_by_text(canary.plain).first).to_be_visible()
    assert page.evaluate("seen") == []  # no key, no click, no message
    inside.get_by_role("textbox", name="Typ je antwoord").press("Escape")
    expect(panel(page)).to_be_hidden()
    assert [data for kind, data in page.evaluate("seen") if kind == "message"] == [{"het-andere-gesprek": "close"}]
    assert [*canary.scanner.in_bytes(page.evaluate(KNOWN).encode())] == []


@pytest.mark.parametrize("site", ["same", "another"])
def test_the_page_around_cannot_look_into_the_frame(page: Page, address: str, site: str) -> None:
    page.goto(address if site == "same" else elsewhere(address))
    open_panel(page)
    assert looks(page) == dict.fromkeys(READS, "stopped")


def test_the_page_around_cannot_fetch_from_the_bot(context: BrowserContext, address: str, intranet: Intranet) -> None:
    intranet.policy = ""
    page = context.new_page()
    page.goto(address)
    for path in ("/", "/api/chat", "/api/export", "/static/page.js", "/huisstijl.css"):
        for mode in ("cors", "no-cors"):
            fetched = page.evaluate(
                "([url, mode]) => fetch(url, {mode, credentials: 'include'}).then(a => a.text()).catch(e => e.name)",
                [intranet.bot + path, mode],
            )
            assert fetched in ("TypeError", ""), (path, mode)


# --- The page around steers nothing ------------------------------------------------------------------------------


def test_the_page_around_cannot_act_in_the_frame(page: Page, address: str, fake: FakeServer) -> None:
    page.goto(address)
    inside = open_panel(page)
    before = len(fake.received)
    page.evaluate("""() => {
        const frame = document.querySelector('het-andere-gesprek').shadowRoot.querySelector('iframe');
        const words = ["hello", "close", "ready", "send", "stop"].map(word => ({"het-andere-gesprek": word}));
        const others = ["wis alles", {text: "wis alles"}, {choice: "0:Rustig"}, {message: {text: "stop"}}, null, 7, [1],
            {"het-andere-gesprek": {text: "stop"}}, {type: "say", text: "stop"}];
        for (const data of [...words, ...others]) frame.contentWindow.postMessage(data, "*");
        for (const kind of ["keydown", "keypress", "keyup", "click", "pointerdown", "input", "submit"]) {
            const made = kind.startsWith("key") ? new KeyboardEvent(kind, {key: "Enter", bubbles: true}) :
                new MouseEvent(kind, {bubbles: true, clientX: 100, clientY: 100});
            frame.dispatchEvent(made);
            document.dispatchEvent(made);
        }
        frame.focus();
        document.execCommand("insertText", false, "stop");
    }""")
    page.wait_for_timeout(300)
    assert len(fake.received) == before
    expect(inside.get_by_text("Hoe wil je beginnen?")).to_be_visible()
    expect(inside.get_by_role("textbox", name="Typ je antwoord")).to_have_value("")
    expect(panel(page)).to_be_visible()


TRICKS = (
    "text=stop",
    "message=wis+alles",
    "route=%3Cscript%3E",
    "route=wis+alles",
    "capsule=nep.e30",
    "choice=0%3ARustig",
    "route=kort%26text%3Dstop#text=stop",
)


def test_an_answer_takes_nobody_from_the_page_around(page: Page, address: str, fake: FakeServer) -> None:
    page.goto(address)
    page.evaluate("document.body.prepend(Object.assign(document.createElement('input'), {id: 'zoek'}))")
    inside = open_panel(page)
    held = fake.hold()
    say(inside, "rustig")
    page.locator("#zoek").click()
    held.release()
    expect(inside.get_by_text("Wat gaat daar goed?")).to_be_visible()
    page.keyboard.type("kantine")
    expect(page.locator("#zoek")).to_have_value("kantine")


def test_an_address_cannot_say_anything_for_somebody(page: Page, address: str, fake: FakeServer) -> None:
    page.goto(address)
    inside = open_panel(page)
    inside.get_by_role("button", name="Rustig, in zes stappen", exact=True).click()
    expect(inside.get_by_text("Wat gaat daar goed?")).to_be_visible()
    before = fake.turns()
    for trick in TRICKS:
        with page.expect_response("**/api/chat"):
            page.evaluate(
                "trick => { const frame = document.querySelector('het-andere-gesprek').shadowRoot"
                ".querySelector('iframe'); frame.src = frame.src.split('?')[0] + '?ingebed&' + trick }",
                trick,
            )
        expect(inside.get_by_text("Wat gaat daar goed?").first).to_be_visible()
        assert fake.turns() == before, trick


def test_words_in_the_name_of_the_frame_are_not_believed(page: Page, address: str) -> None:
    page.goto(address)
    open_panel(page)
    page.evaluate("window.postMessage({'het-andere-gesprek': 'close'}, '*')")
    other = page.evaluate_handle("document.body.appendChild(document.createElement('iframe'))")
    other.evaluate("frame => frame.contentWindow.parent.postMessage({'het-andere-gesprek': 'close'}, '*')")
    page.wait_for_timeout(200)
    expect(panel(page)).to_be_visible()


def test_the_bot_does_not_hear_which_page_it_stands_on(page: Page, address: str) -> None:
    page.goto(address)
    with page.expect_request("**/?ingebed*") as asked:
        launcher(page).click()
    expect(frame(page).get_by_text("Hoe wil je beginnen?")).to_be_visible()
    assert "referer" not in asked.value.all_headers()


# --- Who may embed -----------------------------------------------------------------------------------------------


def test_a_page_that_may_not_embed_gets_a_sentence(context: BrowserContext, stranger: str, fake: FakeServer) -> None:
    page = context.new_page()
    page.goto(stranger)
    launcher(page).click()
    expect(panel(page)).to_contain_text(
        f"mag nog niet op deze pagina staan. Wie de chatbot beheert, kan {stranger} toevoegen"
    )
    alone = panel(page).get_by_role("link", name="Open het in een eigen tabblad")
    expect(alone).to_have_attribute("rel", "noopener noreferrer")
    expect(panel(page).locator("iframe")).to_have_count(0)
    with context.expect_page() as opened:
        alone.click()
    expect(opened.value.get_by_text("Hoe wil je beginnen?")).to_be_visible()


def test_the_browser_keeps_the_bot_out_of_a_page_that_may_not_embed(
    context: BrowserContext, stranger: str, intranet: Intranet, fake: FakeServer
) -> None:
    intranet.lines, intranet.policy = "", ""
    page = context.new_page()
    page.goto(stranger)
    with page.expect_console_message(lambda complaint: "frame-ancestors" in complaint.text):
        page.evaluate(
            "url => document.body.append(Object.assign(document.createElement('iframe'), {src: url}))", intranet.bot
        )
    expect(page.locator("iframe")).to_have_count(1)
    page.wait_for_timeout(500)
    assert fake.received == []


def test_a_bot_that_does_not_answer_is_told(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    page.route("**/?ingebed*", lambda route: route.abort())
    launcher(page).click()
    expect(panel(page)).to_contain_text("Het gesprek is nu niet te bereiken.")
    expect(panel(page).get_by_role("link", name="Open het in een eigen tabblad")).to_be_visible()
    page.keyboard.press("Escape")
    expect(launcher(page)).to_be_focused()


def test_where_the_browser_keeps_nothing_for_frames_the_conversation_goes_on(page: Page, address: str) -> None:
    page.goto(elsewhere(address))
    inside = open_panel(page)
    with pytest.raises(PlaywrightError, match="Access is denied"):
        page.frames[1].evaluate("sessionStorage.length")
    expect(inside.get_by_text("Sluit of herlaad je het, dan is het weg").first).to_be_visible()
    inside.get_by_role("button", name="Rustig, in zes stappen", exact=True).click()
    expect(inside.get_by_text("Wat gaat daar goed?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    launcher(page).click()
    expect(inside.get_by_text("Wat gaat daar goed?")).to_be_visible()


def test_the_frame_may_do_what_the_page_needs_and_no_more(
    context: BrowserContext, address: str, fake: FakeServer
) -> None:
    page = context.new_page()
    page.goto(address)
    inside = open_panel(page)
    menu = inside.get_by_role("button", name="Menu", exact=True)
    menu.click()
    with page.expect_download() as download:
        inside.get_by_role("button", name="Mijn gegevens downloaden").click()
    assert download.value.suggested_filename.endswith(".json")
    expect(inside.get_by_role("link", name="Toegankelijkheid")).to_be_hidden()
    menu.click()
    with context.expect_page() as opened:
        inside.get_by_role("link", name="Toegankelijkheid").click()
    expect(opened.value.get_by_role("heading", name="Toegankelijkheid", level=1)).to_be_visible()
    opened.value.get_by_role("link", name="Terug naar").click()
    expect(opened.value.get_by_text("Hoe wil je beginnen?")).to_be_visible()  # a whole page, free of the sandbox
    given = page.locator("het-andere-gesprek iframe").evaluate("frame => [frame.sandbox.value, frame.allow]")
    assert "allow-top-navigation" not in given[0]
    assert given[1] == ""


def test_a_route_in_the_line_is_where_somebody_begins(
    page: Page, address: str, intranet: Intranet, fake: FakeServer
) -> None:
    intranet.lines = line('data-route="rustig"')
    page.goto(address)
    launcher(page).click()
    expect(frame(page).get_by_text("Wat gaat daar goed?")).to_be_visible()
    assert [turn["choice"].split(":")[1] for turn in fake.turns()] == ["Rustig, in zes stappen"]


# --- For everybody -----------------------------------------------------------------------------------------------


def test_with_the_keyboard_alone(page: Page, address: str, fake: FakeServer) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(launcher(page)).to_be_focused()
    page.keyboard.press("Enter")
    inside = frame(page)
    expect(inside.get_by_text("Hoe wil je beginnen?")).to_be_visible()
    taken_there(page)
    for _ in range(30):
        page.keyboard.press("Tab")
        if inside.get_by_role("textbox", name="Typ je antwoord").evaluate("n => n === document.activeElement"):
            break
    page.keyboard.type("rustig")
    page.keyboard.press("Enter")
    expect(inside.get_by_text("Wat gaat daar goed?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(launcher(page)).to_be_focused()
    page.keyboard.press("Space")
    expect(panel(page)).to_be_visible()
    assert fake.turns() == [{"text": "rustig"}]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1100, 320])
def test_axe_finds_nothing_on_the_page_around(
    browser: Browser, intranet: Intranet, address: str, scheme: Any, width: int
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 640}, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    expect(launcher(page)).to_be_visible()
    assert AXE().run(page).violations_count == 0
    open_panel(page)
    at_rest(page)
    found = AXE().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()


@pytest.mark.parametrize(("width", "height"), [(1100, 800), (320, 560), (844, 390)])
def test_targets_are_large_and_in_sight(page: Page, address: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    expect(launcher(page)).to_be_in_viewport(ratio=1)
    box = launcher(page).bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= TARGET_PX
    open_panel(page)
    at_rest(page)
    close = panel(page).get_by_role("button", name="Sluiten")
    expect(close).to_be_in_viewport(ratio=1)
    box = close.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= TARGET_PX
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_small_screen_it_takes_the_whole_of_it(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(address)
    inside = open_panel(page)
    assert panel(page).bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 640}
    modal = "document.querySelector('het-andere-gesprek').shadowRoot.querySelector('dialog').matches(':modal')"
    assert page.evaluate(modal)
    page.set_viewport_size({"width": 1100, "height": 800})  # turned, or moved to another screen
    expect(launcher(page)).to_be_in_viewport(ratio=1)
    expect(inside.get_by_text("Hoe wil je beginnen?")).to_be_visible()
    wait_for(lambda: not page.evaluate(modal), "the panel stands beside the page")  # told of its new size in a frame
    page.set_viewport_size({"width": 360, "height": 640})
    wait_for(lambda: page.evaluate(modal), "the panel takes the whole screen")
    inside.get_by_role("textbox", name="Typ je antwoord").press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(launcher(page)).to_be_focused()


def test_on_a_small_screen_it_opens_when_asked_only(page: Page, address: str, intranet: Intranet) -> None:
    intranet.lines = line("data-open")
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(address)
    expect(launcher(page)).to_be_visible()
    expect(panel(page)).to_be_hidden()


ROUGH = """
    html { font-size: 62.5% }
    body { transform: scale(.5); opacity: .2; overflow: hidden; filter: blur(3px) }
    * { display: none !important; position: static !important; width: 10px !important; font-size: 3px !important;
        color: red !important; visibility: hidden !important; pointer-events: none !important;
        direction: rtl !important; z-index: -1 !important; border-radius: 0 !important; animation: none !important }
    html, body { display: block !important; visibility: visible !important }
    het-andere-gesprek { zoom: .3 !important }
    button, iframe, dialog { transform: rotate(90deg) !important; opacity: 0 !important }
    [popover] { inset: auto !important; translate: -500px !important; opacity: 0 !important }
    @layer last { het-andere-gesprek { display: none !important } }
"""


def test_a_page_that_restyles_everything_does_not_reach_it(page: Page, address: str, intranet: Intranet) -> None:
    page.goto(address)
    expect(launcher(page)).to_be_visible()
    drawn = (
        "n => { const s = getComputedStyle(n); return [s.fontSize, s.color, s.borderRadius, s.direction, s.opacity] }"
    )
    plain = (launcher(page).bounding_box(), launcher(page).evaluate(drawn))
    intranet.style = ROUGH
    page.goto(address)
    expect(launcher(page)).to_be_visible()
    assert (launcher(page).bounding_box(), launcher(page).evaluate(drawn)) == plain
    open_panel(page)
    say(frame(page), "rustig")
    expect(frame(page).get_by_text("Wat gaat daar goed?")).to_be_visible()


def test_less_motion_forced_colours_and_paper(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce", forced_colors="active")
    page.goto(address)
    open_panel(page)
    assert panel(page).evaluate("n => n.getAnimations().length") == 0
    assert launcher(page).evaluate("n => getComputedStyle(n).borderTopStyle") == "solid"
    page.emulate_media(media="print")
    expect(launcher(page)).to_be_hidden()
    expect(panel(page)).to_be_hidden()


def test_the_strict_policy_is_the_one_in_the_guide(places: Any) -> None:
    assert STRICT.startswith("default-src 'none'; script-src {bot}; frame-src {bot};")
    assert SITE.bot == NAME
