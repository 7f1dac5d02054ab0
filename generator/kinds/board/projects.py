"""The projects that boards belong to, and those that are carried out without one."""

from __future__ import annotations

from typing import Any

from generator.core import Record
from generator.kinds._kind import Scope
from generator.kinds.project.choices import Status

CARRIED_OUT = (Status.RUNNING, Status.PAUSED)
BOARD_DUTY = "THDC-41"


def project_of(id: str | None, scope: Scope) -> Record[Any] | None:
    return next((record for record in scope.commune.all("project") if record.id == id), None)


def page_of(project: Record[Any]) -> str:
    """Address of the project's own page."""
    return f"du-an/{project.id}/"


def without_board(scope: Scope) -> tuple[Record[Any], ...]:
    """Projects being carried out that name no board, while the law orders one for each."""
    if scope.duty(BOARD_DUTY) is None:
        return ()
    covered = {record.data.project for record in scope.commune.all("board")}
    return tuple(
        record
        for record in scope.commune.all("project")
        if record.data.status in CARRIED_OUT and record.id not in covered
    )
