"""What a workflow must keep to so that no stranger's change reaches a secret, a right or the published site.

A fault is a sentence. The rules look at what a workflow says, so they hold for those of a new site too.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d")
BY_STRANGERS = ("pull_request", "issues")
NEVER = ("pull_request_target", "workflow_run", "issue_comment", "discussion_comment")


def faults(text: str) -> list[str]:
    """Everything that is wrong with a workflow."""
    held: dict[Any, Any] = yaml.safe_load(text)
    begins = held.get("on", held.get(True)) or {}  # YAML 1.1 takes the bare word for a truth value
    starts = {begins} if isinstance(begins, str) else set(begins)
    found = [f"it is begun by {name}" for name in NEVER if name in starts]
    if held.get("permissions") != {}:
        found.append("it does not begin without rights")
    if "concurrency" not in held:
        found.append("it runs beside itself")
    if re.search(r"secrets\s*[.\[]", text):
        found.append("it uses a secret")
    found += [f"not pinned: {line.strip()}" for line in text.splitlines() if unpinned(line)]
    for name, job in held["jobs"].items():
        found += [f"{name}: {fault}" for fault in job_faults(job, strangers="pull_request" in starts)]
    return found


def unpinned(line: str) -> bool:
    """Whether a line uses an action that may be another one tomorrow."""
    return "uses: " in line and not PINNED.search(line)


def job_faults(job: dict[str, Any], *, strangers: bool) -> Iterator[str]:
    """What is wrong with a job; `strangers` can begin it where a pull request does."""
    rights = job.get("permissions")
    if not isinstance(rights, dict):
        yield "its rights are not said one by one"
        rights = {}
    if "timeout-minutes" not in job:
        yield "it may run for hours"
    if strangers and "write" in rights.values():
        yield "a pull request is given a right to write"
    steps = job["steps"]
    if rights.get("id-token") == "write" and any(taken_out(step) for step in steps):
        yield "it can prove who it is, and runs what was checked out"
    for step in steps:
        script, action, given = step.get("run", ""), step.get("uses", ""), step.get("with", {})
        if "${{" in script:
            yield "an expression stands in a script"
        if taken_out(step) and given.get("persist-credentials") is not False:
            yield "the checkout keeps its token"
        if action.startswith("actions/cache") or "cache" in given:
            yield "it takes what another job kept"
        if re.search(r"\bpip install\b", script) and "--only-binary :all:" not in script:
            yield "it builds packages of strangers"


def taken_out(step: dict[str, Any]) -> bool:
    """Whether a step brings the files of a repository."""
    return str(step.get("uses", "")).startswith("actions/checkout@")
