"""Sites brought from an address: the same verdicts as from the folder, and nothing from anywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.audit import audit
from generator.audit.fetch import Limits, NotFetchedError, fetch_site, is_address
from generator.audit.site import Site
from tests.conftest import DAY, write_tree
from tests.servers import Quiet, served

HEAD = "<!doctype html><html lang=vi><title>A</title><main><h1>A</h1>"


def verdicts(site: Site) -> dict[str, str]:
    return {result.criterion.id: result.verdict.value for result in audit(site, DAY).results}


def test_an_address_gets_the_verdicts_of_its_folder(built: Path, whole: Site, tmp_path: Path) -> None:
    with served(built.parent) as address:
        fetched = fetch_site(f"{address}xa-mau/", tmp_path)
    changed = {id: verdict for id, verdict in verdicts(fetched).items() if verdict != verdicts(whole)[id]}
    assert changed == {"TC-RT-04": "fail"}  # the address is http
    assert set(whole.pages) - set(fetched.pages) == {"ho-tro/HT-2025-04/"}  # withdrawn: no page leads there


class _Strange(Quiet):
    """Leads elsewhere, sets cookies."""

    def do_GET(self) -> None:  # noqa: N802  as the base class names it
        if self.path == "/xa/ngoai/":
            self.send_response(302)
            self.send_header("Location", "/kin/")
            self.end_headers()
            return
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Set-Cookie", "a=1")
        super().end_headers()


def test_only_what_lies_below_the_address_is_fetched(tmp_path: Path) -> None:
    links = '<a href="ngoai/">1</a><a href="../kin/">2</a><a href="/kin/">3</a><a href="%2e%2e/kin/">4</a><a href="b/">5</a>'
    root = write_tree(
        tmp_path / "may", {"xa/index.html": HEAD + links, "xa/b/index.html": HEAD, "kin/index.html": HEAD}
    )
    with served(root, _Strange) as address:
        fetched = fetch_site(f"{address}xa", tmp_path / "ve")
    assert set(fetched.pages) == {"", "b/"}
    assert verdicts(fetched)["TC-RT-02"] == "fail"


@pytest.mark.parametrize("limits", [Limits(files=5), Limits(bytes=100), Limits(seconds=-1)])
def test_a_site_without_end_is_given_up(limits: Limits, tmp_path: Path) -> None:
    endless = "".join(f'<a href="{n}/">x</a>' for n in range(20))
    root = write_tree(tmp_path / "may", {"index.html": HEAD + endless})
    with served(root) as address, pytest.raises(NotFetchedError):
        fetch_site(address, tmp_path / "ve", limits=limits)


def test_an_address_without_a_site_says_so(tmp_path: Path) -> None:
    with served(tmp_path / "trong") as address, pytest.raises(NotFetchedError):
        fetch_site(f"{address}xa/", tmp_path / "ve")
    with pytest.raises(NotFetchedError):
        fetch_site(address, tmp_path / "ve")  # nobody listens any more


@pytest.mark.parametrize(
    ("place", "expected"),
    [("https://a.vn/x/", True), ("site/xa-mau", False), ("file:///etc", False), ("https:", False)],
)
def test_only_web_addresses_are_fetched(place: str, expected: bool) -> None:
    assert is_address(place) is expected


@pytest.mark.parametrize(("given", "status"), [("xa-mau", 0), ("hong", 1), ("khong-co", 2)])
def test_the_command_ends_as_others_do(given: str, status: int, built: Path, tmp_path: Path) -> None:
    from generator.cli import app
    from generator.cli.vietnamese import run

    write_tree(tmp_path / "hong", {"index.html": HEAD})
    place = built if given == "xa-mau" else tmp_path / given
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "sys.argv",
            ["congkhai", "audit", str(place), "--date", str(DAY), "--json", str(tmp_path / "a.json")],
        )
        assert run(app) == status
    assert (tmp_path / "a.json").exists() is (status < 2)
