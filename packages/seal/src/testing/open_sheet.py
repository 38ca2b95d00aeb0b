#!/usr/bin/python3
"""Opens one sealed sheet with the desk's secret, from docs/format.md alone: PyNaCl and the standard library, none of our code.
Usage: open_sheet.py FILE, a JSON object with deskSecret, wrappedKey, sheet, signing. Writes the payload to standard output."""
import base64, hashlib, hmac, json, struct, sys
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as xchacha_open
from nacl.signing import VerifyKey


def raw(text):  # base64url without padding
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def canonical(value):  # RFC 8785, for the ASCII keys and whole numbers that headers are made of
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def derived(secret, *parts):  # HKDF-SHA256, no salt, one block; info is every part led by its length
    info = b"".join(struct.pack(">H", len(part)) + part for part in (text.encode() for text in parts))
    extracted = hmac.new(bytes(32), secret, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\x01", hashlib.sha256).digest()


def opened(key, aad, body):  # nonce 24, ciphertext, tag 16
    return xchacha_open(body[24:], canonical(aad), body[:24], key)


def pick(header, *names):
    return {name: header[name] for name in names}


given = json.load(open(sys.argv[1], encoding="utf-8"))
sheet, wrapped = given["sheet"], given["wrappedKey"]
signed = b"answerable/sheet/1\0" + canonical({name: sheet[name] for name in sheet if name != "signature"})
VerifyKey(raw(given["signing"])).verify(signed, raw(sheet["signature"]))
fold = derived(raw(given["deskSecret"]), "answerable/fold/1", wrapped["desk"], str(wrapped["epoch"]))
folder_key = opened(fold, pick(wrapped, "desk", "epoch", "folder"), raw(wrapped["body"]))
aad = pick(sheet, "v", "desk", "folder", "number", "prev", "epoch", "device")
padded = opened(folder_key, aad, raw(sheet["body"]))
(length,) = struct.unpack("<I", padded[:4])
assert not any(padded[4 + length :]), "padding"
sys.stdout.buffer.write(padded[4 : 4 + length])
