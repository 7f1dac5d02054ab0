"""One answer of the national portal's API to the catalogue's shape."""

from __future__ import annotations

from typing import Any

from generator.imports.procedures.fees import fee
from generator.imports.procedures.findings import Doubt, Notes
from generator.imports.procedures.limits import limit, speaks_of_time
from generator.imports.procedures.mapped import Mapped, catalogue, state_is_over
from generator.imports.procedures.reader import Reader
from generator.imports.procedures.text import each_once
from generator.province.procedures import ChannelKind, OnlineLevel

PORTAL = "Cổng Dịch vụ công quốc gia"
LEVELS = {
    "isWard": "Cấp xã",
    "isProvince": "Cấp tỉnh",
    "isMinistry": "Cấp bộ",
    "isOtherAgency": "Cơ quan khác",
}
CHANNELS = {"DIRECT": ChannelKind.DIRECT, "ONLINE": ChannelKind.ONLINE, "POSTAL": ChannelKind.POSTAL}
FEES = {"FEE": "Phí", "SERVICE_FEE": "Lệ phí", "PRICE_LEVEL": "Mức giá", "": ""}
TYPES = {"", "STANDARD", "INTERCONNECTED", "SPECIFIC"}
"""National, joined, local; a procedure between agencies is not for this catalogue and is reported."""
AGENCIES = {
    "Executing": "executingAgencies",
    "Authority": "delegatedAgencies",
    "Coordinating": "coordinatingAgencies",
}
"""The end of the keys of lists, and the key of the same names joined in one text."""
NAMED = ("categoriesDetails", "legalBasisesDetails", "resultsDetails", "subjectTypesDetails")
AGENCY_LISTS = tuple(f"{kind}{role}" for kind in ("unitGroups", "departments") for role in AGENCIES)
USELESS = frozenset(
    {
        "codeNotation", "createdAt", "departmentPromulgateCode", "departmentPromulgateId",
        "formalityType",  # who may regulate it, of no use to a citizen
        "isSharedService",  # how the portal runs it
        "serviceGroupsDetails",  # the portal's own shelves; ours are the life events of summaries
        "category", "departmentPromulgateName", "authorizedAgencies",  # the same again
        *(f"{name}Ids" for name in ("category", "serviceGroup", "legalBasis", "result", "subjectType")),
        *(f"{kind}{role}Ids" for kind in ("unitGroup", "department") for role in (*AGENCIES, "Authorized")),
        *(f"{name}.{key}" for name in (*NAMED, *AGENCY_LISTS) for key in ("id", "code")),
        "procedureProposal.id", "procedureProposal.issuingAgency.id", "procedureProposal.proposalType",
        "procedureProposal.publicationDate",  # when the portal showed it, not when it was decided
        "executionMethods.fees.currencyId",
        "executionCases.profileComponents.profileComponentId", "executionCases.profileComponents.code",
        "executionCases.profileComponents.required",  # false everywhere in 502 answers
        "executionCases.profileComponents.hasElectronicForm",  # a form inside the portal, no address
        *(f"executionCases.profileComponents.attachments.{key}" for key in ("id", "bucketName", "filePath")),
        "cases.id", "cases.code",
    }
)  # fmt: skip
"""Keys known to be of no use here; any other key that holds something is reported."""


def map_portal(record: dict[str, Any], notes: Notes) -> Mapped:
    """The catalogue's record of `data` in a portal answer."""
    read = Reader(record, notes)
    tree = {**_heading(read), **_ways(read, notes), **_contents(read), "nguon": PORTAL}
    over = state_is_over(read.text("state"), notes)
    check_type(read.text("type"), notes)
    read.done(USELESS)
    return Mapped(notes.code, catalogue(tree, notes), over, notes, direct=True)


def _heading(read: Reader) -> dict[str, Any]:
    """What it is, whom it is for, who does it."""
    return {
        "ma": read.text("code"),
        "ten": read.text("name"),
        "id_cong": read.text("id"),
        "linh_vuc": each_once(read.names("categoriesDetails")),
        "cap_thuc_hien": [label for key, label in LEVELS.items() if read.flag(key)],
        "doi_tuong": each_once(read.names("subjectTypesDetails")),
        "quyet_dinh_cong_bo": _publication(read),
        "co_quan_thuc_hien": _agencies(read, "Executing"),
        "co_quan_quyet_dinh": _agencies(read, "Authority"),
        "co_quan_phoi_hop": _agencies(read, "Coordinating"),
        "noi_tiep_nhan": read.text("dossierReceivingAddresses"),
        "nguon_cap_nhat": read.day("updatedAt"),
    }


