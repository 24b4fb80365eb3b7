"""What was shared can be seen, taken back, answered, and what became of it is told."""

from __future__ import annotations

import pytest

from bot.conversation import sharing
from tests.conversation.desk import Desk
from tests.conversation.sharing import on_the_way, rich, share_everything
from tests.conversation.talk import Talk, at


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def talk(desk: Desk) -> Talk:
    """Somebody who shared once."""
    return share_everything(rich(desk))


WHAT = ["wat heb ik gedeeld", "Wat heb ik gedeeld?", "met wie heb ik gedeeld", "wat deel ik nu"]


@pytest.mark.parametrize("said", WHAT)
@pytest.mark.parametrize("guess", ["antwoord", "delen_intrekken", "delen_met_coach", "vraag_privacy"])
def test_what_was_shared_is_shown_with_until_and_status(talk: Talk, said: str, guess: str) -> None:
    talk.say(said, guess)
    assert talk.keys[0] == "delen.overzicht"
    assert "Met Marieke de Vries, tot en met 6 december 2026" in talk.text
    assert "Nog niet gelezen" in talk.text
    assert "Intrekken" in talk.titles
    assert talk.key == "maatje"


@pytest.mark.parametrize(
    "said",
    ["heeft ze het al gelezen", "is het al gelezen?", "en heeft Marieke al gekeken", "heeft de coach al iets gezegd"],
)
@pytest.mark.parametrize("guess", ["vraag_privacy", "vraag_coach", "antwoord"])
def test_who_shared_and_asks_if_it_was_read_sees_what_became_of_it(talk: Talk, said: str, guess: str) -> None:
    assert talk.say(said, guess).keys[0] == "delen.overzicht"


@pytest.mark.parametrize(
    "said", ["heeft mijn baas het al gelezen", "heeft iemand dit gezien", "heb je dit gelezen", "kan HR dit lezen"]
)
def test_whether_anybody_else_read_it_is_about_privacy(talk: Talk, said: str) -> None:
    assert talk.say(said, "vraag_privacy").keys[0] == "privacy"


@pytest.mark.parametrize(
    "said", ["trek het delen in", "wat ik gedeeld heb wil ik terug", "haal weg wat ik gedeeld heb"]
)
def test_taking_back_is_one_step(talk: Talk, desk: Desk, said: str) -> None:
    talk.say(said, "delen_intrekken")
    assert talk.keys[0] == "delen.ingetrokken"
    assert [one.status for one in desk.shared("")] == [sharing.WITHDRAWN]
    talk.say("trek het delen in")
    assert talk.keys[0] == "delen.niets_open"


def test_of_several_one_is_asked_which_with_a_button_each(talk: Talk, desk: Desk) -> None:
    share_everything(talk.do("delen_met_coach", "nog eens delen met Bram"))
    talk.say("trek het delen in", "delen_intrekken")
    assert talk.keys[0] == "delen.welke_intrekken"
    buttons = [title for title in talk.titles if title.startswith("Intrekken: ")]
    assert len(buttons) == 2
    talk.press(next(title for title in buttons if "Bram" in title))
    assert sorted(one.status for one in desk.shared("")) == [sharing.WITHDRAWN, sharing.NEW]


@pytest.mark.parametrize(("said", "left"), [("trek alles in wat ik deelde", 0), ("trek het in bij Bram", 1)])
def test_all_of_them_or_one_by_name(talk: Talk, desk: Desk, said: str, left: int) -> None:
    share_everything(talk.do("delen_met_coach", "nog eens delen met Bram"))
    talk.do("delen_intrekken", said)
    assert talk.keys[0] == ("delen.ingetrokken" if left else "delen.ingetrokken.meer")
    assert sum(one.open for one in desk.shared("")) == left


def test_who_shared_nothing_hears_so() -> None:
    talk = at("nu").do("delen_intrekken", "trek het delen in")
    assert talk.keys[0] == "delen.niets_gedeeld"
    assert talk.key == "nu"
    assert at("nu").say("wat heb ik gedeeld").keys[0] == "delen.niets_gedeeld"


