"""Sharing feels like handing over a letter one has read oneself; whatever is unclear is a no."""

from __future__ import annotations

import pytest

from bot.conversation import sharing
from bot.conversation.questions import Kind, Stage
from tests.conversation.desk import BRAM, MARIEKE, Desk
from tests.conversation.sharing import STEPS, do, on_the_way, rich, share_everything
from tests.conversation.talk import Talk, at


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_it_is_offered_once_after_the_summary_and_nu_niet_is_fine(desk: Desk) -> None:
    talk = rich(desk)
    assert talk.gesprek.expects == ("delen", Kind.CONFIRM)
    assert talk.open.stage is Stage.DELEN
    assert talk.titles == ["Ja, laat zien hoe", "Nu niet"]
    talk.press("Nu niet")
    assert talk.key == "maatje"
    assert talk.keys[0] == "delen.nu_niet"
    talk.go_on("klaar")
    assert desk.stored == {}


@pytest.mark.parametrize(
    "said", ["nee", "nu niet", "nee laat maar", "weet nie", "misschien later", "overslaan", "liever niet", "mwah nee"]
)
def test_every_way_of_saying_not_now_goes_on(desk: Desk, said: str) -> None:
    talk = rich(desk).say(said, "weet_niet" if said == "weet nie" else "ontkennen")
    assert talk.key == "maatje"
    assert talk.gesprek.delen == {}


def test_nothing_is_offered_where_there_is_no_coach() -> None:
    talk = at("samenvatting").do("antwoord", "klopt")
    assert talk.key == "maatje"
    talk = Talk(at("nu").gesprek.as_dict(), sharing=Desk(people=[])).say("ik wil dit delen")
    assert talk.keys[0] == "delen.geen_coaches"
    assert talk.key == "nu"


def test_nothing_is_offered_while_the_shares_cannot_be_reached(desk: Desk) -> None:
    desk.away = True
    talk = Talk(at("samenvatting").gesprek.as_dict(), sharing=desk).do("antwoord", "klopt")
    assert talk.key == "maatje"


def test_the_whole_way(desk: Desk) -> None:
    talk = rich(desk).say("ja")
    assert talk.key == "delen.coach"
    assert "Marieke de Vries (MV). Denkt mee" in talk.text
    assert "niemands leidinggevende" in talk.text
    talk.say("met Marieke", "delen_met_coach")
    assert talk.key == "delen.onderdelen"
    assert talk.gesprek.delen.get("parts") is None, "nothing is ticked"
    talk.say("alles behalve 1")
    assert talk.key == "delen.onderdelen+"
    assert "1. Bo → [naam]" in talk.text
    talk.press("Alles afdekken")
    assert talk.key == "delen.naam"
    talk.say("ik heet Sanne")
    assert talk.key == "delen.termijn"
    talk.say("twee weken")
    assert talk.gesprek.expects == ("delen.akkoord", Kind.CONFIRM)
    shown = talk.said[-2]
    assert desk.stored == {}
    talk.say("ja, deel maar met Marieke")
    assert talk.keys[0] == "delen.gedeeld"
    assert talk.key == "maatje", "the conversation goes on"
    ((letter, consent),) = desk.stored.values()
    assert letter.text == shown.text
    assert shown.image is not None
    assert (letter.svg, letter.alt) == (shown.image.svg, shown.image.alt)
    assert "[naam]" in letter.text
    assert "Bo" not in letter.text
    assert all("Bo" not in part.text for part in letter.parts)
    assert letter.name == "Sanne"
    assert (consent.coach_id, consent.name_kind, str(consent.until)) == (MARIEKE.id, "bijnaam", "2026-12-06")
    assert "score.lichaamsfuncties" not in consent.parts


def test_the_plan_is_all_its_lines_where_there_is_no_first_step(desk: Desk) -> None:
    talk = Talk(at("doen").gesprek.as_dict(), sharing=desk).say("delen met Marieke", "delen_met_coach")
    talk.say("alleen het plan")
    assert {"willen", "nodig"} <= set(talk.gesprek.delen["parts"])
    assert not any("." in part for part in talk.gesprek.delen["parts"])


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("delen.coach", "wie zijn dat"),
        ("delen.onderdelen+", "wat is afdekken"),
        ("delen.termijn", "hoe bedoel je dat"),
        ("delen.naam", "hoe bedoel je"),
    ],
)
def test_who_asks_at_a_step_is_told_what_it_means(desk: Desk, key: str, asked: str) -> None:
    talk = on_the_way(desk, key).say(asked, "vraag_medisch", 0.5)
    assert (talk.key, talk.keys[0]) == (key, f"uitleg.{'delen.anderen' if key.endswith('+') else key}")


