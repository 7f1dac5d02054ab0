"""The same sites built by us, by plain mkdocs-material, by Hugo and by Zensical, in turn, in several rounds.

Content: made-up communes (bench/plausible) with every kind and the real procedures. A peer gets each page of
our built sites as a file with front matter and the finished HTML of its body, and frames it: Hugo in a layout
with the parts of ours (bench/peers/layouts), the others in their own theme. What is NOT the same:

- We read YAML, check it, judge duties, write each body, data files, feeds, pictures and attachments, and make
  forwarding pages and the guide for staff. Peers get all that done: they write pages and the theme's files.
- MkDocs and Zensical run Python-Markdown over each body. For Markdown of the same facts, made from a commune's
  pages, MkDocs took as long, Zensical two thirds of that. Hugo passes HTML through. Neither of the two finds
  headings in HTML: their pages have no table of contents.
- Zensical always writes its own search.json. The peers' full text is indexed by Pagefind over every page,
  ours by the same Pagefind, the procedures once for all communes and without their steps and legal bases.
- Hugo builds all sites as one project in one process; MkDocs and Zensical one project a site, so many at once
  as there are processors.
- "cp -r" copies all that we wrote, with data files and index: more bytes than a peer writes.
- A build of ours from nothing finds nothing kept from earlier runs: it compiles its templates, as a new machine.
- Without search, ours still lists the names of pages in a small file (bench/peers/unsearched.py leaves
  Pagefind out).

"pages" are those in our frame; "x ours" and "x copy" are medians of ratios within a round; "work" is processor
time, which a busy machine lengthens little; "largest" is the largest process, "together" all at one moment
(sampled).
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from measured import ROOT, run, timed
from peers.makers import Peer, give, lacking, peers
from peers.ours import COPY, HELP, OURS, Ours, pages_of
from peers.pages import sites
from peers.search import index
from peers.table import Line, markdown, one_after_another, rows
from procedures import import_procedures, sources

DIFFERENT = "What is NOT the same:"
"""Where the part of this text begins that is printed below the tables."""
STARTS = 5
"""Starts of `congkhai --help` in a round, of which the median counts."""


def main() -> int:
    asked = _arguments()
    sources(asked.data)
    chosen = [] if asked.alone else [peer for peer in peers() if peer.name.lower() in asked.peers]
    for why in filter(None, map(lacking, chosen)):
        print(f"left out: {why}")
    failed = False
    for count in asked.communes:
        with tempfile.TemporaryDirectory(prefix="congkhai-bench-", dir=asked.scratch) as scratch:
            able = [peer for peer in chosen if not lacking(peer) and _soon(peer, count, asked.all)]
            bench = _Bench(Path(scratch), count, able, asked.search, asked.alone)
            bench.prepare(asked.data, asked.seed)
            for _ in range(asked.rounds):
                bench.round()
            print(f"\n{count} communes, {asked.rounds} rounds, {os.cpu_count()} processors")
            print(markdown(rows(list(bench.lines.values()), OURS, COPY)), flush=True)
            failed = bench.said_failures() or failed
    print(f"\n{DIFFERENT}{(__doc__ or '').partition(DIFFERENT)[2]}")
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds tthc/")
    parser.add_argument("--communes", type=int, nargs="+", default=[1, 12, 92])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--search", type=int, nargs="+", choices=(0, 1), default=[0, 1])
    parser.add_argument("--seed", type=int, default=1)
    names = [peer.name.lower() for peer in peers()]
    parser.add_argument("--peers", nargs="*", choices=names, default=names)
    parser.add_argument("--all", action="store_true", help="slow peers too, at any number of communes")
    parser.add_argument("--alone", action="store_true", help="only our builds from nothing")
    parser.add_argument(
        "--scratch", type=Path, help="where there is room: 20 MB a commune, five times over"
    )
    return parser.parse_args()


def _soon(peer: Peer, count: int, all_: bool) -> bool:
    soon = all_ or not peer.most or count <= peer.most
    if not soon:
        print(f"left out: {peer.name} at {count} communes, too slow for every round (--all measures it)")
    return soon


class _Bench:
    """One number of communes: what is built from, and the lines of the table."""

    def __init__(
        self, scratch: Path, count: int, able: list[Peer], searches: list[int], alone: bool
    ) -> None:
        self.scratch, self.count, self.able, self.alone = scratch, count, able, alone
        self.searches = [bool(search) for search in searches]
        self.lines: dict[tuple[str, bool], Line] = {}
        self.names: list[str] = []
        self.ours = Ours(scratch)

    def prepare(self, data: Path, seed: int) -> None:
        """Content, and what we build of it as the peers' sources; a first build warms the machine."""
        writing = [sys.executable, str(ROOT / "bench" / "trial.py"), "--only-content", "--seed", str(seed)]
        made = timed([*writing, "--out", str(self.scratch), "--communes", str(self.count)], quiet=True)
        given = import_procedures(data, self.ours.content / "tinh" / "thu-tuc", quiet=True)
        if made.status or given.status:
            sys.exit("the content could not be written")
        if self.able:
            out = self.ours.build(search=False, place="first")[1]
            built = sites(out)
            give(self.scratch / "peers", built)
            for peer in self.able:
                peer.configure(self.scratch / "peers", built)
            self.names = [site.name for site in built]

    def round(self) -> None:
        for search in self.searches:
            out = self._ours(search)
            if not self.alone:
                self._copy(out, search)
        for peer in self.able:
            self._peer(peer)
        if not self.alone:
            self._again()

    def _again(self) -> None:
        """After a change of content, over what was built last; and the start alone."""
        search = self.searches[-1]
        for name, again in self.ours.changes():
            self._line(name, search).runs.append(again(search))
        starts = [run("--help", quiet=True) for _ in range(STARTS)]
        self._line(HELP, False).runs.append(sorted(starts, key=lambda one: one.seconds)[STARTS // 2])

    def said_failures(self) -> bool:
        """Whether a command failed; says which. One commune has an error on purpose: our status is then 1."""
        allowed = {OURS: (0, 1), **{name: (0, 1) for name, _ in self.ours.changes()}}
        bad = [
            line.name
            for line in self.lines.values()
            if any(run.status not in allowed.get(line.name, (0,)) for run in line.runs)
        ]
        for name in bad:
            print(f"FAILED: {name}")
        return bool(bad)

    def _line(self, name: str, search: bool) -> Line:
        return self.lines.setdefault((name, search), Line(name, search))

    def _ours(self, search: bool) -> Path:
        ran, out = self.ours.build(search)
        line = self._line(OURS, search)
        line.runs.append(ran)
        if not line.pages:
            line.holds([out], *pages_of(out))
        return out

    def _copy(self, out: Path, search: bool) -> None:
        line, ours, copied = self._line(COPY, search), self._line(OURS, search), out.with_name("copy")
        line.runs.append(timed(["cp", "-r", str(out), str(copied)]))
        if not line.pages:
            line.holds([copied], ours.pages, ours.html)
        shutil.rmtree(copied)

    def _peer(self, peer: Peer) -> None:
        root = self.scratch / "peers"
        outs = peer.outs(root, self.names)
        for out in outs:
            shutil.rmtree(out, ignore_errors=True)
        built = peer.build(root, self.names)
        for search in self.searches:
            line = self._line(peer.name, search)
            line.runs.append(one_after_another(built, index(peer, root, self.names)) if search else built)
            if not line.pages:
                line.holds(outs)


if __name__ == "__main__":
    sys.exit(main())
