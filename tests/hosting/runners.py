"""Hosts' machines played through: the steps of a workflow are run as they stand, from an empty folder."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.hosting.conftest import Machine

SERVER, NAME = "https://git.example", "tinh/kho"
FORGEJO = "https://code.forgejo.org/forgejo/"
PINNED = re.compile(rf"({FORGEJO}|actions/)[a-z-]+@[0-9a-f]{{40}}")
EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")


@dataclass
class Done:
    """What came of a workflow."""

    results: dict[str, str] = field(default_factory=dict)
    """success, failure or skipped, by job."""
    log: str = ""
    summary: str = ""
    artifacts: dict[str, Path] = field(default_factory=dict)
    deployed: Path | None = None


@dataclass(frozen=True)
class Host:
    """A bare repository, and a machine that its workflows run on."""

    bare: Path
    machine: Machine
    root: Path
    secrets: Mapping[str, str] = field(default_factory=dict)
    """What is kept in the settings of the repository."""

    @property
    def env(self) -> dict[str, str]:
        known = (*self.machine.known, (f"{SERVER}/{NAME}.git", self.bare))
        return {**Machine(self.machine.python, self.machine.wheel, self.machine.home, known).env}

    def folder(self) -> Path:
        return Path(tempfile.mkdtemp(dir=self.root))

    def git(self, *arguments: str, cwd: Path | None = None) -> str:
        return subprocess.run(
            ["git", *arguments], cwd=cwd or self.bare, check=True, capture_output=True, text=True
        ).stdout.strip()

    def published(self) -> Path | None:
        """What the branch holds that keeps the published site; None where there is none."""
        if not self.git("branch", "--list", "pages"):
            return None
        out = self.folder()
        self.git("clone", "--quiet", "--branch=pages", str(self.bare), str(out / "pages"))
        assert self.git("rev-list", "--count", "pages") == "1"  # nothing of older pages is kept
        shutil.rmtree(out / "pages" / ".git")
        return out / "pages"

    def bash(self, script: str, cwd: Path, env: Mapping[str, str]) -> tuple[bool, str]:
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=cwd, env={**self.env, **env}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", check=False,
        )  # fmt: skip
        return done.returncode == 0, done.stdout


def github(host: Host, workflow: str, ref: str = "refs/heads/main") -> Done:
    """Run the jobs of a workflow of GitHub or Forgejo, one after the other."""
    source = yaml.safe_load(host.git("show", f"main:{workflow}"))
    done = Done()
    needs: dict[str, Any] = {}
    for name, job in source["jobs"].items():
        wanted = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
        context = {
            "needs": {need: needs[need] for need in wanted},
            "github": {
                "token": "mat-khau",
                "server_url": SERVER,
                "repository": NAME,
                "ref": ref,
                "api_url": f"{SERVER}/api/v3",
                "sha": host.git("rev-parse", ref),
                "event": {"repository": {"fork": "false"}},
            },
            "steps": {},
            "secrets": host.secrets,
        }
        well = all(done.results[need] == "success" for need in wanted)
        if not _applies(job.get("if", ""), context, well):
            done.results[name], needs[name] = "skipped", {"outputs": {}}
            continue
        done.results[name] = _job(host, job, context, done, ref)
        needs[name] = {
            "outputs": {key: _filled(text, context) for key, text in job.get("outputs", {}).items()}
        }
    return done


def _job(host: Host, job: Any, context: dict[str, Any], done: Done, ref: str) -> str:
    """The steps of one job in a new empty folder; its result."""
    folder, result = host.folder(), "success"
    for step in job["steps"]:
        if not _applies(step.get("if", ""), context, result == "success"):
            continue
        if "uses" in step:
            _action(host, step, folder, done, ref)
            context["steps"][step.get("id", "")] = {"outcome": "success"}
            continue
        output, summary = folder.with_suffix(".output"), folder.with_suffix(".summary")
        output.write_text("", "utf-8")
        env = {key: _filled(str(text), context) for key, text in step.get("env", {}).items()}
        sha = host.git("rev-parse", ref)
        env |= {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_SHA": sha}
        assert "${{" not in step["run"]  # nothing is pasted into a script
        well, log = host.bash(step["run"], folder, env)
        done.log += f"== {step['name']}\n{log}"
        result = result if well else "failure"
        lines = (line.split("=", 1) for line in output.read_text("utf-8").splitlines())
        context["steps"][step.get("id", step["name"])] = {"outputs": dict(lines)}
        done.summary += summary.read_text("utf-8") if summary.exists() else ""
    return result


def _action(host: Host, step: Any, folder: Path, done: Done, ref: str) -> None:
    """What the hosts' own actions do, as far as files go."""
    assert PINNED.fullmatch(step["uses"])
    name, given = step["uses"].split("@")[0].replace(FORGEJO, "actions/"), step.get("with", {})
    if name == "actions/checkout":
        assert given == {"fetch-depth": 0, "persist-credentials": False}
        host.git("init", "--quiet", cwd=folder)
        host.git("fetch", "--quiet", str(host.bare), "+refs/heads/*:refs/remotes/origin/*", ref, cwd=folder)
        host.git("checkout", "--quiet", "--detach", host.git("rev-parse", ref), cwd=folder)
    elif name == "actions/upload-artifact":
        paths = given["path"].split()
        to = done.artifacts[given["name"]] = host.folder()
        for path in paths:
            _copy(
                folder / path,
                to if len(paths) == 1 else to / path,
                given.get("include-hidden-files", False),
            )
    elif name == "actions/upload-pages-artifact":
        to = done.artifacts["github-pages"] = host.folder()
        _copy(folder / given["path"], to, False)
    elif name == "actions/download-artifact":
        _copy(done.artifacts[given["name"]], folder / given["path"], True)
    elif name == "actions/deploy-pages":
        done.deployed = done.artifacts["github-pages"]
    else:
        assert name == "actions/setup-python"
        assert (folder / given["cache-dependency-path"]).is_file()


