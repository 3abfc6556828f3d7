"""Small repositories of git in a folder, made with nothing of this machine's settings."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROLES = [f"GIT_{role}_{part}" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")]
SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **dict.fromkeys(ROLES, "nobody")}


def git(folder: Path, *arguments: str) -> str:
    """What git prints."""
    command = ["git", "-C", str(folder), "-c", "init.defaultBranch=main", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, **SETTINGS}, text=True)
    return done.stdout


def repository_of(folder: Path, files: Mapping[str, str]) -> Path:
    """A new repository with one commit."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet")
    committed(folder, files)
    return folder


def committed(folder: Path, files: Mapping[str, str]) -> None:
    """Write files, and commit all that is there."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", "A change")
