"""Workflows that find a key among the secrets of their repository sign what they publish, on every host."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from generator.hosting.limits import Host as Name
from generator.province.signers import ALLOWED
from generator.release.keys import allow, make_key
from generator.release.signers import Signer, public_key
from generator.words.dates import now
from tests.hosting.conftest import Machine
from tests.hosting.test_workflows import commune_host, publish, serial
from tests.test_cli import congkhai

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("git") is None, reason="no git"),
    pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no ssh-keygen"),
]
SECRET = "CONGKHAI_KHOA"  # noqa: S105  the name of one


@pytest.mark.parametrize("name", list(Name))
def test_a_key_among_the_secrets_signs_release_after_release(
    machine: Machine, tmp_path: Path, name: Name
) -> None:
    key, signers = tmp_path / "khoa", tmp_path / ALLOWED
    public = public_key(make_key(key, "xã").read_text("utf-8"))
    allow(Signer(("00000",), public, now() - timedelta(days=1), now() + timedelta(days=30)), "xã", signers)
    host, _ = commune_host(machine, tmp_path, name)
    text = key.read_text("utf-8")
    pasted = text.strip().replace("\n", "\r\n")  # as out of an editor on Windows
    for number, secret in enumerate((str(key) if name is Name.GITLAB else text, pasted), 1):
        done = publish(replace(host, secrets={SECRET: secret}), name)
        assert set(done.results.values()) == {"success"}, done.log
        assert "CHƯA KÝ" not in done.log
        assert text.splitlines()[2] not in done.log
        site = host.published()
        assert site
        assert serial(site) == number
        good = congkhai("verify", str(site), "--signers", str(signers))
        assert good.returncode == 0, good.stdout + good.stderr


def test_a_key_that_cannot_be_used_publishes_nothing(machine: Machine, tmp_path: Path) -> None:
    host, _ = commune_host(machine, tmp_path, Name.FORGEJO)
    done = publish(replace(host, secrets={SECRET: "không phải khóa"}), Name.FORGEJO)
    assert "failure" in done.results.values()
    assert "ssh-keygen không dùng được khóa" in done.log
    assert host.published() is None
