"""The set-up of a Debian server: its units are sound, and on a throw-away system it leaves what it promises."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.webserver import Hosting, Server, configuration
from tests.conftest import ROOT

DEPLOY = ROOT / "deploy"
INSIDE = """
set -e
apt-get update -qq -eany || exit 77
/src/deploy/setup.sh congkhai.example >/dev/null
/src/deploy/setup.sh congkhai.example >/dev/null
stat -c '%U %a %n' /srv/congkhai /srv/congkhai/.ssh/authorized_keys /srv/congkhai/noi-dung.git
runuser -u congkhai -- test ! -w /opt/congkhai/bin/congkhai
runuser -u congkhai -- test ! -w /srv/congkhai/.ssh/authorized_keys
export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b.example
export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b.example HOME=/tmp
install -d -o congkhai /tmp/gui && cp -r /src/content /tmp/gui/ && chown -R congkhai /tmp/gui && cd /tmp/gui
rm -rf content/tinh/thu-tuc content/xa/[!x]* content/xa/xa-[!p]*
runuser -u congkhai -- git init -q -b main
runuser -u congkhai -- git add -A
runuser -u congkhai -- git commit -qm x
runuser -u congkhai -- git push /srv/congkhai/noi-dung.git main
stat -c '%U %a %n' /srv/congkhai/trang/xa-phu-dinh/index.html
runuser -u www-data -- test -r /srv/congkhai/trang/xa-phu-dinh/index.html
nginx -t -q
systemd-analyze verify /etc/systemd/system/congkhai-*.service /etc/systemd/system/congkhai-*.timer
stat -c '%U %G %a %n' /srv/congkhai/mirror.yml /srv/congkhai/ban-sao
runuser -u congkhai -- $(sed -n 's/^ExecStart=//p' /etc/systemd/system/congkhai-mirror.service) >/dev/null 2>&1
stat -c '%U %a %n' /srv/congkhai/ban-sao/kho /srv/congkhai/ban-sao/trang/ban-sao.json
echo all-done
"""
OUTSIDE = """
set -e
mount -t tmpfs -o size=2g tmpfs {folder}
mkdir {folder}/upper {folder}/work {folder}/root
mount -t overlay overlay -o lowerdir=/,upperdir={folder}/upper,workdir={folder}/work {folder}/root
mount -t proc proc {folder}/root/proc
mount --bind /dev {folder}/root/dev
mkdir {folder}/root/src
tar -C {source} --exclude=.venv --exclude=./site --exclude=.git -cf - . | tar -C {folder}/root/src -xf -
cp {inside} {folder}/root/src/inside.sh
exec chroot {folder}/root sh /src/inside.sh
"""


def test_the_units_are_sound(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is missing")
    for unit in DEPLOY.glob("congkhai-*.*"):
        text = unit.read_text(encoding="utf-8").replace("/opt/congkhai/bin/congkhai", sys.executable)
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    units = sorted(map(str, tmp_path.iterdir()))
    done = subprocess.run(
        ["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_set_up_is_a_script_of_the_plain_shell() -> None:
    assert subprocess.run(["sh", "-n", str(DEPLOY / "setup.sh")], check=False).returncode == 0
    assert os.access(DEPLOY / "setup.sh", os.X_OK)


def test_the_certificate_of_before_is_found_in_the_configuration_of_before(tmp_path: Path) -> None:
    script = (DEPLOY / "setup.sh").read_text("utf-8")
    function = script[script.index("certificate_of() {") : script.index("\n}\n") + 3]
    site = Hosting(
        tmp_path, ("congkhai.example",), certificate=Path("/etc/letsencrypt/live/congkhai.example")
    )

    def found(domain: str) -> str:
        asked = ["sh", "-euc", f'{function}certificate_of "$1" "$2"', "sh", str(tmp_path / "site"), domain]
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout

    assert found("congkhai.example") == ""  # nothing there yet
    (tmp_path / "site").write_text(configuration(Server.NGINX, site), encoding="utf-8")
    assert found("congkhai.example") == "/etc/letsencrypt/live/congkhai.example\n"
    assert found("khac.example") == ""
    (tmp_path / "site").write_text(
        configuration(Server.NGINX, replace(site, certificate=None)), encoding="utf-8"
    )
    assert found("congkhai.example") == ""


@pytest.mark.parametrize("old", ["cũ", None], ids=["a site before", "none before"])
@pytest.mark.parametrize("good", [True, False], ids=["good", "refused"])
def test_a_site_that_nginx_refuses_gives_way_to_the_one_of_before(
    tmp_path: Path, old: str | None, good: bool
) -> None:
    script = (DEPLOY / "setup.sh").read_text("utf-8")
    start = script.index("put_site() {")
    function = script[start : script.index("\n}\n", start) + 3]
    new, site, link = tmp_path / "moi", tmp_path / "trang", tmp_path / "lien-ket"
    new.write_text("mới", encoding="utf-8")
    if old:
        site.write_text(old, encoding="utf-8")
        link.symlink_to(site)
    tested = f'nginx() {{ cat "{link}"; {str(good).lower()}; }}\n'
    asked = ["sh", "-euc", f'{tested}{function}put_site "$@"', "sh", *map(str, (new, site, link))]
    done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout == "mới"  # what nginx looked at
    assert (done.returncode == 0) is good
    stands = "mới" if good else old
    assert (link.read_text("utf-8") if link.exists() else None) == stands
    left = {path.name for path in tmp_path.iterdir()}
    assert left == ({"trang", "lien-ket"} if stands else set()) | (set() if good else {"moi"})
    assert ("Đã trả lại như trước" in done.stderr) is not good


@pytest.mark.long
def test_on_a_throw_away_system_one_command_leads_to_a_push_that_is_served(tmp_path: Path) -> None:
    """A chroot over a layer in memory: nothing of this machine is changed. It fetches packages."""
    if os.geteuid() != 0 or not Path("/etc/debian_version").exists():
        pytest.skip("needs root on Debian")
    folder = tmp_path / "he-thong"
    folder.mkdir()
    script = OUTSIDE.format(folder=folder, source=ROOT, inside=tmp_path / "inside.sh")
    (tmp_path / "inside.sh").write_text(INSIDE, encoding="utf-8")
    tried = subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("a file system of its own cannot be made here")
    env = {**os.environ, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", script], env=env, capture_output=True, text=True, check=False
    )
    if done.returncode == 77:
        pytest.skip("the package archive cannot be reached")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == [
        "congkhai 755 /srv/congkhai",
        "root 644 /srv/congkhai/.ssh/authorized_keys",
        "congkhai 700 /srv/congkhai/noi-dung.git",
        "congkhai 644 /srv/congkhai/trang/xa-phu-dinh/index.html",
        "root congkhai 640 /srv/congkhai/mirror.yml",
        "congkhai congkhai 755 /srv/congkhai/ban-sao",
        "congkhai 700 /srv/congkhai/ban-sao/kho",
        "congkhai 644 /srv/congkhai/ban-sao/trang/ban-sao.json",
        "all-done",
    ]
    assert "Đã đăng dữ liệu của tỉnh, xa-phu-dinh" in done.stderr
