"""What can keep a release from being made, in words for whoever looks after the machine."""

from __future__ import annotations

from generator.words.machine import ran_out


class BrokenChainError(Exception):
    """What is said to be the release before is none of this commune; the argument says where it lies."""


class KeyUseError(Exception):
    """A key cannot be used or made; the argument is what `ssh-keygen` said."""


class NoToolError(Exception):
    """`ssh-keygen` is not on this machine."""


class OddFileError(Exception):
    """A site holds a link, or a file whose name no list can hold; the argument is its name."""


class TrialDataError(Exception):
    """A site holds made-up records to try the program out; the argument is its name."""


class UnreadableError(Exception):
    """A copy cannot be read; the argument says why, in Vietnamese."""


FAILURES = (
    BrokenChainError,
    KeyUseError,
    NoToolError,
    OddFileError,
    OSError,
    TrialDataError,
    UnreadableError,
)
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
    if isinstance(error, TrialDataError):
        return f"trang của {error} là dữ liệu thử, không có thật, nên không được phát hành. Dựng lại từ dữ liệu thật của xã."
    if isinstance(error, UnreadableError):
        return f"không đọc được bản phát hành trước: {error}. Xem lại --previous rồi chạy lại."
    return f"{ran_out(error)}. Dọn bớt rồi chạy lại." if ran_out(error) else f"máy báo lỗi: {error}."