def _copy(source: Path, to: Path, hidden: bool) -> None:
    if source.is_file():
        shutil.copy(source, to)
    elif source.is_dir():
        left_out = None if hidden else shutil.ignore_patterns(".*")
        shutil.copytree(source, to, ignore=left_out, dirs_exist_ok=True)


def _applies(condition: str, context: Mapping[str, Any], well: bool) -> bool:
    """Whether a job or step runs; only the conditions that our workflows use are understood."""
    condition = condition.removeprefix("${{ ").removesuffix(" }}")
    if condition == "!cancelled()":
        return True
    if not condition:
        return well
    left, literal = condition.split(" == ")
    return well and _value(left, context) == literal.strip("'")


def _filled(text: str, context: Mapping[str, Any]) -> str:
    return EXPRESSION.sub(lambda match: _value(match[1], context), text)


def _value(path: str, context: Mapping[str, Any]) -> str:
    found: Any = context
    for part in path.split("."):
        found = found.get(part, {})
    return found if isinstance(found, str) else ""


def gitlab(host: Host, source: str, ref: str = "main") -> Done:
    """Run the jobs of a pipeline for a branch: the chief one, or `xem-truoc` of a proposal; all buttons pressed for "web"."""
    pipeline, done = yaml.safe_load(host.git("show", "main:.gitlab-ci.yml")), Done()
    variables = {
        "CI_PIPELINE_SOURCE": source, "CI_COMMIT_BRANCH": "" if source == "merge_request_event" else ref,
        "CI_COMMIT_SHA": host.git("rev-parse", ref), "NHAP": host.git("ls-tree", "--name-only", ref, "nhap"),
        "CI_DEFAULT_BRANCH": "main", "CI_JOB_TOKEN": "mat-khau", "CI_SERVER_URL": SERVER,
        "CI_PROJECT_PATH": NAME, **host.secrets,
    }  # fmt: skip
    handed = host.folder()
    for name, job in _jobs(pipeline, variables):
        folder = host.folder()
        if job.get("variables", {}).get("GIT_STRATEGY") != "none":
            host.git("clone", "--quiet", "--single-branch", f"--branch={ref}", str(host.bare), str(folder))
        shutil.copytree(handed, folder, dirs_exist_ok=True)
        env = {**variables, "CI_PROJECT_DIR": str(folder)}
        if name == "ket-qua" and "failure" in done.results.values():
            done.results[name] = "skipped"
            continue
        well, log = host.bash("\n".join(job["script"]), folder, env)
        done.results[name] = "success" if well else "failure"
        done.log += f"== {name}\n{log}"
        for path in job.get("artifacts", {}).get("paths", []):
            _copy(folder / path, handed / path if (folder / path).is_dir() else handed, True)
        done.artifacts[name] = handed
        for kind, path in job.get("artifacts", {}).get("reports", {}).items():
            if (folder / path).exists():
                done.artifacts[kind] = folder / path
        if "dotenv" in done.artifacts:
            said = done.artifacts["dotenv"].read_text("utf-8").splitlines()
            variables |= dict(line.split("=", 1) for line in said)
    done.summary = done.log
    done.deployed = handed / "public" if (handed / "public").exists() else None
    return done


def _jobs(pipeline: Mapping[str, Any], variables: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Jobs of which a rule fits, stage by stage; what differs from before is told by `NHAP`."""
    branch = variables["CI_COMMIT_BRANCH"]
    fits = {
        '$CI_PIPELINE_SOURCE == "merge_request_event"': variables["CI_PIPELINE_SOURCE"]
        == "merge_request_event",
        "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH": branch == "main",
        "$CI_COMMIT_BRANCH && $CI_COMMIT_BRANCH != $CI_DEFAULT_BRANCH": branch not in ("", "main"),
        '$CI_PIPELINE_SOURCE == "schedule" && $NHAC_VIEC == "1"': variables["CI_PIPELINE_SOURCE"]
        == "schedule",
    }

    def applies(rule: Mapping[str, Any]) -> bool:
        pressed = rule.get("when") != "manual" or variables["CI_PIPELINE_SOURCE"] == "web"
        return pressed and fits[rule["if"]] and ("changes" not in rule or bool(variables["NHAP"]))

    jobs = {name: job for name, job in pipeline.items() if isinstance(job, dict) and "script" in job}
    for stage in pipeline["stages"]:
        for name, job in jobs.items():
            rules = job.get("rules", [])
            if job["stage"] == stage and (not rules or any(map(applies, rules))):
                yield name, job
