"""Parts of pages that are the same in every commune, rendered once in a process."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from jinja2 import Environment, pass_environment
from markupsafe import Markup

MOST = 1_000
"""Parts kept: the catalogue of a province several times over, 13 MB of text."""


@pass_environment
def rendered_once(env: Environment, facts: Hashable, template: str) -> Markup:
    """What a template makes of facts that are compared by identity; it gets nothing else."""
    return _rendered(env, facts, template)


@lru_cache(maxsize=MOST)
def _rendered(env: Environment, facts: Hashable, template: str) -> Markup:
    return Markup(env.get_template(template).render(facts=facts))  # noqa: S704 - a template escapes
