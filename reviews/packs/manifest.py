"""What is in a pack, for people (manifest.txt) and for programs (manifest.json)."""

import json
from datetime import datetime
from typing import Any

from boards.govuk.words import on_paper
from reviews.packs.contents import Pack
from reviews.statutory import GUIDANCE


def facts_of(pack: Pack, *, at: datetime) -> dict[str, Any]:
    """Return what both manifests say. Sizes are bytes; days are ISO 8601."""
    final_set = pack.final_set
    return {
        "review": final_set.review.reference,
        "board": final_set.review.board.name,
        "recipient": pack.recipient.name if pack.recipient else None,
        "copies": "anonymised" if pack.recipient and pack.recipient.is_anonymised else "full",
        "set": final_set.number,
        "fingerprint": final_set.fingerprint,
        "digest": final_set.digest,
        "guidance": GUIDANCE[final_set.guidance].name,
        "put_to_board_on": final_set.put_on.isoformat(),
        "agreed_on": final_set.agreed_on.isoformat(),
        "signed_by": final_set.closed_by.full_name,
        "made_at": at.isoformat(timespec="seconds"),
        "files": [
            {
                "name": entry.name,
                "kind": entry.item.get_kind_display(),
                "agency": entry.item.agency_name or None,
                "version": entry.item.number,
                "size": entry.document.size,
                "sha256": entry.document.sha256,
            }
            for entry in pack.entries
        ],
    }


def as_json(facts: dict[str, Any]) -> bytes:
    return (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode()


def as_text(pack: Pack, facts: dict[str, Any]) -> bytes:
    final_set = pack.final_set
    lines = [
        f"Serious case review {facts['review']}",
        facts["board"],
        "",
        f"For:          {facts['recipient'] or 'whoever is entitled to the whole set'}",
        f"Copies:       {facts['copies']}",
        f"Set:          {facts['set']}, fingerprint {facts['fingerprint']}",
        f"Guidance:     {facts['guidance']}",
        f"Put to board: {on_paper(final_set.put_on)}",
        f"Agreed:       {on_paper(final_set.agreed_on)}, signed by {facts['signed_by']}",
        "",
        *(
            f"{file['name']}  ({file['kind']}, version {file['version']}, {file['size']:,} bytes)"
            for file in facts["files"]
        ),
        "",
        "To check that every file is what the board agreed: sha256sum -c SHA256SUMS",
    ]
    return ("\r\n".join(lines) + "\r\n").encode()
