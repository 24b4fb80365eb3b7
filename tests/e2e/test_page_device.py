"""Keeping a conversation on the device, with and without a PIN, in a file, and where nothing can be kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.fake_server import FakeServer
from tests.e2e.steps import GOED, box, bubbles, button, choose_menu, expect_question, go_to_score, say, stored, words

KEPT = "Je gesprek staat nu op dit apparaat."
PIN, WORDS = "4711", "vier losse woorden hier"
# Everything IndexedDB holds, as a browser's own tools would show it: values as text, byte by byte where it is bytes.
LOOK = """async () => {
  const names = (await indexedDB.databases()).map(({name}) => name);
  if (!names.length) return {names, rows: {}, extractable: null};
  const database = await new Promise((ok) => { indexedDB.open(names[0]).onsuccess = (e) => ok(e.target.result) });
  const store = database.transaction('bewaard').objectStore('bewaard');
  const get = (request) => new Promise((ok) => { request.onsuccess = () => ok(request.result) });
  const keys = await get(store.getAllKeys()), values = await get(store.getAll());
  database.close();
  const text = (v) => v instanceof ArrayBuffer ? new TextDecoder('latin1').decode(v) : v instanceof Uint8Array ? 'bytes'
    : v instanceof CryptoKey ? 'key' : typeof v === 'object' ? Object.values(v).map(text).join() : String(v);
  const key = values.map((v) => v?.key).find((v) => v instanceof CryptoKey);
  const rows = Object.fromEntries(keys.map((k, i) => [k, text(values[i])]));
  return {names, rows, extractable: key?.extractable ?? null};
}"""


def keep(page: Page, pin: str = "") -> None:
    choose_menu(page, "Bewaren of meenemen")
    page.get_by_text("Bewaren op dit apparaat").click()
    page.get_by_label("Pincode of woord").fill(pin)
    button(page, "Bewaar op dit apparaat").click()
    expect(page.get_by_text(KEPT)).to_be_visible()
    button(page, "Sluiten").click()


def another_tab(context: BrowserContext, page_url: str) -> Page:
    opened = context.new_page()
    opened.goto(page_url)
    return opened


def test_nothing_is_on_the_device_unless_asked(page: Page) -> None:
    go_to_score(page)
    page.reload()
    expect(button(page, "7")).to_be_visible()
    assert page.evaluate(LOOK)["names"] == []
    expect(page.locator("footer")).to_contain_text("in dit tabblad tot je het sluit")


def test_what_is_kept_is_sealed_and_opens_in_another_tab(page: Page, context: BrowserContext, page_url: str) -> None:
    go_to_score(page)
    box(page).fill("een half getypt")
    keep(page)
    held = page.evaluate(LOOK)
    assert set(held["rows"]) == {"slot", "gesprek", "kladje"}
    assert held["extractable"] is False
    assert not any("lunch" in row or "getypt" in row or "nep." in row for row in held["rows"].values())
    assert stored(page) == {}
    expect(page.locator("footer")).to_contain_text("versleuteld op dit apparaat")
    page.close()
    later = another_tab(context, page_url)
    expect(button(later, "7")).to_be_visible()
    assert GOED in words(later)
    expect(box(later)).to_have_value("een half getypt")
    button(later, "7").click()
    expect_question(later, 3)
    later.reload()
    expect_question(later, 3)


def test_with_a_pin_nothing_shows_before_it(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    keep(page, PIN)
    assert page.evaluate(LOOK)["extractable"] is None  # the key lies there wrapped
    page.reload()
    expect(page.get_by_label("Je pincode")).to_be_focused()
    assert words(page) == []
    expect(box(page)).to_be_hidden()
    for wrong in ("1234", "4712", ""):
        page.get_by_label("Je pincode").fill(wrong)
        page.keyboard.press("Enter")
        expect(page.get_by_text("Deze pincode past niet. Probeer het gerust nog eens.")).to_be_visible()
    button(page, "Hulp nu").click()
    expect(page.get_by_role("region", name="Hulp nu")).to_be_visible()
    page.get_by_label("Je pincode").fill(PIN)
    button(page, "Open mijn gesprek").click()
    expect(button(page, "7")).to_be_visible()
    assert GOED in words(page)


def test_whoever_lost_the_pin_can_delete_and_begin_anew(page: Page) -> None:
    go_to_score(page)
    keep(page, PIN)
    page.reload()
    button(page, "Wis het en begin opnieuw").click()
    expect(page.get_by_text("Nog een keer drukken wist het gesprek")).to_be_visible()
    button(page, "Wis het en begin opnieuw").click()
    expect_question(page, 0)
    assert page.evaluate(LOOK)["names"] == []


def test_deleting_without_the_pin_takes_two_thoughts(page: Page) -> None:
    go_to_score(page)
    keep(page, PIN)
    page.reload()
    wipe = button(page, "Wis het en begin opnieuw")
    wipe.dblclick()
    expect(page.get_by_text("Nog een keer drukken wist het gesprek")).to_be_visible()
    page.get_by_label("Je pincode").fill("1234")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Deze pincode past niet.")).to_be_visible()
    wipe.click()  # asked anew, since something else was tried in between
    expect(page.get_by_text("Nog een keer drukken wist het gesprek")).to_be_visible()
    page.get_by_label("Je pincode").fill(PIN)
    page.keyboard.press("Enter")
    expect(button(page, "7")).to_be_visible()
    expect(box(page)).to_be_focused()


def test_the_last_conversation_that_is_kept_is_the_one_that_opens(
    page: Page, context: BrowserContext, page_url: str
) -> None:
    go_to_score(page)
    keep(page)
    other = context.new_page()
    other.add_init_script("sessionStorage.gesprek ??= JSON.stringify({said: []})")  # a tab with one of its own
    other.goto(page_url)
    expect_question(other, 0)
    keep(other)
    expect(page.get_by_text("Op dit apparaat staat nu een ander gesprek.")).to_be_visible()
    expect(page.locator("footer")).to_contain_text("in dit tabblad tot je het sluit")
    button(page, "7").click()  # it goes on, and writes nothing over the other
    expect_question(page, 3)
    page.reload()
    expect_question(page, 3)
    other.close()
    later = another_tab(context, page_url)
    expect_question(later, 0)
    assert later.evaluate("document.getElementById('stays').textContent").startswith(
        "Wat hier staat, blijft versleuteld"
    )


def test_what_is_kept_and_damaged_is_no_reason_to_stop(page: Page) -> None:
    go_to_score(page)
    keep(page)
    page.evaluate(
        "new Promise((ok) => { indexedDB.open('het-andere-gesprek').onsuccess = ({target: {result}}) => {"
        " const change = result.transaction('bewaard', 'readwrite');"
        " change.objectStore('bewaard').put({iv: new Uint8Array(12), data: new ArrayBuffer(40)}, 'gesprek');"
        " change.oncomplete = () => { result.close(); ok() } } })"
    )
    page.reload()
    expect_question(page, 0)


def test_a_short_pin_is_refused_with_what_to_do(page: Page) -> None:
    go_to_score(page)
    choose_menu(page, "Bewaren of meenemen")
    page.get_by_text("Bewaren op dit apparaat").click()
    page.get_by_label("Pincode of woord").fill("123")
    button(page, "Bewaar op dit apparaat").click()
    expect(page.get_by_text("Neem een pincode van minstens 4 tekens")).to_be_visible()
    assert page.evaluate(LOOK)["names"] == []


def test_wis_alles_clears_device_key_and_server(page: Page, fake: FakeServer) -> None:
    go_to_score(page)
    keep(page)
    choose_menu(page, "Wis alles")
    button(page, "Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist.")).to_be_visible()
    assert page.evaluate(LOOK)["names"] == []
    assert fake.received[-1][0] == "/api/forget"
    button(page, "Begin een nieuw gesprek").click()
    expect_question(page, 0)
    assert page.evaluate(LOOK)["names"] == []  # for this tab only again


def test_it_warns_before_another_kept_conversation_is_replaced(page: Page) -> None:
    go_to_score(page)
    keep(page, PIN)
    page.evaluate("sessionStorage.gesprek = JSON.stringify({said: []})")  # a tab with a conversation of its own
    page.reload()
    expect_question(page, 0)
    choose_menu(page, "Bewaren of meenemen")
    page.get_by_text("Bewaren op dit apparaat").click()
    expect(page.get_by_text("Op dit apparaat staat nog een ander gesprek.")).to_be_visible()


def test_keeping_can_be_undone(page: Page) -> None:
    go_to_score(page)
    keep(page)
    choose_menu(page, "Bewaren of meenemen")
    page.get_by_text("Bewaren op dit apparaat").click()
    button(page, "Bewaar niet meer op dit apparaat").click()
    expect(page.get_by_text("Op dit apparaat is het gewist.")).to_be_visible()
    assert page.evaluate(LOOK)["names"] == []
    page.reload()
    expect(button(page, "7")).to_be_visible()
    assert GOED in words(page)


@pytest.mark.parametrize("transcript", [True, False])
def test_a_sealed_file_goes_along_to_another_device(
    page: Page, browser: Browser, page_url: str, tmp_path: Path, transcript: bool
) -> None:
    go_to_score(page)
    choose_menu(page, "Bewaren of meenemen")
    page.get_by_text("Meenemen in een bestand").click()
    page.locator("#pack-words").fill(WORDS)
    page.get_by_label("Neem ook mee").set_checked(transcript)
    with page.expect_download() as started:
        button(page, "Maak het bestand").click()
    file = tmp_path / started.value.suggested_filename
    started.value.save_as(file)
    assert "lunch" not in file.read_text("utf-8")
    assert "nep." not in file.read_text("utf-8")
    other = browser.new_context(locale="nl-NL").new_page()
    other.goto(page_url)
    expect_question(other, 0)
    choose_menu(other, "Bewaren of meenemen")
    other.get_by_text("Een bestand openen").click()
    other.locator("#unpack-file").set_input_files(file)
    other.locator("#unpack-words").fill("andere woorden")
    button(other, "Open het bestand").click()
    expect(other.get_by_text("Het bestand gaat niet open.")).to_be_visible()
    other.locator("#unpack-words").fill(WORDS)
    button(other, "Open het bestand").click()
    expect_question(other, 2)
    expect(box(other)).to_be_focused()
    assert (GOED in words(other)) is transcript
    button(other, "7").click()
    expect_question(other, 3)
    other.context.close()


def test_where_storage_is_blocked_it_says_so_and_works(page: Page) -> None:
    page.add_init_script(
        "for (const name of ['sessionStorage', 'localStorage', 'indexedDB'])"
        " Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page.reload()
    expect_question(page, 0)
    expect(page.locator("footer")).to_contain_text("blijft alleen in dit venster. Sluit of herlaad je het")
    go_to_score(page)
    button(page, "7").click()
    expect_question(page, 3)
    choose_menu(page, "Bewaren of meenemen")
    expect(page.get_by_role("dialog")).to_contain_text("Deze browser laat op deze plek niets bewaren.")
    button(page, "Sluiten").click()
    say(page, "vaker pauze")
    expect_question(page, 4)
    expect(bubbles(page).first).to_be_attached()
