"""Why `ssh-keygen` refused a signature, in words for people; it never makes a bad one good."""

from __future__ import annotations

from generator.province.signers import NAMESPACE
from generator.release.sign import Signers, is_whole, said_by
from generator.release.signers import Signer, is_revoked, read_signers
from generator.release.statement import Statement
from generator.words.dates import VIETNAM, say_day

NOBODY = "Bản này không phải của xã: đừng dùng. Lấy lại từ trang gốc, và báo cho xã và tỉnh."
PROVINCE = "Hỏi tỉnh danh sách khóa mới (allowed_signers, revoked_keys), rồi kiểm tra lại."


def why_unsigned(
    content: bytes, signature: bytes, statement: Statement, signers: Signers
) -> tuple[str, str, str]:
    """Code, message and next step. Raises: NoToolError"""
    said = said_by(signature)
    if said is None:
        return "release_signature_wrong", "tệp chữ ký hỏng hoặc không phải chữ ký SSH", NOBODY
    if said.namespace != NAMESPACE:
        return (
            "release_namespace_wrong",
            "chữ ký này làm cho việc khác, không phải để phát hành trang",
            NOBODY,
        )
    if not is_whole(content, signature):
        return "release_signature_wrong", "chữ ký không khớp: release.json đã bị sửa sau khi ký", NOBODY
    if is_revoked(said.key, signers.revoked):
        hint = "Đừng dùng bản này. Xã phát hành lại bằng khóa mới."
        return "release_key_revoked", "khóa đã ký bản này đã bị tỉnh thu hồi", hint
    known = [signer for signer in read_signers(signers.allowed) if signer.key == said.key]
    return _of_key(known, statement)


def _of_key(known: list[Signer], statement: Statement) -> tuple[str, str, str]:
    if not known:
        return "release_key_unknown", "khóa đã ký bản này không có trong danh sách của tỉnh", PROVINCE
    if not any(signer.may(statement.code) for signer in known):
        return "release_key_other_commune", f"khóa đã ký không được ký thay đơn vị mã {statement.code}", PROVINCE  # fmt: skip
    if not any(signer.valid(statement.made) for signer in known if signer.may(statement.code)):
        day = say_day(statement.made.astimezone(VIETNAM).date())
        hint = "Xã dùng khóa còn hạn, hoặc xin tỉnh gia hạn, rồi phát hành lại."
        return "release_key_not_valid", f"ngày {day}, khóa đã ký chưa có hiệu lực hoặc đã hết hạn", hint
    return "release_signature_wrong", "ssh-keygen không nhận chữ ký này", PROVINCE