@pytest.mark.parametrize("asked", ["wat is delen", "wat houdt dat in", "wat houdt delen in?", "hoe werkt delen"])
def test_who_asks_what_sharing_is_is_told(desk: Desk, asked: str) -> None:
    talk = on_the_way(desk, "delen").say(asked, "vraag_positieve_gezondheid", 0.75)
    assert (talk.key, talk.keys[0]) == ("delen", "uitleg.delen")
    talk.say("wat is positieve gezondheid", "vraag_positieve_gezondheid", 0.97)
    assert (talk.key, talk.keys[0]) == ("delen", "wat_is.positieve_gezondheid")


@pytest.mark.parametrize(("typed", "covered"), [("niets afdekken", False), ("Alles afdekken", True)])
def test_a_button_may_be_typed(desk: Desk, typed: str, covered: bool) -> None:
    talk = on_the_way(desk, "delen.onderdelen+").say(typed)
    assert (talk.key, bool(talk.gesprek.delen["masks"])) == ("delen.naam", covered)


def test_as_short_as_can_be_is_a_period(desk: Desk) -> None:
    assert on_the_way(desk, "delen.termijn").say("zo kort mogelijk").gesprek.delen["termijn"] == "twee_weken"


def test_who_wants_to_share_the_plan_only_shares_no_more(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.onderdelen").say("alleen mijn plan")
    assert talk.gesprek.delen["parts"] == ["plan"]
    share_everything(talk)
    ((letter, _),) = desk.stored.values()
    assert letter.parts == ()
    assert letter.plan is not None
    assert "dinsdag om vijf uur weg" in letter.plan
    assert "mijn zoon" not in letter.to_json()
    assert letter.svg is None


def test_in_kort_nothing_is_proposed_and_otherwise_it_is_visibly_a_proposal(desk: Desk) -> None:
    kort = on_the_way(desk, "delen.onderdelen", "kort")
    assert "voorstel" not in kort.text
    assert "Neem het voorstel" not in kort.titles
    rustig = on_the_way(desk, "delen.onderdelen")
    sheet = rustig.said[-1].sheet
    assert sheet is not None
    assert [item["title"] for item in sheet["items"] if item["proposed"]] == [
        "Jouw woorden", "Hierover wil ik praten", "Je plan in één zin",
    ]  # fmt: skip
    assert not any(item["chosen"] for talk in (kort, rustig) for item in talk.said[-1].sheet["items"])  # type: ignore[index]
    rustig.press("Neem het voorstel")
    assert rustig.gesprek.delen["parts"] == ["woorden.meedoen", "praten.meedoen", "plan"]


def test_buttons_switch_parts_on_and_off(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.onderdelen", "kort")
    talk.press("Meedoen")
    assert {"woorden.meedoen", "score.meedoen"} <= set(talk.gesprek.delen["parts"])
    assert "✓ Meedoen" in talk.titles
    talk.press("✓ Meedoen").press("Meedoen").press("Verder met deze keuze")
    assert talk.key == "delen.onderdelen+"


def test_the_drawing_shows_no_score_that_is_not_shared(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.onderdelen")
    talk.say("de tekening en 1")
    share_everything(talk)
    ((letter, _),) = desk.stored.values()
    assert letter.svg is not None
    assert letter.alt.count("niet gedeeld") == 5
    assert letter.alt.count("6,5") == 1
    talk = on_the_way(Desk(), "delen.onderdelen").say("de tekening")
    assert talk.key == "delen.onderdelen"
    assert talk.text.startswith("De tekening laat alleen de cijfers zien")
    talk.say("de tekening en 2").press("Zonder naam").say("2 weken")
    assert "De tekening gaat niet mee" in talk.text
    assert talk.said[-2].image is None


def test_what_is_not_shared_is_named_but_never_a_mark_or_a_threshold(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.onderdelen").say("het plan")
    share_everything(talk)
    ((letter, _),) = desk.stored.values()
    named = {(one.heading, one.label) for one in letter.not_shared}
    assert ("Meedoen", "Cijfer") in named
    assert "Hierover wil ik praten" not in {label for _, label in named}


@pytest.mark.parametrize("said", ["niets", "1, 2 en 40", "ik heb 3 kinderen", "#Niets afdekken"])
def test_others_may_be_left_and_nothing_unclear_uncovers_them(desk: Desk, said: str) -> None:
    talk = do(on_the_way(desk, "delen.onderdelen+"), said)
    if said in ("niets", "#Niets afdekken"):
        assert talk.gesprek.delen["masks"] == {}
        assert talk.key == "delen.naam"
    else:
        assert talk.key == "delen.onderdelen+"
        assert "masks" not in talk.gesprek.delen


def test_a_bare_no_to_covering_is_asked_after(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.onderdelen+").say("nee", "ontkennen")
    assert talk.key == "delen.onderdelen+"
    assert talk.text.startswith("Bedoel je")


def test_what_is_found_after_going_back_is_asked_too(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.onderdelen").say("alleen het plan")
    assert talk.key == "delen.onderdelen+", "the plan names Sanne"
    talk.say("niets").press("Zonder naam").say("2 weken")
    assert talk.key == "delen.akkoord"
    for _ in range(4):
        talk.do("terug")
    assert talk.key == "delen.onderdelen"
    talk.say("alles")
    assert talk.key == "delen.onderdelen+", "Bo was not asked about yet"


@pytest.mark.parametrize(
    ("said", "kind", "name"),
    [
        ("#Zonder naam", "geen", ""),
        ("anoniem", "geen", ""),
        ("liever geen naam", "geen", ""),
        ("geen", "geen", ""),
        ("Bikkel", "bijnaam", "Bikkel"),
        ("noem me maar Bikkel", "bijnaam", "Bikkel"),
    ],
)
def test_a_name_is_ones_own_choice(desk: Desk, said: str, kind: str, name: str) -> None:
    talk = do(on_the_way(desk, "delen.naam"), said)
    assert talk.key == "delen.termijn"
    assert (talk.gesprek.delen["naam_soort"], talk.gesprek.delen["naam"]) == (kind, name)


def test_ones_own_name_is_typed_and_can_be_taken_back(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.naam").press("Mijn eigen naam")
    assert talk.keys == ["vraag.delen.naam.eigen"]
    talk.do("terug")
    assert talk.keys == ["vraag.delen.naam"]
    talk.press("Mijn eigen naam").say("Sanne Bakker")
    assert talk.gesprek.delen["naam_soort"] == "eigen"


@pytest.mark.parametrize("said", ["x" * 61, "dat weet ik eigenlijk niet zo goed hoor", "..."])
def test_what_is_no_name_is_asked_again(desk: Desk, said: str) -> None:
    talk = on_the_way(desk, "delen.naam").say(said)
    assert talk.key == "delen.naam"
    assert "niets gedeeld" in talk.text


@pytest.mark.parametrize(
    "said",
    [
        "ja?", "ja maar niet mijn cijfers", "ok", "j", "jqa", "misschien", "weet nie", "ja nee", "prima", "👍", "hm",
        "...", "doe maar wat", "ja, deel met Piet", "/bevestigen", "wacht even", "ik twijfel", "ja 👎", "ja 🙃",
        "ja dat wil ik weten", "ja is dat zeker", "ja wil je dit", "ja mag ik dit", "jawel ik wil wel weten",
    ],
)  # fmt: skip
@pytest.mark.parametrize("guess", ["bevestigen", "antwoord", "delen_met_coach", "nlu_fallback"])
def test_what_is_no_clear_yes_shares_nothing_and_says_so(desk: Desk, said: str, guess: str) -> None:
    talk = on_the_way(desk, "delen.akkoord").say(said, guess)
    assert desk.stored == {}
    assert "niets gedeeld" in talk.text or "nog niets" in talk.text


@pytest.mark.parametrize(
    "said",
    [
        "ja",
        "jaa",
        "ja hoor",
        "Ja, deel dit",
        "akkoord",
        "ja doe maar",
        "zeker weten",
        "ja graag",
        "ja 👍",
        "ja dat wil ik",
        "ja is goed",
    ],
)
def test_a_clear_yes_shares(desk: Desk, said: str) -> None:
    on_the_way(desk, "delen.akkoord").say(said, "bevestigen")
    assert len(desk.stored) == 1


def test_after_three_unclear_answers_it_is_left(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.akkoord")
    for _ in range(3):
        talk.say("hm")
    assert talk.key == "maatje"
    assert talk.gesprek.delen == {}
    assert desk.stored == {}


@pytest.mark.parametrize("key", STEPS[1:])
@pytest.mark.parametrize(
    "said", ["nee", "nee laat maar", "ik wil toch niet delen", "overslaan", "liever niet delen", "nee dank je"]
)
def test_no_ends_it_at_every_step(desk: Desk, key: str, said: str) -> None:
    if key == "delen.onderdelen+" and said in ("nee", "nee dank je"):
        return  # asked after: cover nothing, or share nothing?
    talk = on_the_way(desk, key).say(said, "ontkennen")
    assert talk.key == "maatje"
    assert talk.keys[0] == "delen.niets"
    assert desk.stored == {}


@pytest.mark.parametrize("key", STEPS[1:])
def test_back_goes_one_step_and_out_of_it_in_the_end(desk: Desk, key: str) -> None:
    talk = on_the_way(desk, key)
    steps = 0
    while talk.key != "delen":
        talk.do("terug")
        steps += 1
    assert steps == STEPS.index(key)
    assert desk.stored == {}
    assert "niets gedeeld" in talk.text
    assert talk.gesprek.delen == {}


@pytest.mark.parametrize("key", STEPS[1:])
@pytest.mark.parametrize(
    "intent", ["pauzeren", "stoppen", "afscheid", "opnieuw", "verwijder_gegevens", "start_actiewiel"]
)
def test_who_leaves_for_something_else_is_told_that_nothing_was_shared(desk: Desk, key: str, intent: str) -> None:
    talk = on_the_way(desk, key).do(intent)
    assert talk.keys[0] == "delen.niets"
    assert talk.gesprek.delen == {}
    talk.do("hervatten", keuze="weerzien")
    talk.say("ja", "bevestigen")
    assert desk.stored == {}


@pytest.mark.parametrize("key", STEPS)
@pytest.mark.parametrize(
    "intent",
    ["begroeten", "bedanken", "hulp", "herhalen", "vraag_uitleg", "vraag_privacy", "vraag_coach", "toon_samenvatting",
     "toon_spinnenweb", "frustratie", "vraag_bot", "crisis", "vraag_medisch", "exporteer_gegevens", "hervatten"],
)  # fmt: skip
def test_an_interruption_comes_back_to_the_step(desk: Desk, key: str, intent: str) -> None:
    talk = on_the_way(desk, key)
    before = {name: value for name, value in talk.gesprek.delen.items() if name != "token"}
    talk.do(intent, "wat dan ook")
    assert talk.key == key
    assert {name: value for name, value in talk.gesprek.delen.items() if name != "token"} == before
    assert desk.stored == {}


def test_a_change_of_an_answer_needs_a_new_preview(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.akkoord")
    talk.gesprek.answers["willen"] = "iets heel anders"
    talk.say("ja", "bevestigen")
    assert desk.stored == {}
    assert "iets veranderd" in talk.text
    assert "iets heel anders" in talk.text
    talk.say("ja", "bevestigen")
    ((letter, _),) = desk.stored.values()
    assert "iets heel anders" in letter.text


def test_a_coach_can_be_named_at_once(desk: Desk) -> None:
    talk = Talk(rich(desk).gesprek.as_dict(), sharing=desk).do("delen_met_coach", "deel dit met Bram", coach="Bram")
    assert talk.key == "delen.onderdelen"
    assert talk.text.startswith("Bram Bos. Helpt bij keuzes")
    assert talk.gesprek.delen["coach"] == BRAM.id


@pytest.mark.parametrize("said", ["deel dit met Piet", "met Piet Pieters"])
def test_a_coach_nobody_knows_is_said_so(desk: Desk, said: str) -> None:
    talk = rich(desk).do("delen_met_coach", said, coach="Piet")
    assert talk.key == "delen.coach"
    assert talk.text.startswith("Die coach ken ik hier niet")
    talk.do("antwoord", said, coach="Piet")
    assert talk.text.startswith("Die coach ken ik hier niet")


@pytest.mark.parametrize("said", ["2", "de tweede", "bram", "Bram Bos graag", "#Bram Bos"])
def test_a_coach_is_chosen_by_number_name_or_button(desk: Desk, said: str) -> None:
    talk = do(on_the_way(desk, "delen.coach"), said)
    assert talk.gesprek.delen["coach"] == BRAM.id


def test_the_only_coach_is_not_chosen_beforehand() -> None:
    desk = Desk(people=[MARIEKE])
    talk = on_the_way(desk, "delen.coach")
    assert talk.titles == ["Marieke de Vries", "Toch niet delen"]
    assert "coach" not in talk.gesprek.delen
    assert talk.say("ja graag", "bevestigen").key == "delen.onderdelen"
    assert on_the_way(Desk(), "delen.coach").say("ja", "bevestigen").key == "delen.coach", "of two, which?"


def test_a_coach_who_left_meanwhile_gets_nothing(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.akkoord")
    desk.people = [BRAM]
    talk.say("ja", "bevestigen")
    assert talk.keys[0] == "delen.coach_weg_nu"
    assert desk.stored == {}


@pytest.mark.parametrize("key", [key for key in STEPS if key not in ("delen.onderdelen", "delen.onderdelen+")])
def test_what_cannot_be_reached_is_said_calmly_and_nothing_is_lost(desk: Desk, key: str) -> None:
    talk = on_the_way(desk, key)
    desk.away = True
    do(talk, {"delen.coach": "Bram", "delen.naam": "Bo", "delen.termijn": "2 weken"}.get(key, "ja"))
    assert {"delen.weg", "delen.weg.vraag", "delen.weg.delen"} & set(talk.keys)
    desk.away = False
    assert desk.stored == {}
    assert talk.gesprek.answers["willen"]


def test_the_preview_can_be_tried_again_when_the_database_is_back(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.akkoord")
    desk.away = True
    talk.say("ja", "bevestigen")
    assert talk.key == "delen.akkoord"
    assert talk.titles == ["Nog eens proberen"]
    desk.away = False
    talk.press("Nog eens proberen").press("Ja, deel dit")
    assert len(desk.stored) == 1


def test_sharing_on_request_comes_back_to_the_open_question(desk: Desk) -> None:
    talk = Talk(at("nu").gesprek.as_dict(), sharing=desk).say("ik wil dit delen", "delen_met_coach")
    assert talk.key == "delen.coach"
    assert talk.gesprek.asked == "nu"
    share_everything(talk)
    assert talk.key == "nu"
    assert len(desk.stored) == 1


def test_at_the_end_one_can_still_share(desk: Desk) -> None:
    talk = rich(desk).press("Nu niet").go_on("klaar").say("ik wil dit delen", "delen_met_coach")
    assert talk.key == "delen.coach"
    share_everything(talk)
    assert talk.key == "klaar"
    assert desk.stored


def test_nobody_shares_before_telling_anything(desk: Desk) -> None:
    talk = Talk(sharing=desk).do("antwoord", "kort").say("ik wil dit delen", "delen_met_coach")
    assert talk.keys[0] == "delen.nog_leeg"
    assert talk.key == "dimensie"


def test_the_state_holds_keys_and_masks_and_no_letter(desk: Desk) -> None:
    talk = on_the_way(desk, "delen.akkoord")
    assert set(talk.gesprek.delen) <= {
        "begonnen", "coach", "naam_coach", "parts", "klaar", "masks", "laten", "naam_soort", "naam", "termijn", "token",
        "tot",
    }  # fmt: skip
    assert "koffie" not in str(talk.gesprek.delen)


def test_the_version_of_the_consent_follows_its_words(desk: Desk) -> None:
    share_everything(rich(desk))
    ((_, consent),) = desk.stored.values()
    assert len(consent.version) == 12
    assert sharing.NEW in {one.status for one in desk.shared("")}
