"""All that the method knows beside the conversation, put together once: content files and matching by meaning."""

from __future__ import annotations

from functools import lru_cache

from bot.content import load_aanbod, load_keuzes, load_organisatie, load_verdieping, load_zinnen
from bot.conversation.knowledge import Knowledge
from bot.nlu.crisis import Soort, load_content
from bot.nlu.matching import Matcher
from bot.redaction import find_others
from bot.settings import load_settings

LEARNT = "learnt"  # folder in the data directory: what the matching learnt from the content files


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """Return the knowledge of this installation, from its content folder."""
    settings = load_settings()
    folder = settings.content_dir
    themes, offers = load_verdieping(folder), load_aanbod(folder)
    matcher = Matcher(themes, offers, settings.data_dir / LEARNT)
    crisis = load_content(folder / "crisis.yml")
    return Knowledge(
        texts=load_zinnen(folder),
        options=load_keuzes(folder),
        organisation=load_organisatie(folder),
        themes=themes,
        offers=offers,
        crisis={kind.value: crisis.messages(kind) for kind in Soort},
        theme_for=matcher.theme_for,
        offers_for=matcher.offers_for,
        others_in=find_others,
    )
