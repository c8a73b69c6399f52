"""Layer 0: characters that nobody sees come in, marks such as `[U+202E]` go out, for messages and for pages."""

import unicodedata

JOINERS = "\u200c\u200d"
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def visible(words: str, *, kept: str = "") -> str:
    """Words with every character that is invisible or changes the direction of text shown as a mark.

    Joiners inside words of scripts that need them, and inside emoji, are kept.

    Args:
        words: any words; lone surrogates too, as names of files that are not UTF-8 hold them.
        kept: other characters that stay as they are, such as line ends.
    """
    if words.isprintable():
        return words
    return "".join(_seen(c, words[i - 1] if i else "", kept) for i, c in enumerate(words))


def _seen(character: str, before: str, kept: str) -> str:
    if character in kept or unicodedata.category(character) not in _UNSEEN:
        return character
    if character in JOINERS and before and not before.isascii():
        return character
    return f"[U+{ord(character):04X}]"
