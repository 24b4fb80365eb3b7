"""What the assistant is for, in one sentence: its intended purpose, the same wherever it is said or written.

It stands here and not in `content/`, because what the maker says a product is for decides which law it falls under
(Regulation (EU) 2017/745, article 2(12)): an organisation that words it otherwise makes another product of it.
"""

PURPOSE = (
    "Dit is een chatbot waarmee je zelf kijkt naar je werk en je leven en, als je wilt, een eigen plan maakt: "
    "geen zorg, geen advies, geen meting en geen oordeel."
)
SAID_IN = ("welkom.bot", "bot", "hulp")  # the first message, and the answers to "wie ben je?" and "waar is dit voor?"
