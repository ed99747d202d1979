#!/usr/bin/env bash
# Drives a running service from its own OpenAPI document: run.sh <base-url> [more options of schemathesis]
set -euo pipefail
base=$1
shift
exec schemathesis run "$base/v3/api-docs" --url "$base" \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
  --max-examples "${EXAMPLES:-30}" --seed 1 --request-timeout 60 "$@"
