"""Layer 4: a site's theme as its mkdocs.yml sets it up comes in; what that leaves open is set, so that pages look like
ours and make readers' browsers fetch nothing elsewhere.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

THEMES_FAVICON = "assets/images/favicon.png"
"""The mark that Material has where a site sets none."""

# A theme's setting that makes readers' browsers ask another site for files, and its default.
FETCHES = {
    "material": ("font", {"text": "Roboto", "code": "Roboto Mono"}),
    "mkdocs": ("highlightjs", True),
    "readthedocs": ("highlightjs", True),
}

# The theme's colours where a site sets none: the shipped style sheet's own, light or dark as readers have it.
PALETTE = [
    {
        "media": f"(prefers-color-scheme: {scheme})",
        "scheme": name,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": f"material/weather-{icon}", "name": label},
    }
    for scheme, name, icon, label in (
        ("light", "default", "night", "Switch to dark mode"),
        ("dark", "slate", "sunny", "Switch to light mode"),
    )
]


def keep_from_fetching(config: MkDocsConfig) -> None:
    """Switch off what the theme would have readers' browsers fetch from another site, unless the site sets it."""
    option, default = FETCHES.get(config.theme.name or "", ("", None))
    if option and config.theme[option] == default:
        config.theme[option] = False


def dress(config: MkDocsConfig, mark: str, contents: str) -> None:
    """Give the theme our mark, and Material our colours and words, where a site sets none of its own.

    Args:
        config: the site's configuration.
        mark: the address of our mark.
        contents: what the list of a page's parts is called.
    """
    theme = config.theme
    if theme.get("favicon") == THEMES_FAVICON and not _has_own(THEMES_FAVICON, config):
        theme["favicon"] = mark
    if theme.name != "material":
        return
    if not theme.get("palette"):
        theme["palette"] = PALETTE
    if not theme.get("logo") and not (theme.get("icon") or {}).get("logo"):
        theme["logo"] = mark
    config.mdx_configs.setdefault("toc", {}).setdefault("title", contents)


def _has_own(uri: str, config: MkDocsConfig) -> bool:
    """Whether a site puts a file of its own in place of one of the theme's."""
    folders = (config.docs_dir, config.theme.custom_dir)
    return any((Path(folder) / uri).is_file() for folder in folders if folder)
