"""Layer 0: what the fields of records are called, for an editor's terminal, a comment and a site's readers alike."""

FIELDS = {
    "text": "the article’s text",
    "path": "the article’s file",
    "content": "what was said",
    "evidence": "the article’s words",
    "confidence": "how sure the program is",
    "act": "kind",
    "attribution": "how it is attributed",
    "mode": "how it is quoted",
    "cue": "the article’s verb",
    "source": "source as written",
    "joint_with": "said together with",
    "replies_to": "answers",
    "also_replies_to": "also answers",
    "nested_in": "told within",
    "about": "about",
    "when": "when",
    "when.date": "day",
    "on_behalf_of": "for the party",
    "tense": "current or former",
    "positions": "where voters stood",
    "post": "the same post under one name",
    "sort_name": "sorted under",
    "honorific_prefix": "styled",
    "other_names": "also written",
    "reports": "articles that report it",
    "what": "what happened",
    "participants": "who took part",
    "classification": "kind",
    "values": "what reports say",
    "field": "what differs",
}
"""By the names that files give them; a site can have others, as texts of `changes.fields`."""


def label(field: str) -> str:
    """What a field is called; one that has no label goes by the name that files give it."""
    return FIELDS.get(field, field.replace("_", " "))
