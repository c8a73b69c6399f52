"""Layer 0: how a person's name is sorted."""

PARTICLES = frozenset("al bin da de del della der di dos du el ibn la le ten van von".split())  # noqa: SIM905
SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}


def sort_name(name: str) -> str:
    """A name with its family name first: “Starmer, Keir”.

    The last word is taken for the family name, with the particles before it (“van der Leyen, Anna”) and without a
    suffix after it (“King, Martin Luther, Jr.”); a name of one word stays as it is. Peers are sorted by their title,
    with the place that tells it from another (“Smith of Kelvin, Lord”). Where a culture puts the family name first, a
    reviewer sets `sort_name`.
    """
    words = name.split()
    if "of" in words[2:]:  # no other name has it
        return f"{' '.join(words[1:])}, {words[0]}"
    suffix = words.pop() if len(words) > 2 and words[-1].lower() in SUFFIXES else None
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    if first < 1:
        return name
    return ", ".join(part for part in (" ".join(words[first:]), " ".join(words[:first]), suffix) if part)
