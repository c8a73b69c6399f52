"""How fast Explainer is and how it grows: `python -m benchmarks` measures it beside what it is asked to reach."""
