"""Why a copy could not be taken: for the status page, so in plain words and without names or secrets."""

from __future__ import annotations

import re

from generator.core import Place, Problem
from generator.words.machine import ran_out


class NotTakenError(Exception):
    """What is wrong with a source and what to do, in Vietnamese."""

    def __init__(
        self,
        reason: str,
        hint: str,
        said: str = "",
        passing: bool = False,
        anew: bool = False,
        code: str = "copy_refused",
    ) -> None:
        super().__init__(reason, hint, said, passing, anew, code)
        self.reason, self.hint = reason, hint
        self.said = said
        """What git says, for the log of this machine only."""
        self.passing = passing
        """Whether the next try may end otherwise though the source is the same."""
        self.anew = anew
        """Whether what is here of the repository is better thrown away."""
        self.code = code
        """Of the problem; that of the release where it is one."""

    def problem(self, place: str) -> Problem:
        return Problem(Place(place), self.code, self.reason, self.hint)


GIT: tuple[tuple[str, str, str], ...] = (
    (
        r"couldn't find remote ref|Remote branch .* not found",
        "kho không có nhánh đã ghi",
        "Xem lại mục nhanh trong mirror.yml.",
    ),
    (
        r"Authentication failed|could not read (?:Username|Password)|terminal prompts disabled"
        r"|error: 40[13]|Permission denied|Host key verification failed",
        "kho đòi tên, mật khẩu hoặc khóa mà máy chủ chưa có",
        "Xin xã cho phép đọc kho, hoặc cấp khóa đọc cho máy chủ.",
    ),
    (
        r"dubious ownership",
        "kho trên máy này thuộc người dùng khác",
        "Cho người dùng chạy lệnh này làm chủ thư mục kho.",
    ),
    (
        r"[Rr]epository not found|[Rr]epository '.*' not found|does not appear to be a git repository"
        r"|not a git repository|error: 404|No such file or directory",
        "không có kho git ở địa chỉ đã ghi",
        "Xem lại địa chỉ; hỏi xã có đổi chỗ hay đóng kho không.",
    ),
    (
        r"redirect",
        "kho đã dời sang địa chỉ khác",
        "Hỏi xã địa chỉ mới, sửa trong mirror.yml.",
    ),
    (
        r"[Nn]o space left|Disk quota",
        "đĩa của máy chủ đã đầy",
        "Dọn đĩa; lượt sau máy tự lấy lại.",
    ),
    (
        r"Could not resolve|unable to access|[Cc]onnection|Failed to connect|timed out|Network is unreachable"
        r"|unable to look up|early EOF|RPC failed|unexpected disconnect|hung up",
        "không nối được tới nơi giữ kho",
        "Xem đường mạng; nơi giữ kho có thể đang hỏng. Lượt sau máy tự thử lại.",
    ),
    (
        r"fsck|index-pack|bad object|corrupt|invalid object|missing (?:blob|tree)|unpack",
        "kho git có phần hỏng",
        "Nhờ xã chạy git fsck ở kho, sửa rồi đẩy lên lại.",
    ),
)  # fmt: skip


def from_git(said: str) -> NotTakenError:
    """What git says on its error output, in words for people."""
    for pattern, reason, hint in GIT:
        if re.search(pattern, said):
            return NotTakenError(reason, hint, said, passing=True, anew=(pattern, reason, hint) == GIT[-1])
    hint = "Xem nhật ký của máy chủ. Lượt sau máy lấy lại từ đầu."
    return NotTakenError("git không lấy được kho này", hint, said, passing=True, anew=True)


def from_machine(error: BaseException) -> NotTakenError:
    """What the machine itself could not do; the next try may."""
    lacking = ran_out(error, "máy chủ")
    reason = lacking or "máy chủ báo lỗi khi chép"
    hint = "Dọn đĩa, thêm bộ nhớ; lượt sau máy tự lấy lại." if lacking else "Xem nhật ký của máy chủ."
    return NotTakenError(reason, hint, str(error), passing=True)
