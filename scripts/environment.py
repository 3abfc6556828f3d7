"""Make `.venv` and put into it exactly what a lock file lists: `environment.py site` or `environment.py dev`.

Needs nothing but the standard library. A second run with the same locks and the same interpreter
returns at once: a stamp in `.venv` holds the digest of both.
"""

import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin" / "python")
LOCKS = {"site": ["requirements.lock"], "dev": ["requirements.lock", "requirements-dev.lock"]}

NO_PIP = """\
This Python ({python}) has neither ensurepip nor pip, so nothing can be installed with it.
Install one of them, then run the same command again:
  Debian, Ubuntu:  apt install python3-venv
  Fedora:          dnf install python3-pip
  elsewhere:       a Python that comes with pip, as those from python.org do"""


def main(kind: str) -> None:
    """Bring `.venv` to what the locks of this kind list, or stop and say what is missing."""
    stamp = VENV / f"dateline-{kind}.stamp"
    if not _runs(PYTHON):
        _create()
    wanted = _digest(kind)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    lock = LOCKS[kind][-1]
    print(f"Installing {lock} into .venv", flush=True)
    _pip("install", "--quiet", "--require-hashes", "--requirement", str(ROOT / lock))
    _make_importable()
    subprocess.run([PYTHON, "-m", "compileall", "-q", str(ROOT / "dateline")], check=True)
    stamp.write_text(wanted)


def _runs(python: str) -> bool:
    """Whether `.venv` has a Python that is new enough; its base may have gone with an upgrade."""
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([python, "-c", check], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _create() -> None:
    """Make `.venv` anew, without pip of its own where the system ships Python in parts."""
    if find_spec("ensurepip"):
        options = []
    elif find_spec("pip"):
        options = ["--without-pip"]
    else:
        sys.exit(NO_PIP.format(python=sys.executable))
    print(f"Making .venv with {sys.executable}", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", *options, VENV], check=True)


def _pip(*words: str) -> None:
    """Run pip for `.venv`: its own, else the system's pointed at it."""
    has_pip = (
        subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    )
    command = [PYTHON, "-m", "pip"] if has_pip else [sys.executable, "-m", "pip", "--python", PYTHON]
    # The project is never installed system-wide, so a "please upgrade pip" line helps nobody here.
    environment = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    subprocess.run([*command, *words], check=True, env=environment)


def _make_importable() -> None:
    """Let `.venv` import this checkout from any folder; a path file needs no build backend."""
    for packages in VENV.glob("lib/python3*/site-packages"):
        (packages / "dateline-checkout.pth").write_text(f"{ROOT}\n")


def _digest(kind: str) -> str:
    """What the environment is made from: interpreter, this file and the locks."""
    version = subprocess.run([PYTHON, "-VV"], capture_output=True, check=True).stdout
    parts = [version, Path(__file__).read_bytes(), *((ROOT / lock).read_bytes() for lock in LOCKS[kind])]
    return hashlib.sha256(b"\0".join([os.fsencode(ROOT), *parts])).hexdigest()


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except subprocess.CalledProcessError as failed:
        sys.exit(f"Setting up .venv failed: {' '.join(map(str, failed.cmd))} ended with {failed.returncode}.")
