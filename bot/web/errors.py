"""What can be wrong with a request: a code for programs, a Dutch sentence for the person."""

from __future__ import annotations


class ApiError(Exception):
    """An answer other than 200; `SENTENCES` has the sentence of each code."""

    def __init__(self, status: int, code: str, *, retry_after: int | None = None) -> None:
        """Name the error; `retry_after` is in seconds."""
        super().__init__(code)
        self.status = status
        self.code = code
        self.retry_after = retry_after


CAPSULE_INVALID = "capsule_invalid"
SENTENCES = {
    "json_invalid": "fout.json",
    "request_invalid": "fout.json",
    "content_type": "fout.json",
    "text_too_long": "fout.tekst_te_lang",
    "body_too_large": "fout.te_groot",
    "capsule_too_large": "fout.te_groot",
    CAPSULE_INVALID: "fout.capsule",
    "too_many": "fout.te_vaak",
    "try_again": "fout.even_niet",
    "not_found": "fout.niet_gevonden",
    "method_not_allowed": "fout.methode",
}
