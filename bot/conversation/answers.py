"""Taking in answers: each kind of question has its own way, and every answer is kept literally."""

from __future__ import annotations

import re

from bot.conversation import choices, corrections, flow, way
from bot.conversation.dimensions import NAMEN, find_dimensie, plain
from bot.conversation.knowledge import Option
from bot.conversation.numbers import Score, format_score, parse_score
from bot.conversation.questions import KLAAR, Kind, Question
from bot.conversation.short_answers import nothing, only_no
from bot.conversation.turn import Turn

_DOES_NOT_KNOW = re.compile(
    r"\b(?:weet|weten|wete|kweenie|idee|zeggen|lastig|moeilijk|twijfel|pas|snap|snappen|geen cijfer\w*|gaat niet|kan (?:ik )?(?:het |dat )?niet)\b"
    r"|^\W*\?*\W*$"
)
# A score at the end of another answer: "ik slaap goed, een 8".
_SCORE_BESIDE = re.compile(
    r"(?:\b(?:een|'n|cijfer|geef)\s+(?:\w+e\s+)?|,\s*)(?:\d{1,2}(?:[.,]5)?|zes|zeven|acht|negen|tien|vijf|vier)\W*$"
)
_MISSES_BEFORE_BUTTONS = 2
_FEWEST_LETTERS = 4  # of a word that says something


def answer(turn: Turn) -> None:
    """Take what was said as the answer to the open question."""
    q = turn.gesprek.open
    if q.key == KLAAR:
        turn.say("klaar.meer", buttons=choices.closing(turn))
    elif q.kind is Kind.TEXT:
        _take_text(turn, q)
    elif q.kind is Kind.SCORE:
        score(turn)
    elif q.kind is Kind.CONFIRM:
        _take_yes_or_no(turn)
    else:
        _take_choice(turn, q)


def score(turn: Turn) -> None:
    """Take a score; where no score is asked, a number is an answer like any other."""
    g, q = turn.gesprek, turn.gesprek.open
    if q.kind is Kind.TEXT and q.dimensie and _score_beside(turn, q.dimensie, turn.text):
        flow.ask(turn)
        return
    if q.kind is not Kind.SCORE or q.dimensie is None:
        answer(turn)
        return
    given = parse_score(turn.entity("score") or turn.text)
    if given is None:
        not_understood(turn)
    elif given.value is None:
        _ask_which(turn, given)
    else:
        g.scores[q.dimensie] = given.value
        before = g.answers.get(q.key, "") if g.misses else ""
        told = before and parse_score(before) is None  # words that came before the number
        g.record(q.key, f"{before}. {turn.text}" if told else turn.text)
        turn.begin("erken.score", score=format_score(given.value))
        flow.advance(turn)


def _score_beside(turn: Turn, dimensie: str, text: str) -> bool:
    """Take a score that is told with another answer, so that it need not be asked any more; False when there is none."""
    given = parse_score(text)
    if given is None or given.value is None or turn.gesprek.handled(f"score.{dimensie}"):
        return False
    turn.gesprek.scores[dimensie] = given.value
    turn.gesprek.record(f"score.{dimensie}", format_score(given.value))
    turn.begin("erken.score", score=format_score(given.value))
    return True


def yes(turn: Turn) -> None:
    """Take a yes: to a yes/no question as such, elsewhere as what it can mean there."""
    g, q = turn.gesprek, turn.gesprek.open
    if g.resting:
        flow.resume(turn)
    elif q.stem == "praten" and q.dimensie:
        _mark(turn, q.dimensie, wanted=True)
    elif q.key == "plan":
        g.skip("plan")
        turn.begin("erken.plan")
        flow.advance(turn)
    elif q.key == "maatje":
        g.skip("maatje")
        flow.say_buddy_text(turn)
        flow.advance(turn)
    elif q.key == "opnieuw":
        flow.restart(turn)
    elif q.key == "wissen":
        flow.forget(turn)
    elif q.key == "samenvatting":
        _summary_is_right(turn)
    elif q.key == KLAAR:
        turn.say("klaar.meer", buttons=choices.closing(turn))
    elif q.key == "route":
        turn.begin("begin.kies")
        flow.ask(turn)
    elif q.key == "aanbod" and len(g.offers) == 1:
        _choose_offer(turn, g.offers[0])
    elif g.misses:
        flow.skip(turn)
    else:
        g.misses += 1
        turn.say("ja.vertel")
        flow.ask(turn)


