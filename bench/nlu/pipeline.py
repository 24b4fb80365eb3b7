"""One pipeline of a comparison: a file of pipelines/, on one of the spaCy pipelines."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from bot.settings import PROJECT_ROOT

FILES = Path(__file__).parent / "pipelines"
BLANK, SMALL, STAND_IN = "blank", "nl_core_news_sm", "nl_ud_standin"
SPACY = (BLANK, SMALL, STAND_IN)
_OURS = "bot.nlu.spacy_nl.DutchSpacy"
_AFTER_THE_INTENT = ("bot.nlu.context.", "bot.nlu.entities.")


@dataclass(frozen=True)
class Pipeline:
    """A pipeline to compare: Rasa's components, and what has to be installed for it."""

    title: str
    spacy: str
    components: list[dict[str, Any]] = field(hash=False)
    needs: tuple[str, ...] = ()
    typos: bool = False

    @property
    def missing(self) -> list[str]:
        """Name the packages that are needed and not installed."""
        wanted = (*self.needs, *([self.spacy] if self.spacy != BLANK else []))
        return [name for name in wanted if find_spec(name) is None]

    def config(self) -> dict[str, Any]:
        """Return what a config.yml of it would say."""
        return {"recipe": "default.v1", "language": "nl", "pipeline": self.components, "policies": []}


def pipelines() -> list[Pipeline]:
    """Return every pipeline of the folder on every spaCy pipeline, by file name; ours comes last."""
    found = [yaml.safe_load(path.read_text()) for path in sorted(FILES.glob("*.yml"))]
    found.append({"title": "as shipped (config.yml)", "pipeline": _shipped()})
    return [
        Pipeline(
            one["title"], spacy, _on(spacy, one["pipeline"]), tuple(one.get("needs", ())), bool(one.get("typos", False))
        )
        for one in found
        for spacy in SPACY
    ]


def _shipped() -> list[dict[str, Any]]:
    config = yaml.safe_load((PROJECT_ROOT / "config.yml").read_text())
    return [one for one in config["pipeline"] if not one["name"].startswith(_AFTER_THE_INTENT)]


def _on(spacy: str, components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put a pipeline on a spaCy model: whole, so that its word n-grams are of lemmas."""
    components = copy.deepcopy(components)
    if spacy != BLANK:
        for component in components:
            if component["name"] == _OURS:
                component.update(name="SpacyNLP", model=spacy)
            if component.get("analyzer") == "word":
                component["use_lemma"] = True
    return components
