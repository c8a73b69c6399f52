"""A MkDocs hook: a site comes in as the explainer makes it, a folder that MkDocs builds the same pages from goes out.

The folder is named by `EXPLAINER_BARE`; the site that it holds needs no plugin but the theme's search.
"""

import os
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files


@event_priority(-100)  # when all files are there
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Write every file that was generated, and settings under which MkDocs does the same with them."""
    folder = Path(os.environ["EXPLAINER_BARE"])
    for file in files:
        if file.generated_by:
            path = folder / "docs" / file.src_uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content_bytes)
    settings = {
        "site_name": config.site_name,
        "site_url": config.site_url,
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "nav": config.nav,
        "not_in_nav": "*",
        "extra_css": [str(uri) for uri in config.extra_css],
        "extra_javascript": [str(uri) for uri in config.extra_javascript],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return files
