"""Build the site: `python build.py [command]` is `dateline [command]`, with `build` when none is given."""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    venv = Path(__file__).resolve().parent / ".venv"
    python = venv / "bin" / "python"
    if python.exists() and not venv.samefile(sys.prefix):
        os.execv(python, [str(python), __file__, *sys.argv[1:]])  # `make site` put the libraries there
    try:
        from dateline.__main__ import leave
        from dateline.cli import main
    except KeyboardInterrupt:
        sys.exit(130)
    except ModuleNotFoundError as missing:
        sys.exit(f"{missing}. Run `make site` once: it installs what dateline needs into .venv.")
    leave(main())