def no(turn: Turn) -> None:
    """Take a no; it is always a good answer."""
    g, q = turn.gesprek, turn.gesprek.open
    if g.resting:
        turn.say("rust.goed")
    elif q.stem == "praten" and q.dimensie:
        _mark(turn, q.dimensie, wanted=False)
    elif q.key == "plan":
        corrections.offer_lines(turn)
    elif g.between == "wijzig" and g.asked in ("plan", "samenvatting"):
        g.skip(g.asked)  # it was asked whether that is right, and so it is
        turn.begin("niet_gedaan")
        flow.advance(turn)
    elif g.between:
        turn.begin("niet_gedaan")
        flow.back_to_question(turn)
    elif q.key == "route":
        turn.begin("weet_niet.route")
        flow.ask(turn)
    elif q.key in ("maatje", "aanbod", "dimensie", "focus"):
        g.skip(q.key)
        turn.begin("goed_nee")
        flow.advance(turn)
    elif q.key == "samenvatting":
        corrections.offer_lines(turn)
    elif q.kind is Kind.TEXT and turn.text:
        _take_text(turn, q)
    elif q.key == KLAAR:
        turn.say("klaar")
    else:
        flow.skip(turn)


def does_not_know(turn: Turn) -> None:
    """Take "I don't know": a fair answer, met with the scale, the thresholds or a gentle second try."""
    g, q = turn.gesprek, turn.gesprek.open
    if g.resting or q.key == KLAAR:
        turn.say("rust.goed")
    elif q.kind is Kind.SCORE and q.dimensie:
        _score_unknown(turn, q, q.dimensie)
    elif q.key == "doen":
        flow.hesitate(turn)
    elif q.stem == "praten" and q.dimensie:
        _leave_open(turn, q)
    elif q.key in ("plan", "samenvatting"):
        yes(turn)  # nothing was wrong with it
    elif q.key == "route":
        turn.begin("weet_niet.route")
        flow.ask(turn)
    elif q.kind in (Kind.TEXT, Kind.CHOICE) and q.stem not in ("wijzig", "regel", "samenvatting"):
        _gently_again(turn, q)
    else:
        no(turn)


def not_understood(turn: Turn) -> None:
    """Ask once more; the second time offer buttons, so nobody gets stuck."""
    g = turn.gesprek
    g.misses += 1
    if g.misses > _MISSES_BEFORE_BUTTONS and g.open.stem in ("praten", "maatje"):
        _leave_open(turn, g.open)  # nobody has to get stuck at an extra
        return
    turn.begin("niet_begrepen" if g.misses < _MISSES_BEFORE_BUTTONS else "niet_begrepen.knoppen")
    flow.ask(turn)


def _leave_open(turn: Turn, q: Question) -> None:
    turn.gesprek.skip(q.key)
    turn.begin("erken.weet_niet")
    flow.advance(turn)


def _take_text(turn: Turn, q: Question) -> None:
    g = turn.gesprek
    text = turn.entity("tekst") or turn.text
    if not plain(text):
        turn.begin("woorden_graag")
        flow.ask(turn)
        return
    first_time = not g.handled(q.key)
    if nothing(text) and q.key == "doen":
        flow.hesitate(turn)
        return
    if only_no(text) or (q.deepening and nothing(text)):
        g.skip(q.key)
        turn.begin("goed_nee")
    else:
        g.record(q.key, text)
        _acknowledge(turn, q, text, first_time=first_time)
    flow.advance(turn)


def _acknowledge(turn: Turn, q: Question, text: str, *, first_time: bool) -> None:
    """Put in front of the next question what fits in joy and grief alike; what is only changed needs nothing."""
    if q.key == "reflectie":
        turn.begin("erken.reflectie")
    elif q.stem == "goed" and q.dimensie and (beside := _SCORE_BESIDE.search(text.casefold())):
        _score_beside(turn, q.dimensie, beside.group())
    elif nothing(text):
        turn.begin("erken.niets")
    elif first_time and _deepening_follows(turn, q, text):
        turn.begin("erken.verdieping")
    elif first_time:
        turn.begin("erken.actiewiel" if q.dimensie is None else "erken.antwoord")


def _deepening_follows(turn: Turn, q: Question, text: str) -> bool:
    """Put at most one deepening question behind a dimension's answers, on a theme not asked about before."""
    g = turn.gesprek
    if q.deepening or q.dimensie is None or any(key.partition(".")[2] == f"{q.dimensie}+" for key in g.themes):
        return False
    theme = turn.knowledge.theme_for(text, q.dimensie)
    if theme is None or theme.id in g.themes.values():
        return False
    g.themes[f"{q.key}+"] = theme.id
    return True


def _take_choice(turn: Turn, q: Question) -> None:
    g = turn.gesprek
    chosen = turn.entity("keuze") or (choices.says(turn, q.stem) if q.stem in turn.knowledge.options else None)
    if q.key == "route":
        _choose_route(turn, chosen)
    elif q.key in ("dimensie", "focus"):
        _choose_subject(turn, q)
    elif q.key in ("nodig_van", "drempel"):
        g.record(q.key, turn.text)
        if q.key == "drempel":
            g.themes["doen+"] = chosen or "willen"
        turn.begin("erken.actiewiel")
        flow.advance(turn)
    elif q.key == "aanbod":
        _choose_offer(turn, chosen)
    elif q.key == "samenvatting":
        _about_summary(turn, chosen)
    elif not (corrections.choose_line(turn) if q.key == "wijzig" else corrections.treat_line(turn, chosen)):
        not_understood(turn)


