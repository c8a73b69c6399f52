"""Layer 3, for developers: writes the shipped JSON Schema of story.json anew, from the model as it is now."""

import json
from pathlib import Path

from generator.export.schemas import SHIPPED, STORY, generated

text = json.dumps(generated(), indent=1, ensure_ascii=False) + "\n"
(Path(__file__).parent / SHIPPED / STORY).write_text(text, encoding="utf-8", newline="\n")
