"""Stage pages: a site's own colours in, a style sheet that sets them over the shipped ones out."""

from collections.abc import Mapping


def style_sheet(colours: Mapping[str, tuple[str, str]]) -> str:
    """The custom properties of the shipped style sheet with other values; empty where there are none.

    Args:
        colours: each colour's `#rrggbb` in the light and in the dark scheme, by the name of its property.
    """
    if not colours:
        return ""
    light = "".join(f"--ex-{name}: {shade};" for name, (shade, _) in colours.items())
    dark = "".join(f"--ex-{name}: {shade};" for name, (_, shade) in colours.items())
    return f':root {{{light}}}\n[data-md-color-scheme="slate"] {{{dark}}}\n'
