"""Join the names of each organization: places where bodies are named come in, `Body` records with classification go out."""

from collections.abc import Iterable, Sequence
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.names.bodies import known_bodies
from generator.extract.names.parts import Body, Name
from generator.extract.names.reading import Reading
from generator.model.ids import fold
from generator.model.words import Classification

ARTICLE = "the "
SKIPPED = frozenset("of for and the & on to in".split())


@cache
def _last_words() -> dict[str, Classification]:
    lists = lexicon("institutions")["last"]
    return {word: Classification(kind) for kind, heads in lists.items() for word in heads}


@cache
def _of_words() -> dict[str, Classification]:
    lists = lexicon("institutions")["of"]
    return {word: Classification(kind) for kind, heads in lists.items() for word in heads}


def key_of(name: str) -> str:
    """What names of one body have in common: small letters, no article."""
    return fold(name.replace("(", " ( ").replace(")", " ) ").replace("No. ", "No ")).removeprefix(ARTICLE).strip()


def classify(name: str) -> Classification | None:
    """What kind of body a name tells of."""
    key = key_of(name).split()
    if known := known_bodies().get(tuple(key)):
        return known[1]
    if not key:
        return None
    if key[0] == "daily":
        return Classification.MEDIA
    before_of = next((word for word, after in zip(key, key[1:], strict=False) if after in ("of", "for", "on")), None)
    return (_of_words().get(before_of) if before_of else None) or _last_words().get(key[-1])


def join_bodies(reading: Reading, names: Sequence[Name]) -> list[Body]:
    """Bodies in the order of their first mention: known aliases, acronyms and short forms of one body joined."""
    groups: dict[str, list[Name]] = {}
    for name in names:
        text = reading.quote(name.first, name.last)
        known = known_bodies().get(tuple(key_of(text).split()))
        groups.setdefault(fold(known[0]) if known else key_of(text), []).append(name)
    for short, whole in _joins(reading, groups):
        if short in groups and whole in groups and short != whole:
            groups[whole].extend(groups.pop(short))
    bodies = [_body(reading, sorted(group, key=lambda name: name.first)) for group in groups.values()]
    return sorted(bodies, key=lambda body: body.spans[0])


def _body(reading: Reading, group: Sequence[Name]) -> Body:
    forms = [reading.quote(name.first, name.last) for name in group]
    name = max(dict.fromkeys(forms), key=lambda form: (not form.isupper(), _is_first_name(form), forms.count(form)))
    kinds = [kind for form in forms if (kind := classify(form))]
    return Body(name=name, classification=kinds[0] if kinds else None, spans=[reading.span(n.first, n.last) for n in group])


def _is_first_name(form: str) -> bool:
    known = known_bodies().get(tuple(key_of(form).split()))
    return known is None or key_of(known[0]) == key_of(form)


def _joins(reading: Reading, groups: dict[str, list[Name]]) -> Iterable[tuple[str, str]]:
    """Pairs of a short name and the one whole name that it stands for."""
    initials: dict[str, list[str]] = {}
    for whole in groups:
        first = reading.quote(groups[whole][0].first, groups[whole][0].last)
        capitals = "".join(word[0] for word in first.replace("-", " ").split() if word[0].isupper())
        if len(capitals) > 1:
            initials.setdefault(fold(capitals), []).append(whole)
    for short in list(groups):
        owners = [whole for whole in initials.get(short.replace(".", ""), ()) if whole != short]
        if len(owners) == 1:
            yield short, owners[0]
            continue
        whole = [other for other in groups if _shortens(short, other)]
        if len(whole) == 1:
            yield short, whole[0]


def _shortens(short: str, whole: str) -> bool:
    """Whether a name is a longer one without its last word, as "Clearwell" is of "Clearwell Holdings"."""
    words, longer = short.split(), whole.split()
    business = classify(whole) in (Classification.COMPANY, Classification.PARTY)
    return business and len(words) < len(longer) and longer[: len(words)] == words and not classify(short)
