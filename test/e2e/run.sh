#!/usr/bin/env bash
# Deploys every example into a local emulator and asks the outside judges what they say of the templates.
# Arguments go to jest: `test/e2e/run.sh web-app`.
set -euo pipefail
cd "$(dirname "$0")"

# An environment is made once for each version of its requirements file.
environment() {
  local folder=.venv/$1 requirements=$2 hash
  hash=$(sha256sum "$requirements" | cut -d ' ' -f 1)
  if [[ $(cat "$folder/requirements.sha256" 2>/dev/null) == "$hash" ]]; then return; fi
  echo "Installing $requirements into test/e2e/$folder …"
  rm -rf "$folder"
  python3 -m venv "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
  echo "$hash" > "$folder/requirements.sha256"
}

environment tools requirements.txt
environment checkov requirements-checkov.txt

cd ../..
# The command line is looked at as it is shipped.
node_modules/.bin/tsx scripts/bundle-cli.ts
exec node_modules/.bin/jest --config jest.e2e.json --ci "$@"
