"""Names of the banks of Vietnam as people write them beside an account, November 2026."""

from __future__ import annotations

import re

NAMES = (
    "Agribank",
    "ABBANK",
    "Bac A Bank",
    "BaoViet Bank",
    "BIDV",
    "BVBank",
    "Co-opBank",
    "Eximbank",
    "GPBank",
    "HDBank",
    "KienlongBank",
    "LienVietPostBank",
    "LPBank",
    "MBBank",
    "MB Bank",
    "MBV",
    "MSB",
    "Nam A Bank",
    "NHCSXH",
    "OCB",
    "PGBank",
    "PVcomBank",
    "Sacombank",
    "Saigonbank",
    "SeABank",
    "Techcombank",
    "TPBank",
    "VCBNeo",
    "VietABank",
    "VietBank",
    "Vietcombank",
    "Vietinbank",
    "Vikki Bank",
    "VPBank",
    "ngân hàng",
)
SHORT_NAMES = ("ACB", "MB", "NCB", "SCB", "SHB", "TCB", "VCB", "VIB", "VRB", "CTG", "VTB")
"""Too short to be told from other words unless they stand in capitals."""
BANK = re.compile(rf"\b(?:(?i:{'|'.join(NAMES)})|{'|'.join(SHORT_NAMES)})\b")