def _ways(read: Reader, notes: Notes) -> dict[str, Any]:
    """How to hand in, how long it takes, what it costs."""
    channels = [_channel(method, notes) for method in read.each("executionMethods")]
    return {
        "truc_tuyen": online_level(read.flag("isFullProcess"), read.flag("isOfflineOnly"), channels).value,
        "cach_thuc": channels,
        "thoi_han_truong_hop": [_case_limit(case, notes) for case in read.each("cases")],
    }


def _contents(read: Reader) -> dict[str, Any]:
    """Papers, steps, results and what they rest on."""
    bases = read.each("legalBasisesDetails")
    return {
        "ho_so": [_case(case) for case in read.each("executionCases")],
        "trinh_tu": [_step(step) for step in read.each("executionSteps")],
        "ket_qua": each_once(read.names("resultsDetails")),
        "yeu_cau": _conditions(read),
        "can_cu": [{"so_hieu": basis.text("code"), "ten": basis.text("name")} for basis in bases],
        "ghi_chu": read.text("note"),
    }


def _agencies(read: Reader, role: str) -> list[str]:
    """Groups of units, then named agencies; the joined text only where both lists are empty."""
    joined = read.text(AGENCIES[role])
    names = [*read.names(f"unitGroups{role}"), *read.names(f"departments{role}")]
    return each_once(names) or each_once([joined])


def _publication(read: Reader) -> dict[str, Any]:
    proposal = read.group("procedureProposal")
    numbers = [read.text("decisionNo"), proposal.text("decisionNumber"), proposal.text("proposalNumber")]
    issuer = proposal.group("issuingAgency").text("name")
    return {
        "so": next(filter(None, numbers), ""),
        "ngay": proposal.day("decisionDate"),
        "co_quan": issuer or read.text("departmentPromulgateName"),
    }


def online_level(full: bool, offline: bool, channels: list[dict[str, Any]]) -> OnlineLevel:
    """What the source says of doing it online; handing in online alone does not tell how far."""
    if full:
        return OnlineLevel.FULL
    if any(channel["kenh"] == ChannelKind.ONLINE.value for channel in channels):
        return OnlineLevel.UNSTATED
    return OnlineLevel.NONE if offline or channels else OnlineLevel.UNKNOWN


def _channel(method: Reader, notes: Notes) -> dict[str, Any]:
    kind = method.text("submissionMethod")
    if kind not in CHANNELS:
        notes.add(Doubt.VALUE, f"cách nộp “{kind}”, chưa đưa vào")
    words = method.text("description")
    timed = speaks_of_time(words)
    number, unit = method.number("processingTime"), method.text("processingTimeUnit")
    return {
        "kenh": CHANNELS[kind].value if kind in CHANNELS else "",
        "thoi_han": limit(number, unit, [words] if timed else [], notes),
        "phi": [_fee(item, notes) for item in method.each("fees")],
        "mo_ta": "" if timed else words,
    }


def _fee(item: Reader, notes: Notes) -> dict[str, Any]:
    kind = item.text("type")
    if kind not in FEES:
        notes.add(Doubt.VALUE, f"loại phí “{kind}”, để trống")
    currency = item.text("currencyName")
    return fee(item.number("value"), item.text("description"), FEES.get(kind, ""), notes, currency)


def _case_limit(case: Reader, notes: Notes) -> dict[str, Any]:
    day = case.group("processingDay")
    found = limit(day.number("qty"), day.text("type"), [], notes)
    return {"ten": case.text("name"), "thoi_han": found}


def _case(case: Reader) -> dict[str, Any]:
    papers = case.each("profileComponents")
    return {"truong_hop": case.text("name"), "giay_to": [_paper(paper) for paper in papers]}


def _paper(paper: Reader) -> dict[str, Any]:
    return {
        "ten": paper.text("name"),
        "ban_chinh": paper.text("originalQty"),
        "ban_sao": paper.text("copyQty"),
        "mau": [{"ten": form.text("fileName")} for form in paper.each("attachments")],
    }


def _step(step: Reader) -> dict[str, Any]:
    name, words = step.text("name"), step.text("description")
    return {"ten": name if words else "", "noi_dung": words or name}


def _conditions(read: Reader) -> str:
    """The portal fills `description` with the same words; what differs there must not be lost."""
    conditions, description = read.text("requirementsAndConditions"), read.text("description")
    if description and description != conditions:
        read.notes.add(Doubt.KEY, "description", description)
    return conditions


def check_type(kind: str, notes: Notes) -> None:
    if kind not in TYPES:
        notes.add(Doubt.VALUE, f"loại thủ tục “{kind}”")
