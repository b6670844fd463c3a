#!/usr/bin/env bash
# Deploys every example into a local emulator and asks the outside judges what they say of the templates.
# Arguments go to jest: `test/e2e/run.sh web-app`.
set -euo pipefail
cd "$(dirname "$0")"

bash ../support/python-environment.sh .venv/tools requirements.txt
bash ../support/python-environment.sh .venv/checkov requirements-checkov.txt

cd ../..
# The command line is looked at as it is shipped.
node_modules/.bin/tsx scripts/bundle-cli.ts
exec node_modules/.bin/jest --config jest.e2e.json --ci "$@"
