#!/bin/sh
# Usage: turn-settings.sh FOLDER OWNER:GROUP
# Renders coturn's settings into FOLDER from TURN_HOST, TURN_PUBLIC_ADDRESS, TURN_LOCAL_ADDRESS and
# RENDEV_TURN_SECRET. OWNER is who coturn runs as.
set -eu
folder=$1
owner=$2

rm -f "$folder/turn.json" "$folder/turn-secret-first"
rendev-turn init --yes --file "$folder/turn.json" --host "$TURN_HOST" --coturn 4.17 --no-tls \
  --addresses static --public "$TURN_PUBLIC_ADDRESS" --local "$TURN_LOCAL_ADDRESS"
# init made a secret of its own; the signal server signs with this one.
printf '%s\n' "$RENDEV_TURN_SECRET" >"$folder/turn-secret-first"
rendev-turn render --file "$folder/turn.json" --target docker --out "$folder"
chown "$owner" "$folder/docker/turnserver.conf"
