"""The keys of a receipt, from docs/format.md alone. Shares no code with the program. Usage: receipt_keys.py CODE; prints JSON."""
import base64
import hashlib
import hmac
import json
import sys

import nacl.bindings
import nacl.pwhash.argon2id
import nacl.signing

ALPHABET = "ABEKMHPCTYX0123456789"


def text(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def derived(secret, label, *context):
    info = b"".join(len(part.encode()).to_bytes(2, "big") + part.encode() for part in (label, *context))
    extracted = hmac.new(bytes(32), secret, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\x01", hashlib.sha256).digest()


code = sys.argv[1].replace(" ", "")
if len(code) != 20 or sum(ALPHABET.index(one) * (1 + at % 2) for at, one in enumerate(code)) % 21:
    sys.exit("no receipt code")
locator, secret = code[:5], code[5:]
salt = hashlib.sha256(b"answerable/receipt/1\x00" + locator.encode()).digest()[:16]
stretched = nacl.pwhash.argon2id.kdf(32, secret.encode(), salt, opslimit=3, memlimit=64 * 1024 * 1024)
scalar = derived(stretched, "answerable/receipt-identity/1", "A1")
print(
    json.dumps(
        {
            "locator": locator,
            "stretched": text(stretched),
            "x25519": text(nacl.bindings.crypto_scalarmult_base(scalar)),
            "mailbox": text(bytes(nacl.signing.SigningKey(derived(stretched, "answerable/receipt-mailbox/1")).verify_key)),
            "reply": text(derived(stretched, "answerable/receipt-reply/1")),
        }
    )
)