def _choose_route(turn: Turn, chosen: str | None) -> None:
    g = turn.gesprek
    dimensie = (
        turn.entity("dimensie") or find_dimensie(turn.text) or (None if chosen else choices.says(turn, "dimensie"))
    )
    if dimensie and chosen in (None, "kort"):
        way.start_dimensie(g, dimensie)
    elif chosen == "rustig":
        way.start_rustig(g)
        if dimensie:
            way.start_dimensie(g, dimensie)
    elif chosen == "plan":
        way.start_plan(g)
    elif chosen == "kort":
        way.start_kort(g)
    else:
        not_understood(turn)
        return
    flow.advance(turn)


def _choose_subject(turn: Turn, q: Question) -> None:
    """Take the dimension in *kort*, or the focus: that may be a dimension or a subject in the person's own words."""
    g = turn.gesprek
    dimensie = turn.entity("dimensie") or find_dimensie(turn.text)
    if q.key == "focus":
        g.focus = dimensie
        g.record("focus", turn.text or NAMEN.get(dimensie or "", ""))
        flow.advance(turn)
    elif dimensie := dimensie or choices.says(turn, "dimensie"):
        flow.visit(turn, dimensie)
    else:
        not_understood(turn)


def _choose_offer(turn: Turn, chosen: str | None) -> None:
    g = turn.gesprek
    offers = [turn.knowledge.offers[id] for id in g.offers if id in turn.knowledge.offers]
    none = Option(choices.NONE_OF_THESE, turn.wording("knop.geen_van_deze"))
    said = choices.match(turn.text, [*(Option(o.id, o.title, _title_words(o.title)) for o in offers), none])
    chosen = chosen or (said.id if said else none.id if nothing(turn.text) else None)
    offer = next((o for o in offers if o.id == chosen), None)
    if offer is None and chosen != none.id:
        not_understood(turn)
        return
    g.skip("aanbod")
    g.chosen_offer = chosen if offer else None
    if offer:
        turn.say("aanbod.gekozen", titel=offer.title, contact=offer.contact)
    else:
        turn.begin("goed_nee")
    flow.advance(turn)


def _title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title by which somebody may choose it: "taal" for "Taal op je werk"."""
    return tuple(word for word in plain(title).split() if len(word) >= _FEWEST_LETTERS)


def _about_summary(turn: Turn, chosen: str | None) -> None:
    if corrections.pick_line(turn):
        return
    if chosen == "klopt":
        _summary_is_right(turn)
    elif chosen == "wijzigen":
        corrections.offer_lines(turn)
    else:
        not_understood(turn)


def _summary_is_right(turn: Turn) -> None:
    turn.gesprek.skip("samenvatting")
    turn.begin("erken.samenvatting")
    flow.advance(turn)


def _take_yes_or_no(turn: Turn) -> None:
    said = choices.says(turn, "ja_nee")
    if said == "ja":
        yes(turn)
    elif said == "nee":
        no(turn)
    else:
        not_understood(turn)


def _mark(turn: Turn, dimensie: str, *, wanted: bool) -> None:
    g = turn.gesprek
    if dimensie in g.marks:
        g.marks.remove(dimensie)
    if wanted:
        g.marks.append(dimensie)
    g.record(f"praten.{dimensie}", turn.text)
    turn.begin("erken.praten.ja" if wanted else "erken.praten.nee")
    flow.advance(turn)


def _ask_which(turn: Turn, given: Score) -> None:
    if given.out_of_range:
        turn.say("score.buiten_schaal", buttons=choices.buttons(turn))
    else:
        options = choices.listing([format_score(v) for v in given.choices], "of")
        turn.say("score.welke", buttons=choices.score_buttons(turn, given.choices), scores=options)


def _score_unknown(turn: Turn, q: Question, dimensie: str) -> None:
    g = turn.gesprek
    if not turn.text or g.misses or _DOES_NOT_KNOW.search(plain(turn.text)):
        g.scores[dimensie] = None
        g.record(q.key, turn.text)
        turn.begin("erken.weet_niet")
        flow.advance(turn)
        return
    g.misses += 1
    if "?" not in turn.text:
        g.record(q.key, turn.text)
    turn.say("score.schaal", buttons=choices.buttons(turn))


def _gently_again(turn: Turn, q: Question) -> None:
    g = turn.gesprek
    if g.misses:
        flow.skip(turn)
        return
    g.misses += 1
    turn.begin("weet_niet")
    flow.explain(turn, q)
