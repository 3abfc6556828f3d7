#!/bin/sh
# Check what GitHub reads in .github: each file against its schema, the workflows for security slips.
set -eu
tools=.venv/bin

follow() { # SCHEMA FILE…
    schema=$1
    shift
    [ -e "${1:-}" ] || return 0 # a folder that is not there
    echo "$@"
    "$tools/check-jsonschema" --quiet --builtin-schema "vendor.$schema" "$@"
}

follow github-workflows .github/workflows/*.yml
follow dependabot .github/dependabot.yml
follow github-issue-config .github/ISSUE_TEMPLATE/config.yml
forms=$(find .github/ISSUE_TEMPLATE -name '*.yml' ! -name config.yml 2>/dev/null | sort)
# shellcheck disable=SC2086  # each name is one word
follow github-issue-forms $forms

"$tools/zizmor" --offline --persona auditor --min-severity medium --quiet .github
