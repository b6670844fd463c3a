#!/usr/bin/env bash
# python-environment.sh FOLDER REQUIREMENTS: makes a Python environment, once for each version of its requirements file.
set -euo pipefail

folder=$1 requirements=$2
hash=$(sha256sum "$requirements" | cut -d ' ' -f 1)
if [[ $(cat "$folder/requirements.sha256" 2>/dev/null) == "$hash" ]]; then exit; fi
echo "Installing $requirements into $folder …" >&2
rm -rf "$folder"
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
echo "$hash" > "$folder/requirements.sha256"
