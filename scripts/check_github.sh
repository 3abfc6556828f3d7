#!/bin/sh
# Check what GitHub reads in .github: each file against its schema, the workflows for security slips.
set -eu
tools=.venv/bin

for file in .github/workflows/*.yml .github/dependabot.yml .github/ISSUE_TEMPLATE/*.yml; do
    case $file in
        *'*'*) continue ;; # a folder that is not there
        */dependabot.yml) schema=dependabot ;;
        */workflows/*) schema=github-workflows ;;
        */ISSUE_TEMPLATE/config.yml) schema=github-issue-config ;;
        *) schema=github-issue-forms ;;
    esac
    echo "$file"
    "$tools/check-jsonschema" --quiet --builtin-schema "vendor.$schema" "$file"
done

"$tools/zizmor" --offline --persona auditor --min-severity medium --quiet .github
