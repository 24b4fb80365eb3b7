"""The content an organisation may edit: read from `content/`, checked, and every fault told with its file and line."""

from bot.content.check import check, no_folder
from bot.content.load import load_aanbod, load_keuzes, load_organisatie, load_site, load_verdieping, load_zinnen
from bot.content.site import Site
from bot.content.source import ContentError, Problem

__all__ = [
    "ContentError",
    "Problem",
    "Site",
    "check",
    "load_aanbod",
    "load_keuzes",
    "load_organisatie",
    "load_site",
    "load_verdieping",
    "load_zinnen",
    "no_folder",
]
