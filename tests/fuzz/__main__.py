"""A run guided by coverage: `python -m tests.fuzz TARGET [SECONDS]`; `make fuzz` runs them all.

atheris, the one tool that is needed besides, says how to mutate the bytes so that they reach new code. The
bytes that make a target fail are written to finds/TARGET/, where tests/fuzz/test_finds.py tries them again
with every run of the tests.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dateline", "markdown", "html", "yaml"]):
    from tests.fuzz.seeds import seeds
    from tests.fuzz.targets import TARGETS

FINDS = Path(__file__).parent / "finds"
LONGEST = 4096  # bytes; what is slow only when it is longer has tests of its own
SECONDS = 300
TIMEOUT = 20  # seconds for one input


def main(name: str, seconds: int) -> None:
    """Fuzz one target for so long, beginning with the corpora of the tests."""
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(name)):
            Path(folder, str(number)).write_bytes(seed)
        (FINDS / name).mkdir(parents=True, exist_ok=True)
        limits = [f"-max_len={LONGEST}", f"-timeout={TIMEOUT}", f"-max_total_time={seconds}"]
        found = f"-artifact_prefix={FINDS / name}/"
        atheris.Setup([sys.argv[0], folder, found, *limits, "-print_final_stats=1"], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else SECONDS)
