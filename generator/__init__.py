"""Explainer: turns news articles into a sourced, searchable static site (see ARCHITECTURE.md)."""

__version__ = "0.1.0"
