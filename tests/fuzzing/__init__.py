"""Coverage-guided fuzzing: bytes that nobody would write are given to what reads articles and to what shows them."""
