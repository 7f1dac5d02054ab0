"""Who may sign releases: two files of the province in OpenSSH's own forms, served beside its page."""

from __future__ import annotations

ALLOWED = "allowed_signers"
"""Whose key signs for which communes, from when to when (ssh-keygen(1), ALLOWED SIGNERS)."""
REVOKED = "revoked_keys"
"""Public keys called back, one a line (ssh-keygen -r)."""
NAMESPACE = "phat-hanh@congkhai"
"""A signature made for anything else, such as a login or an e-mail, is no signature of a release."""
