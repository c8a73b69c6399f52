"""Layer 0: the facts as frozen types, the words they are written in, ids and dates."""
