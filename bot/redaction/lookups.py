"""The lists `deduce` looks words up in: built once at set-up, loaded when somebody first shares something.

With all of its lists `deduce` takes 17 seconds and over a gigabyte to load. A quarter of a million streets and the
names of every care institution are nearly all of that, so those two are left out: a street is found by how it ends
and by its house number, an institution by its kind ("Zorgcentrum ...") or among the hospitals.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import warnings
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bot.redaction.annotators import config

if TYPE_CHECKING:
    from deduce import Deduce

_LEFT_OUT = ("locations/lst_street", "institutions/lst_healthcare_institution", "whitelist/lst_eponymous_disease")
_SOURCE, _ITEMS = "src", "items.txt"
_NO_WORD = "Xqzwvstraat\n"  # a list may not be empty


def build_lookups(folder: Path) -> None:
    """Copy the lists without those left out, and build the lookups from them, in a few seconds.

    All is put in place at once, so that several processes may do this at the same time.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
    try:
        shutil.copytree(_lists_of_deduce() / _SOURCE, made / _SOURCE, ignore=shutil.ignore_patterns("__pycache__"))
        for name in _LEFT_OUT:
            shutil.rmtree(made / _SOURCE / name)
            (made / _SOURCE / name).mkdir()
            (made / _SOURCE / name / _ITEMS).write_text(_NO_WORD, encoding="utf-8")
        load(made)
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):  # another process was first
            made.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def lookups_ready(folder: Path) -> bool:
    """Tell whether the lookups were built, and without the lists left out."""
    return (folder / "cache" / "lookup_structs.pickle").exists() and (folder / _SOURCE).exists()


def load(folder: Path) -> Deduce:
    """Load `deduce` with the lookups in `folder`."""
    with warnings.catch_warnings():  # it changes which warnings are shown in the whole process
        from deduce import Deduce

    logging.getLogger("deduce").setLevel(logging.ERROR)
    return Deduce(load_base_config=False, config=config(), lookup_data_path=folder, cache_path=folder)


def _lists_of_deduce() -> Path:
    found = find_spec("deduce")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("deduce is not installed")
    return Path(found.submodule_search_locations[0]) / "data" / "lookup"
