/**
 * What a court's own expert runs: Python's standard library, and `openssl ts` where a time stamp is to be judged. It stands in every bundle
 * beside the files, and is docs/check.py to the byte (a test compares): whoever trusts no bundle takes that one.
 */
export const verifyScript = String.raw`#!/usr/bin/env python3
"""Judges what a helpline gave out, with nothing but Python: for a lawyer, a court, a journalist.

    python3 verify.py [CA.pem]                in an unpacked case: itself. CA.pem: the certificate of the time-stamping
                                              authority, got from the authority; its signature is judged by openssl
    python3 check.py case FOLDER [CA.pem]     the same, with a copy of this file that did not come with the case
    python3 check.py fork FILE                two signed statements of a server about one log, of which one must be a lie

Follows docs/format.md, RFC 8032 (Ed25519), RFC 6962 (trees), RFC 8439 (ChaCha20-Poly1305) and c2sp.org/signed-note.
"""
import base64, hashlib, hmac, json, os, struct, subprocess, sys

# ---- Ed25519, verification only, with the one meaning of docs/format.md ----
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]), (a[1] + a[0]) * (b[1] + b[0])
    c, d = 2 * a[3] * b[3] * D, 2 * a[2] * b[2]
    e, f, g, h = f - e, d - c, d + c, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(s, point):
    result = (0, 1, 1, 0)
    while s:
        if s & 1:
            result = add(result, point)
        point, s = add(point, point), s >> 1
    return result


def recover(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    x = P - x if (x & 1) != sign else x
    return x, y, 1, x * y % P


def packed(point):
    z = pow(point[2], P - 2, P)
    x, y = point[0] * z % P, point[1] * z % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def unpacked(data):
    y = int.from_bytes(data, "little")
    return recover(y & (1 << 255) - 1, y >> 255)


BASE = recover(4 * pow(5, P - 2, P) % P, 0)


def is_signed(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, s = unpacked(key), int.from_bytes(signature[32:], "little")
    if a is None or s >= Q or packed(multiply(8, a)) == packed((0, 1, 1, 0)):
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    minus = (P - a[0], a[1], a[2], P - a[3])
    return packed(add(multiply(s, BASE), multiply(h, minus))) == signature[:32]


# ---- XChaCha20-Poly1305, opening only ----
ROUNDS = [(0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)]
SIGMA = struct.unpack("<4I", b"expand 32-byte k")


def mixed(state):
    state = list(state)

    def turned(x, n):
        return (x << n | x >> 32 - n) & 0xFFFFFFFF

    for a, b, c, d in ROUNDS * 10:
        state[a] = state[a] + state[b] & 0xFFFFFFFF
        state[d] = turned(state[d] ^ state[a], 16)
        state[c] = state[c] + state[d] & 0xFFFFFFFF
        state[b] = turned(state[b] ^ state[c], 12)
        state[a] = state[a] + state[b] & 0xFFFFFFFF
        state[d] = turned(state[d] ^ state[a], 8)
        state[c] = state[c] + state[d] & 0xFFFFFFFF
        state[b] = turned(state[b] ^ state[c], 7)
    return state


def opened(key, aad, body):
    """nonce 24, ciphertext, tag 16. None: damaged, or another key."""
    state = mixed(SIGMA + struct.unpack("<8I", key) + struct.unpack("<4I", body[:16]))
    start = SIGMA + tuple(state[:4] + state[12:])
    nonce, sealed, tag = struct.unpack("<3I", bytes(4) + body[16:24]), body[24:-16], body[-16:]
    blocks = [start + (count,) + nonce for count in range(1 + -(-len(sealed) // 64))]
    stream = b"".join(struct.pack("<16I", *(x + y & 0xFFFFFFFF for x, y in zip(mixed(one), one))) for one in blocks)
    fill = lambda data: data + bytes(-len(data) % 16)
    message = fill(aad) + fill(sealed) + struct.pack("<2Q", len(aad), len(sealed))
    r, total = int.from_bytes(stream[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF, 0
    for at in range(0, len(message), 16):
        total = (total + int.from_bytes(message[at : at + 16] + b"\1", "little")) * r % ((1 << 130) - 5)
    due = (total + int.from_bytes(stream[16:32], "little") & (1 << 128) - 1).to_bytes(16, "little")
    if not hmac.compare_digest(due, tag):
        return None
    plain = bytes(x ^ y for x, y in zip(sealed, stream[64:]))
    (length,) = struct.unpack("<I", plain[:4])
    return None if any(plain[4 + length :]) else plain[4 : 4 + length]


# ---- text, hashes, notes ----
def from_text(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def to_text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def labelled(label, value):
    return label.encode() + b"\0" + canonical(value)


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def without(value, *names):
    return {name: one for name, one in value.items() if name not in names}


def pick(value, *names):
    return {name: value[name] for name in names}


def holds(key, label, value, signature):
    return key is not None and is_signed(from_text(key), labelled(label, value), from_text(signature))


def read_note(note, key):
    """(origin, size, root) of a note that this key signed. None: it did not."""
    text, _, lines = note.partition("\n\n")
    origin, size, root = text.split("\n")[:3]
    ident = sha(origin.encode() + b"\n\x01" + key)[:4]
    for line in lines.splitlines():
        _, name, data = line.split(" ")
        data = base64.b64decode(data)
        if name == origin and data[:4] == ident and is_signed(key, (text + "\n").encode(), data[4:]):
            return origin, int(size), base64.b64decode(root)
    return None


# ---- the tree (RFC 9162, 2.1.3 and 2.1.4.2) ----
def is_grown(size1, root1, size2, root2, proof):
    if not 0 < size1 < size2:
        return False
    if size1 & (size1 - 1) == 0:
        proof = [root1] + proof
    fn, sn = size1 - 1, size2 - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    if not proof:
        return False
    first = second = proof[0]
    for part in proof[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            first, second = sha(b"\1", part, first), sha(b"\1", part, second)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            second = sha(b"\1", second, part)
        fn, sn = fn >> 1, sn >> 1
    return first == root1 and second == root2 and sn == 0


def root_along(node, at, size, path):
    """The root over so many leaves whose leaf 'at' is this node, by the hashes beside its way up. None: no such way."""
    fn, sn = at, size - 1
    for part in map(from_text, path):
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            node = sha(b"\1", part, node)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = sha(b"\1", node, part)
        fn, sn = fn >> 1, sn >> 1
    return node if sn == 0 else None


def fork(path):
    with open(path, encoding="utf-8") as file:
        said = json.load(file)
    key = from_text(said["key"])
    earlier, later = read_note(said["earlier"], key), read_note(said["later"], key)
    if not earlier or not later:
        sys.exit("NOT PROVEN: a statement is not signed by the key in the file")
    (origin1, size1, root1), (origin2, size2, root2) = earlier, later
    if origin1 != origin2:
        sys.exit("NOT PROVEN: the statements are about two logs")
    other = from_text(said["root"])
    growth = [from_text(one) for one in said["growth"]]
    same = size1 == size2 and other == root2
    if not (same or is_grown(size1, other, size2, root2, growth)) or other == root1:
        sys.exit("NOT PROVEN: the second statement does not contradict the first")
    print(f"PROVEN: the server with the key {said['key']} signed two histories of the log {origin1}.")
    print(f"  It signed that the first {size1} sheets have the root {root1.hex()},")
    print(f"  and a log of {size2} sheets whose first {size1} have the root {other.hex()}.")


# ---- a case ----
bad = 0


def say(ok, words):
    global bad
    bad += not ok
    print(("good  " if ok else "BAD   ") + words)


def devices_of(statements):
    """Who could sign: each statement chained and signed by a device that was in the list before it (the first by the founder's,
    one after recovery by the new device with the paper's proof), each device certified by its member."""
    devices, members, paper, prev, fingerprint = {}, {}, None, "", ""
    for number, one in enumerate(statements, 1):
        act = one["act"]
        ok = one["number"] == number and one["prev"] == prev and (act["type"] == "Founded") == (number == 1)
        signer = devices.get(one["by"])
        if act["type"] in ("Founded", "MemberAdded", "Recovered"):
            members[act["member"]["member"]] = act["member"]["key"]
        new = act.get("device")
        if isinstance(new, dict):
            bare = pick(new, "device", "member", "signing", "recipient")
            ok = ok and holds(members.get(new["member"]), "answerable/device-certificate/1", bare, new["certificate"])
        if act["type"] == "Founded":
            bare = without(act["charter"], "signature")
            ok = ok and holds(act["charter"]["founder"], "answerable/charter/1", bare, act["charter"]["signature"])
            ok = ok and act["charter"]["founder"] == act["member"]["key"]
            fingerprint, signer = to_text(sha(labelled("answerable/charter/1", bare))), new
        if act["type"] == "Recovered":
            proven = {"fingerprint": fingerprint, "prev": prev, "member": act["member"], "device": new}
            ok = ok and holds(paper, "answerable/recovery/1", proven, act["proof"])
            signer = new
        ok = ok and signer is not None and signer["device"] == one["by"]
        if not ok or not holds(signer["signing"], "answerable/team/1", without(one, "signature"), one["signature"]):
            say(False, f"statement {number} of the list of members does not follow, or is not signed by who says it")
            return {}, fingerprint
        paper = act["signing"] if act["type"] == "RecoverySet" else paper
        if isinstance(new, dict):
            devices[new["device"]] = new
        prev = to_text(sha(labelled("answerable/team-hash/1", one)))
    say(True, f"the list of members: {len(statements)} statements, each signed, from the charter on")
    print(f'      the helpline "{statements[0]["act"]["charter"]["name"]}", fingerprint {fingerprint}')
    print("      (the fingerprint stands in the helpline's own papers: compare it with the helpline)")
    return devices, fingerprint


def sheets_of(sheets, devices, key, said):
    """The words of each sheet, as they were sealed. The key opens nothing but what was sealed under it; the signature covers it."""
    told, prev = [], ""
    for number, placed in enumerate(sheets, 1):
        sheet = placed["sheet"]
        device = devices.get(sheet["device"])
        chained = sheet["number"] == number and sheet["prev"] == prev and sheet["folder"] == sheets[0]["sheet"]["folder"]
        signed = device and holds(device["signing"], "answerable/sheet/1", without(sheet, "signature"), sheet["signature"])
        aad = pick(sheet, "v", "desk", "folder", "number", "prev", "epoch", "device")
        words = opened(key, canonical(aad), from_text(sheet["body"]))
        words = json.loads(words) if words else {}
        beside = said[number - 1] if number <= len(said) else {}
        same = bool(words) and beside == {"id": sheet["id"], "number": number, **pick(words, "at", "name", "events")}
        prev = to_text(sha(labelled("answerable/sheet-hash/1", sheet)))
        say(bool(chained and signed and same), f"sheet {number}: " + (
            f'{words["at"]}, "{words["name"]}", {len(words["events"])} entries, place {placed["place"]} in the log'
            if chained and signed and same else
            "does not follow the one before: something was taken out or put in" if not chained else
            "is not signed by a device of the helpline" if not signed else
            "does not open, or the words beside it are others"))
        told += [(event, words["at"], words["name"]) for event in words.get("events", [])]
    say(len(said) == len(sheets), "there are as many sheets as words")
    return told, prev


def placed_in(log, last, place):
    """The helpline's server signed that it has the last sheet, which names all before it."""
    note = read_note(log["note"], from_text(log["key"]))
    leaf = sha(b"\0", from_text(last))
    say(bool(note) and root_along(leaf, place - 1, note[1], log["path"]) == note[2],
        "the server signed a log that has the last sheet in it, and with it all before it")


def stamped(reply, one, leaf, plain, authority):
    root = from_text(one["root"])
    say(root_along(sha(b"\0", from_text(leaf["salt"]), from_text(plain)), leaf["at"], one["size"], leaf["path"]) == root,
        "      its hash stood under the root of " + one["day"])
    shown = subprocess.run(["openssl", "ts", "-reply", "-in", reply, "-text"], capture_output=True, text=True).stdout
    times = [line.split(":", 1)[1].strip() for line in shown.splitlines() if line.startswith("Time stamp:")]
    print("            the authority's time: " + (times[0] if times else "unknown"))
    if authority is None:
        print("            the authority's signature is not judged: give its certificate")
        return
    command = ["openssl", "ts", "-verify", "-digest", root.hex(), "-in", reply, "-CAfile", authority]
    say(subprocess.run(command, capture_output=True).returncode == 0, "      the time stamp is the authority's")


def case(folder, authority=None):
    def load(name):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return json.load(file)

    with open(os.path.join(folder, "manifest.json"), "rb") as file:
        manifest = json.loads(file.read())
    devices, fingerprint = devices_of(load("case/team.json"))
    by = devices.get(manifest["by"])
    say(by is not None and manifest["helpline"] == fingerprint
        and holds(by["signing"], "answerable/case-export/1", without(manifest, "signature"), manifest["signature"]),
        "the list of what is in this archive is signed by a device of the helpline, " + manifest["at"])
    hashes = {}
    for one in manifest["files"]:
        digest = hashlib.sha256()
        with open(os.path.join(folder, one["file"]), "rb") as file:
            for piece in iter(lambda: file.read(1 << 20), b""):
                digest.update(piece)
        hashes[one["file"]] = to_text(digest.digest())
        if hashes[one["file"]] != one["sha256"]:
            say(False, one["file"] + " is not as it was given out")
    sheets = load("case/sheets.json")
    told, last = sheets_of(sheets, devices, from_text(load("case/key.json")["key"]), load("case/opened.json"))
    say(len(sheets) == manifest["sheets"], "no sheet is missing between the first and the last that was given out")
    placed_in(load("case/log.json"), last, sheets[-1]["place"])
    stamps = [event for event, _, _ in told if event["type"] == "AttachmentsStamped"]
    for event, at, name in told:
        if event["type"] != "AttachmentReceived" or event["from"] == "copy":
            continue
        file = next((one["file"] for one in manifest["files"] if one.get("attachment") == event["attachment"]), None)
        say(file is not None and hashes[file] == event["plain"], f'{file}: "{event["name"]}", as it was put in {at} by "{name}"')
        print("      SHA-256 " + from_text(event["plain"]).hex())
        found = [(one, leaf) for one in stamps for leaf in one["leaves"] if leaf["attachment"] == event["attachment"]]
        for one, leaf in found[:1]:
            token = to_text(sha(from_text(one["token"])))
            reply = next(file for file, digest in hashes.items() if digest == token)
            stamped(os.path.join(folder, reply), one, leaf, event["plain"], authority)
    print("all good" if not bad else str(bad) + " BAD")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    try:
        if sys.argv[1:2] == ["fork"] and len(sys.argv) == 3:
            fork(sys.argv[2])
        elif sys.argv[1:2] == ["case"] and len(sys.argv) in (3, 4):
            case(*sys.argv[2:])
        elif len(sys.argv) < 3 and os.path.exists(os.path.join(here, "manifest.json")):
            case(here, *sys.argv[1:])
        else:
            sys.exit(__doc__)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, struct.error) as problem:
        sys.exit(f"BAD   what was given cannot be read: {type(problem).__name__} {problem}")
`;
