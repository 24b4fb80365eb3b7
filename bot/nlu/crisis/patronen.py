"""The crisis gate's families of utterances, the most urgent kind first, and how to read them.

A pattern is a regular expression over whole words in ordinary Dutch spelling, with shorthands:

- `~4` is "at most four words in between", `!4` the same without a denial among them, `@4` the same without "ik", `#4`
  the same without anybody else being spoken of;
- `<naam>` is a word group from `bot.nlu.crisis.woorden.WOORDEN`;
- `^` and `$` are the beginning and the end of the whole text.

Text and patterns are both brought to one spelling first (`bot.nlu.crisis.normalise`): no capitals, accents or commas,
repeated letters squeezed to one, chat shorthand written out. So `meer` also finds "meeer" and "mer". ` . ` ends a
sentence, and no gap crosses it.
"""

from __future__ import annotations

from bot.nlu.crisis.acuut import ACUUT
from bot.nlu.crisis.geweld import GEWELD
from bot.nlu.crisis.verhuld import VERHULD
from bot.nlu.crisis.woorden import Familie
from bot.nlu.crisis.zelfdoding import ZELFDODING

FAMILIES: tuple[Familie, ...] = ACUUT + ZELFDODING + VERHULD + GEWELD
