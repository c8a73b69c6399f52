"""Layer 4, `explainer diff`: what changed comes in, JSON for other programs goes out."""

import json
from typing import Any

from generator.facts.decided import DecisionChange
from generator.facts.difference import Change, Difference
from generator.facts.how import How


def told(difference: Difference, labels: tuple[str, str]) -> str:
    """What changed, as one JSON object; values stand in it as files of facts have them."""
    whole = {
        "from": labels[0],
        "to": labels[1],
        "counts": difference.counts(),
        "reread": [{"from": old, "to": new, "articles": count} for (old, new), count in difference.reread.items()],
        "alerts": [
            {"kind": alert.kind, "article": alert.place or None, "id": alert.record, "words": alert.words}
            for alert in difference.alerts
        ],
        "decisions": {
            "counts": difference.decided.counts(),
            "changes": [_decision(change) for change in difference.decided.changes],
        },
        "changes": [_change(change) for change in difference.changes],
        "not_rebuilt": difference.not_rebuilt,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _change(change: Change) -> dict[str, Any]:
    return {
        "how": change.how,
        "kind": change.kind,
        "id": change.record.id,
        "was": change.before.id if change.before and change.how is How.CHANGED else None,
        "into": change.after.id if change.after and change.how is How.MERGED else None,
        "article": change.place or None,
        "heading": change.heading,
        "words": change.sentence,
        "fields": [{"field": one.field, "old": one.old, "new": one.new} for one in change.fields],
    }


def _decision(change: DecisionChange) -> dict[str, Any]:
    return {
        "how": change.how,
        "id": change.decision.target,
        "words": change.line,
        "details": change.details,
        "decision": change.decision.written(),
        "was": change.before.written() if change.before and change.how is How.CHANGED else None,
    }
