"""What can keep a release from being made, in words for whoever looks after the machine."""

from __future__ import annotations

from generator.release.chain import BrokenChainError
from generator.release.copies import UnreadableError
from generator.release.make import OddFileError
from generator.release.sign import KeyUseError, NoToolError

FAILURES = (BrokenChainError, KeyUseError, NoToolError, OddFileError, OSError, UnreadableError)
NO_TOOL = (
    "máy này không có ssh-keygen. Cài gói openssh-client (Debian, Ubuntu: apt install openssh-client)."
)


def why(error: BaseException) -> str:
    """Sentences: what happened, and the next step."""
    if isinstance(error, NoToolError):
        return NO_TOOL
    if isinstance(error, KeyUseError):
        return f"ssh-keygen không dùng được khóa ({error}). Cần tệp khóa riêng, quyền 600, không mật khẩu."
    if isinstance(error, BrokenChainError):
        return f"bản phát hành trước ở {error} hỏng hoặc của xã khác. Đưa đúng tệp release.json đã đăng lần trước vào đó."
    if isinstance(error, OddFileError):
        return f"“{error}” là liên kết hoặc có tên không ghi được vào danh sách. Dựng lại trang, đừng thêm tệp bằng tay."
    if isinstance(error, UnreadableError):
        return f"không đọc được bản phát hành trước: {error}. Xem lại --previous rồi chạy lại."
    return f"máy báo lỗi: {error}."
