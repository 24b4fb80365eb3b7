"""Every column stored about what somebody shared, for that person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.storage.shares import Shares, StoredMessage, StoredShare


def as_rows(shares: Shares, found: Sequence[StoredShare], coaches: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return each share with its messages and note; what is sealed is shown by its length."""
    written = shares.messages([share.share_id for share in found])
    return [
        {
            **_share(share, coaches[share.coach_id]),
            "berichten": [_message(one) for one in written if one.share_id == share.share_id],
            "aantekening_van_coach": _sealed(shares.note(share.share_id)),
        }
        for share in found
    ]


def _share(share: StoredShare, coach: str) -> dict[str, Any]:
    return {
        "nummer": share.share_id,
        "coach": coach,
        "coachnummer": share.coach_id,
        "sleutelnummer_coach": share.key_epoch,
        "kenmerk_gesprek": share.owner.hex(),
        "brief": _sealed(share.sealed),
        "toestemmingstekst": share.consent_version,
        "onderdelen": list(share.parts),
        "soort_naam": share.name_kind,
        "gedeeld_op": share.created_on.isoformat(),
        "tot_en_met": share.until.isoformat(),
        "status": share.status,
        "status_sinds": share.status_on.isoformat(),
        "seintje_adres": _sealed(share.notify),
        "seintje_op": share.notified_on.isoformat() if share.notified_on else None,
    }


def _message(message: StoredMessage) -> dict[str, Any]:
    return {
        "nummer": message.message_id,
        "volgnummer": message.number,
        "van": message.author,
        "bericht": _sealed(message.sealed),
        "kopie_voor_schrijver": _sealed(message.copy),
        "geschreven_op": message.created_on.isoformat(),
        "gelezen_op": message.read_on.isoformat() if message.read_on else None,
    }


def _sealed(content: bytes | None) -> str | None:
    return None if content is None else f"(versleuteld, {len(content)} bytes)"
