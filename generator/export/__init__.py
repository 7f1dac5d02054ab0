"""Records to files beside the pages: JSON for each page, CSV, XLSX and JSON for each section, attachments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.core import Commune, Draft, File, Site
from generator.export.data import json_files
from generator.export.identity import IDENTITY, identity, province_checks
from generator.export.package import package_file
from generator.export.section import sections
from generator.export.table import csv_file
from generator.export.values import value_sections
from generator.export.whole import whole_file
from generator.export.workbook import workbook_file
from generator.feeds import feeds
from generator.fields.attachment import named_in
from generator.kinds import kinds
from generator.kinds._kind import Scope
from generator.kinds._people import current
from generator.kinds._withdrawn import digests_of, withdrawals
from generator.sharing import pictures
from generator.stages import stage
from generator.wellknown import wellknown

__all__ = ["IDENTITY", "export", "identity", "province_checks"]


@stage("Tệp dữ liệu, bảng tính")
def export(scope: Scope, drafts: Sequence[Draft], site: Site) -> tuple[File, ...]:
    """Everything of a commune's site that is not a page; of lists of persons only those in force."""
    scope = current(scope)
    found = sections(scope)
    every = (*found, *value_sections(scope))
    tables = tuple(csv_file(section) for section in every)
    return (
        *json_files(drafts),
        *tables,
        *(workbook_file(section, site) for section in found),
        *(whole_file(section, scope, drafts, site) for section in found),
        *package_file(every, tables, scope, site),
        *(file for kind in kinds() for file in kind.exports(scope, site)),
        *_attachments(scope.commune),
        *feeds(drafts, site, scope.commune.code),
        *wellknown(drafts, site, _email(scope)),
        *pictures(drafts, site),
        identity(
            scope.province.units[scope.commune.code],
            scope.day,
            scope.commune.standing,
            digests_of(withdrawals(scope.commune)),
            scope.province.settings.trial,
        ),
    )


def _email(scope: Scope) -> str | None:
    profile = scope.commune.one("profile")
    return profile.data.focal.email if profile and profile.data.focal else None


def _attachments(commune: Commune) -> Iterator[File]:
    records = (record for group in commune.records.values() for record in group)
    for path in sorted({str(value) for _, _, value in named_in(records)}):
        yield File(path, source=commune.folder / path)
