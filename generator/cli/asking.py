"""Layer 4, `explainer review`: a question goes to standard error, a key or a line that somebody typed comes back."""

import sys

import click

from generator.errors import GeneratorError


def key(question: str) -> str:
    """One key; without a terminal the next line of standard input.

    Raises:
        EOFError: there is nobody left to ask.
    """
    click.echo(question, nl=False, err=True)
    if not sys.stdin.isatty():
        typed = _next_line()
    else:
        typed = click.getchar()
        click.echo(typed if typed.isprintable() else "", err=True)
    return typed.strip()


def line(question: str) -> str:
    """A line of words; empty where somebody wants nothing of it after all.

    Raises:
        EOFError: there is nobody left to ask.
    """
    if sys.stdin.isatty():
        answer: str = click.prompt(question, default="", show_default=False, err=True)
        return answer.strip()
    click.echo(f"{question}: ", nl=False, err=True)
    return _next_line().strip()


def _next_line() -> str:
    try:
        typed = sys.stdin.readline()
    except UnicodeDecodeError:
        raise GeneratorError("what was typed is not UTF-8 text", mend="set the terminal to UTF-8") from None
    click.echo(typed.rstrip("\n"), err=True)
    if not typed:
        raise EOFError
    return typed
