"""The file of one procedure, read back before it is written."""

from __future__ import annotations

from generator.canonical import as_yaml
from generator.load.models import read_model
from generator.load.yaml_tree import read_yaml
from generator.province import Procedure


class RoundTripError(Exception):
    """The text written does not read back as the same procedure; nothing was written."""


def checked(procedure: Procedure) -> bytes:
    """The file's bytes in canonical writing.

    Raises: RoundTripError
    """
    content = as_yaml(procedure)
    if read_model(Procedure, read_yaml(content, procedure.code)) != procedure:
        raise RoundTripError(procedure.code)
    return content
