"""Runs the shell steps of a workflow on this machine, with what GitHub gives them: for tests only.

An expression is worked out where it is one that is listed; any other fails the test, so that no step
depends on what a test forgot. Steps that use an action are not run: a test does by hand what they do.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass(frozen=True)
class Ran:
    """What came of a step: how it ended, what it printed, its outputs and its part of the job summary."""

    code: int
    printed: str
    outputs: Mapping[str, str]
    summary: str


@dataclass
class Runner:
    """A machine on which the steps of a job run, in the folder `work`.

    `known` maps each expression that a step may use (`github.event.number`, `steps.draft.outputs.path`)
    to its value; outputs of steps that ran are added. `environment` is that of every step.
    """

    work: Path
    known: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, step: Mapping[str, Any], job_env: Mapping[str, str] | None = None) -> Ran:
        """Run one `run:` step as GitHub does: bash, ending at the first failure."""
        temporary = self.work.parent / "runner-temp"
        temporary.mkdir(exist_ok=True)
        outputs, summary = temporary / "outputs", temporary / "summary"
        outputs.write_text("")
        summary.write_text("")
        given = {**(job_env or {}), **step.get("env", {})}
        environment = {
            **{name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ},
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_OUTPUT": str(outputs),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_WORKSPACE": str(self.work),
            "RUNNER_TEMP": str(temporary),
            **self.environment,
            **{name: self.worked_out(str(value)) for name, value in given.items()},
        }
        folder = self.work / self.worked_out(step.get("working-directory", "."))
        assert "${{" not in step["run"], "no expression in a script: it would be run as shell"
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(  # our own workflows
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        found = dict(parsed_outputs(outputs.read_text("utf-8")))
        if "id" in step:
            self.known.update({f"steps.{step['id']}.outputs.{name}": value for name, value in found.items()})
        return Ran(done.returncode, done.stdout + done.stderr, found, summary.read_text("utf-8"))

    def worked_out(self, text: str) -> str:
        """A text with its expressions replaced; one that is not known is an error."""
        return EXPRESSION.sub(lambda found: self.known[found[1]], text)


def parsed_outputs(text: str) -> list[tuple[str, str]]:
    """What a step wrote to GITHUB_OUTPUT: `name=value` lines, and values of several lines."""
    found, lines = [], iter(text.splitlines())
    for line in lines:
        name, several, end = line.partition("<<")
        if several:
            held = []
            for one in lines:
                if one == end:
                    break
                held.append(one)
            found.append((name, "\n".join(held)))
        else:
            name, _, value = line.partition("=")
            found.append((name, value))
    return found


def job(path: Path | str, name: str) -> dict[str, Any]:
    """A job of a workflow file."""
    found: dict[str, Any] = yaml.safe_load((ROOT / path).read_text("utf-8"))["jobs"][name]
    return found


def shell_steps(held: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The steps of a job that run a script, in order."""
    return [step for step in held["steps"] if "run" in step]
