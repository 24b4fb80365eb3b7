"""What can be wrong with a request: a code for programs, a Dutch sentence for the person."""

from __future__ import annotations


class ApiError(Exception):
    """An answer other than 200. `code` also names its sentence, `fout.<code>` in the content."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


CAPSULE_INVALID = "capsule_invalid"
SENTENCES = {
    "json_invalid": "fout.json",
    "request_invalid": "fout.json",
    "text_too_long": "fout.tekst_te_lang",
    "body_too_large": "fout.te_groot",
    "capsule_too_large": "fout.te_groot",
    CAPSULE_INVALID: "fout.capsule",
    "try_again": "fout.even_niet",
    "not_found": "fout.niet_gevonden",
    "method_not_allowed": "fout.methode",
}
