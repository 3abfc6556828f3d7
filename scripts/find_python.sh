#!/bin/sh
# Prints the first Python that is new enough. PYTHON=/path/to/python goes before the usual names.
# Each candidate is run, not merely looked up: a name may be a launcher with nothing behind it.
for candidate in "$PYTHON" python3 python3.14 python3.13 python3.12 python3.11 python; do
    if [ -n "$candidate" ] && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "$candidate"
        exit 0
    fi
done
found=$(python3 --version 2>/dev/null || echo "no python3 at all")
echo "dateline needs Python 3.11 or newer; found: $found." >&2
echo "Install one (Debian and Ubuntu: apt install python3 python3-venv), or name it: make site PYTHON=/path/to/python3.12" >&2
exit 2
