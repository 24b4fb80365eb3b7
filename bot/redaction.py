"""Finding names, places and numbers of others in a text, with `deduce`: here, building its lookups at set-up."""

from __future__ import annotations

import logging
from pathlib import Path

# The wheel of deduce 3.0.4 lacks the base_config.json it looks for, so the settings it can't do without are named here.
_CONFIG = {
    "annotators": {},
    "resolve_overlap_strategy": {"attributes": ["priority", "length"], "ascending": [True, False]},
    "adjacent_annotations_slack": r"[\.\s\-,]?[\.\s]?",
    "redactor_open_char": "[",
    "redactor_close_char": "]",
}


def build_lookups(folder: Path) -> None:
    """Build the lookup structures once, in `folder`: about a minute; loading them later takes seconds."""
    from deduce import Deduce

    folder.mkdir(parents=True, exist_ok=True)
    logging.getLogger("deduce").setLevel(logging.ERROR)
    Deduce(load_base_config=False, config=dict(_CONFIG), cache_path=folder)


def lookups_ready(folder: Path) -> bool:
    """Tell whether the lookups were built."""
    return (folder / "cache" / "lookup_structs.pickle").exists()
