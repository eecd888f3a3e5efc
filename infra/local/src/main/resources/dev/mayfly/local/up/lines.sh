# Alice sends Bob a file, to be opened within an hour.
printf '{"to":{"issuer":"%s","subject":"bob"},"content":"%s","lifetimeSeconds":3600,"k":3,"n":5}' \
  "$ISSUER" "$(base64 < "$FILE" | tr '+/' '-_' | tr -d '=\n')" |
  curl -sS -H "Authorization: Bearer $(cat "$ALICE_TOKEN")" -H 'Content-Type: application/json' \
    -d @- "$ALICE/v1/send"

# Bob lists his containers.
curl -sS -H "Authorization: Bearer $(cat "$BOB_TOKEN")" "$BOB/v1/inbox"

# He opens one, and reads it.
CONTAINER=$(curl -sS -H "Authorization: Bearer $(cat "$BOB_TOKEN")" "$BOB/v1/inbox" |
  sed 's/.*"containerId":"\([^"]*\)".*/\1/')
curl -sS -H "Authorization: Bearer $(cat "$BOB_TOKEN")" -H 'Content-Type: application/json' \
  -d "{\"containerId\":\"$CONTAINER\"}" "$BOB/v1/receive" |
  sed 's/.*"content":"\([^"]*\)".*/\1/' | tr '_-' '/+' | awk '{ while (length($0) % 4) $0 = $0 "="; print }' | base64 -d

# He confirms it, which ends it.
curl -sS -H "Authorization: Bearer $(cat "$BOB_TOKEN")" -H 'Content-Type: application/json' \
  -d "{\"containerId\":\"$CONTAINER\"}" "$BOB/v1/receipt"

# Nobody can open it any more.
curl -sS -H "Authorization: Bearer $(cat "$BOB_TOKEN")" -H 'Content-Type: application/json' \
  -d "{\"containerId\":\"$CONTAINER\"}" "$BOB/v1/receive"

# Anybody sees what happened, and nobody who it was.
curl -sS "$AUDIT/v1/trail?subject=$CONTAINER"
