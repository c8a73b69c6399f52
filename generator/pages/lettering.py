"""Stage pages: how much room words take in a drawing, and names cut into the lines of a box."""

import unicodedata

LINES = 2


def text_width(words: str) -> float:
    """About how many characters of middling width a text is wide."""
    return sum(_character_width(character) for character in words)


def _character_width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    if character in "MWmw@%":
        return 1.5
    return 1.2 if character.isupper() else 1


def wrapped(name: str, length: int) -> tuple[str, ...]:
    """A name in at most two lines of a length; what does not fit is cut, and shown as cut."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer) <= length or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > LINES:
        lines[LINES - 1 :] = [" ".join(lines[LINES - 1 :])]
    return tuple(_cut(line, length) for line in lines)


def _cut(line: str, length: int) -> str:
    if text_width(line) <= length:
        return line
    while text_width(line) > length - 1:
        line = line[:-1]
    return line.rstrip() + "…"