def test_an_answer_is_told_once_at_the_next_visit_and_again_on_request(talk: Talk, desk: Desk) -> None:
    desk.answer("deel0", "Dank je. Zullen we bellen?", "dinsdag 10 uur", "vrijdag 9 uur")
    talk.do("hervatten", keuze="weerzien")
    assert "Zullen we bellen?" in talk.text
    assert "- vrijdag 9 uur" in talk.text
    assert talk.asks
    talk.do("hervatten", keuze="weerzien")
    assert "Zullen we bellen?" not in talk.text
    talk.say("heeft de coach al geantwoord?")
    assert "Zullen we bellen?" in talk.text


def test_what_can_be_done_stands_under_the_last_bubble_where_a_page_shows_it(talk: Talk, desk: Desk) -> None:
    def shown() -> list[str]:
        return [button.title for button in talk.said[-1].buttons]

    desk.answer("deel0", "Zullen we bellen?")
    assert "Terugschrijven" in [*talk.do("hervatten", keuze="weerzien").titles]
    assert "Terugschrijven" in shown()
    talk.say("wat heb ik gedeeld")
    assert {"Intrekken", "Terugschrijven"} <= set(shown())
    share_everything(talk.do("delen_met_coach", "nog eens delen met Bram"))
    talk.say("trek het delen in", "delen_intrekken")
    assert "Alles intrekken" in shown()
    talk.do("vraag_coach", "wie zijn de coaches")
    assert "Delen met een coach" in shown()


def test_one_may_write_back_once_after_reading_it_over(talk: Talk, desk: Desk) -> None:
    desk.answer("deel0", "Zullen we bellen?")
    talk.do("hervatten", keuze="weerzien").press("Terugschrijven")
    assert talk.key == "delen.antwoord"
    talk.say("Ja, dinsdag, samen met Bo")
    assert talk.key == "delen.antwoord+"
    assert "Ja, dinsdag, samen met Bo" in talk.text
    assert "over een ander in: Bo" in talk.text
    talk.do("terug").say("Ja, dinsdag").say("hm")
    assert "niets verstuurd" in talk.text
    talk.press("Ja, verstuur dit")
    assert talk.keys[0] == "delen.antwoord.verstuurd"
    assert [one.text for one in desk.shared("")[0].messages] == ["Zullen we bellen?", "Ja, dinsdag"]
    assert talk.key == "maatje"
    talk.do("delen_met_coach", "ik wil terugschrijven")
    assert talk.keys[0] == "delen.antwoord.niet_meer"


@pytest.mark.parametrize("said", ["#Toch niet schrijven", "nee", "stoppen"])
@pytest.mark.parametrize("key", ["delen.antwoord", "delen.antwoord+"])
def test_nothing_is_sent_without_a_yes(desk: Desk, key: str, said: str) -> None:
    talk = on_the_way(desk, key)
    if said.startswith("#"):
        talk.do("ontkennen", said[1:])
    else:
        talk.say(said, "ontkennen")
    assert talk.keys[0] == "delen.niets_verstuurd"
    assert len(desk.shared("")[0].messages) == 1


