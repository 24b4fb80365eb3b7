"""Whole sentences in another language than Dutch: better said at once than stored as if they were understood.

A sentence gives itself away by its small words, by letters that Dutch has not, or by its script. A word or two
("fine", "stress") stay an answer. What Dutch has too, dialect included ("in", "ben", "nie"), counts for none.
"""

from __future__ import annotations

import re
import unicodedata

_SMALL_WORDS: dict[str, str] = {
    "English": """
        the and i im ive you your youre my its this that not dont cant didnt doesnt isnt what how with have has are
        to does did do would could should can will they she him his why where there from about because when which
        speak english understand please want need like very much some any been too but for our us work feel think
        know am
        """,
    "Turkish": """
        bir ve çok için değil mi mı var yok istiyorum istemiyorum nasıl evet hayır iyi benim bana sana ama
        gibi daha kadar musun mısın misin misiniz türkçe biliyorum bilmiyorum çünkü şey şimdi iş işim her olarak cok
        icin degil nasil turkce anlamadim anlamiyorum konusabilir miyim mıyım mümkün yorgunum hastayım
        """,
    "Polish": """
        jestem jest mam mnie się że czy jak ale bardzo mogę chcę tak mówić po polsku rozumiem pracy pracę pracować
        praca moja moje mój moim dzień dobry dziękuję proszę tylko jeszcze tego tym być są był było moge chce mowic
        holendersku angielsku
        """,
    "German": """
        ich nicht und das ist bin habe auch für sehr mein meine meiner kein keine aber wenn zu auf sprechen verstehe
        deutsch möchte mir mich oder sich eine einen arbeit gut viel mehr können
        """,
    "French": """
        je ne suis pas le les est mon ma mes pour avec dans que qui jai cest parle parler français vous nous une un
        et très mais beaucoup travail comprends voudrais veux peux ce la sur moi plus fatigué fatiguée trop question
        """,
}
_DUTCH = """
    aan al alle alles als ben bent bij da dan dat de den der deze die dit doe door dus een eens en er ga gaan gaat ge
    geen gewoon gij goed had hallo heb hebben heeft heel hem het hier hij hoe hun ik in is ja je jij jullie kan kon
    kunnen les ma maar mag mais me meer met mij mijn mn moet naar ne nee nen nie niet niks nog nou nu of om ons onze
    ook op over pas plus t te toch toen tot u uit van veel voor waar want was wat we weer wel werk weten wie wij wil
    worden wordt zal ze zeg zelf zich zij zijn zijt zo zou
    """
_OWN = frozenset(_DUTCH.split())
_LISTS = tuple(frozenset(words.split()) - _OWN for words in _SMALL_WORDS.values())
_LETTERS = re.compile("[ğşıłąęśćńżź]")  # Turkish and Polish; with a capital in front it is a name
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FEWEST, _FEWEST_LETTERS = 3, 9  # words of a sentence; letters of one in another script
_PART = 0.4  # of the words


def in_another_language(text: str) -> bool:
    """Tell whether `text` is a whole sentence in another language than Dutch."""
    if _in_another_script(text):
        return True
    words = [re.sub("['’]", "", word) for word in _WORD.findall(unicodedata.normalize("NFC", text))]
    own = sum(word.casefold() in _OWN for word in words)
    return len(words) >= _FEWEST and any(_is_in(small, words, own) for small in _LISTS)


def _is_in(small: frozenset[str], words: list[str], own: int) -> bool:
    known = {word.casefold() for word in words if word.casefold() in small}
    lettered = {word for word in words if word[0].islower() and _LETTERS.search(word)} if known else set()
    found = len(known | lettered)
    return found >= 2 and found >= own and found >= _PART * len(set(words))


def _in_another_script(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    foreign = sum(not unicodedata.name(letter, "").startswith(("LATIN", "FULLWIDTH LATIN")) for letter in letters)
    return foreign >= _FEWEST_LETTERS and foreign > len(letters) / 2
