"""Layer 1, for developers: writes the shipped JSON Schemas anew, from the model as it is now."""

import json
from pathlib import Path

from generator.facts.schemas import SHIPPED, generated

for name, schema in generated().items():
    text = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
    (Path(__file__).parent / SHIPPED / name).write_text(text, encoding="utf-8", newline="\n")