def test_a_message_that_is_too_long_or_empty_is_asked_again(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.antwoord").say("lang " * 300)
    assert talk.key == "delen.antwoord"
    assert talk.text.startswith("Dat is te lang")
    assert talk.say("...").key == "delen.antwoord"


def test_an_answer_that_can_no_longer_be_sent_is_said_so(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.antwoord+")
    desk.become("deel0", sharing.EXPIRED)
    talk.press("Ja, verstuur dit")
    assert talk.keys[0] == "delen.antwoord.niet_meer"


def test_an_answer_can_be_sent_when_the_database_is_back(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.antwoord+")
    desk.away = True
    talk.press("Ja, verstuur dit")
    desk.away = False
    talk.press("Nog eens proberen").press("Ja, verstuur dit")
    assert len(desk.shared("")[0].messages) == 2


@pytest.mark.parametrize("status", [sharing.EXPIRED, sharing.COACH_GONE, sharing.DELETED, sharing.WITHDRAWN])
def test_what_became_of_it_is_told_once(talk: Talk, desk: Desk, status: str) -> None:
    desk.become("deel0", status)
    talk.do("hervatten", keuze="weerzien")
    assert talk.keys[0] == f"delen.nieuws.{status}"
    talk.do("hervatten", keuze="weerzien")
    assert not any(key.startswith("delen.nieuws") for key in talk.keys)
    talk.say("wat heb ik gedeeld")
    assert "Gewist" in talk.text or "gewist" in talk.text or "Ingetrokken" in talk.text


def test_that_a_coach_read_it_is_no_news(talk: Talk, desk: Desk) -> None:
    desk.become("deel0", sharing.READ)
    talk.do("hervatten", keuze="weerzien")
    assert not any(key.startswith("delen.nieuws") for key in talk.keys)


def test_long_after_its_end_it_is_told_that_it_has_expired(talk: Talk, desk: Desk) -> None:
    desk.shares.clear()
    talk.do("hervatten", keuze="weerzien")
    assert talk.keys[0] == "delen.nieuws.verlopen"
    assert talk.gesprek.gedeeld == {}
    assert talk.do("hervatten", keuze="weerzien").keys[0] == "welkom.terug"


def test_what_is_shared_survives_a_new_beginning_and_can_be_taken_back(talk: Talk, desk: Desk) -> None:
    talk.gesprek.geheim = "ab" * 32
    talk.do("opnieuw").do("bevestigen", "ja")
    assert talk.gesprek.answers == {}
    assert talk.gesprek.geheim == "ab" * 32
    talk.say("trek het delen in")
    assert talk.keys[0] == "delen.ingetrokken"


def test_erasing_everything_deletes_what_was_shared(talk: Talk, desk: Desk) -> None:
    talk.gesprek.geheim = "ab" * 32
    talk.do("verwijder_gegevens").do("bevestigen", "ja")
    assert desk.shares == {}
    assert talk.gesprek.forgotten
    assert (talk.gesprek.geheim, talk.gesprek.gedeeld) == ("", {})


def test_erasing_waits_for_the_database_and_says_so(talk: Talk, desk: Desk) -> None:
    talk.do("verwijder_gegevens")
    desk.away = True
    talk.do("bevestigen", "ja")
    assert talk.text.startswith("Wissen lukt nu even niet")
    assert talk.key == "wissen"
    assert not talk.gesprek.forgotten
    desk.away = False
    assert talk.do("bevestigen", "ja").gesprek.forgotten


@pytest.mark.parametrize("said", ["wat heb ik gedeeld", "trek het delen in", "wie zijn de coaches", "ik wil dit delen"])
def test_what_cannot_be_reached_is_said_and_the_question_comes_back(talk: Talk, desk: Desk, said: str) -> None:
    desk.away = True
    talk.say(said)
    assert talk.keys[0] == "delen.weg"
    assert talk.asks
    talk.do("hervatten", keuze="weerzien")
    assert talk.keys[0] == "welkom.terug"


def test_who_the_coaches_are(desk: Desk) -> None:
    talk = Talk(at("nu").gesprek.as_dict(), sharing=desk).do("vraag_coach", "wie is mijn coach")
    assert "1. Marieke de Vries (MV)" in talk.text
    assert talk.said[0].sheet == {
        "kind": "coaches",
        "items": [
            {
                "number": 1,
                "title": "Marieke de Vries",
                "text": "Denkt mee over werk, rust en energie.",
                "initials": "MV",
            },
            {"number": 2, "title": "Bram Bos", "text": "Helpt bij keuzes rond werk en thuis.", "initials": "BB"},
        ],
    }
    assert "Delen met een coach" in talk.titles
    assert at("nu").do("vraag_coach", "wie is mijn coach").keys[0] == "coach.geen"
    assert on_the_way(desk, "delen.coach").do("vraag_coach", "wie").keys[0] == "coach.wat"
