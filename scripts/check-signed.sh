#!/usr/bin/env bash
# Checks a signed PDF with tools that Sigillo did not write: pdfsig (poppler-utils), qpdf and OpenSSL.
# Usage: scripts/check-signed.sh SIGNED.pdf ROOT.pem
# A tool that is not installed is named and skipped; one that finds a fault fails the script.
set -euo pipefail
signed=$1
root=$2

if command -v qpdf >/dev/null; then
  qpdf --check "$signed"
else
  echo "qpdf is not installed: skipped"
fi

if command -v pdfsig >/dev/null; then
  report=$(pdfsig -nocert "$signed")
  echo "$report"
  # pdfsig does not check document timestamps (ETSI.RFC3161): only signatures are counted.
  total=$(grep -c 'Signature Type: ETSI.CAdES.detached' <<<"$report")
  valid=$(grep -c 'Signature is Valid' <<<"$report")
  [ "$total" -gt 0 ] && [ "$total" -eq "$valid" ] || { echo "pdfsig: $valid of $total valid"; exit 1; }
else
  echo "pdfsig is not installed: skipped"
fi

if command -v openssl >/dev/null; then
  openssl verify -check_ss_sig -CAfile "$root" "$root"
else
  echo "openssl is not installed: skipped"
fi
