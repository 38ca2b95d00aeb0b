#!/usr/bin/env python3
"""Judges what a device exported, with nothing but Python: for a lawyer, a court, a journalist.

    python3 check.py fork FILE       two signed statements of a server about one log, of which one must be a lie
    python3 check.py case FOLDER     an exported case: its chain, its signatures, who signed

Everything here follows docs/format.md, RFC 8032 (Ed25519), RFC 6962 (the tree) and c2sp.org/signed-note.
"""
import base64, hashlib, json, os, sys

# ---- Ed25519 (RFC 8032), verification only, with the one meaning of docs/format.md ----
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


# ---- text, hashes, notes ----
def from_text(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def to_text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def labelled(label, value):
    return label.encode() + b"\0" + canonical(value)


def sha(data):
    return hashlib.sha256(data).digest()


def read_note(note, key):
    """(origin, size, root) of a note that this key signed."""
    text, _, lines = note.partition("\n\n")
    origin, size, root = text.split("\n")[:3]
    ident = sha(origin.encode() + b"\n\x01" + key)[:4]
    for line in lines.splitlines():
        _, name, data = line.split(" ")
        data = base64.b64decode(data)
        if name == origin and data[:4] == ident and is_signed(key, (text + "\n").encode(), data[4:]):
            return origin, int(size), base64.b64decode(root)
    sys.exit("NOT PROVEN: a statement is not signed by the key in the file")


# ---- the tree (RFC 9162, 2.1.4.2) ----
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
            first, second = sha(b"\1" + part + first), sha(b"\1" + part + second)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            second = sha(b"\1" + second + part)
        fn, sn = fn >> 1, sn >> 1
    return first == root1 and second == root2 and sn == 0


def fork(path):
    with open(path, encoding="utf-8") as file:
        said = json.load(file)
    key = from_text(said["key"])
    origin1, size1, root1 = read_note(said["earlier"], key)
    origin2, size2, root2 = read_note(said["later"], key)
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


# ---- an exported case ----
def load(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return json.load(file)


def devices_of(statements):
    """Replays who could sign: each statement chained, signed by a device of the log, each device certified by its member."""
    devices, members, prev = {}, {}, ""
    for number, one in enumerate(statements, 1):
        act = one["act"]
        if act["type"] == "Founded":
            charter = act["charter"]
            bare = {k: v for k, v in charter.items() if k != "signature"}
            if not is_signed(from_text(charter["founder"]), labelled("answerable/charter/1", bare), from_text(charter["signature"])):
                sys.exit("BROKEN: the charter is not signed by its founder")
            members[act["member"]["member"]] = act["member"]["key"]
        if act["type"] in ("MemberAdded", "Recovered"):
            members[act["member"]["member"]] = act["member"]["key"]
        found = act.get("device")
        if isinstance(found, dict):
            bare = {k: found[k] for k in ("device", "member", "signing", "recipient")}
            owner = members.get(found["member"])
            if owner is None or not is_signed(from_text(owner), labelled("answerable/device-certificate/1", bare), from_text(found["certificate"])):
                sys.exit(f"BROKEN: statement {number} brings in a device that its member did not certify")
            devices[found["device"]] = found
        bare = {k: v for k, v in one.items() if k != "signature"}
        signer = devices.get(one["by"])
        if one["number"] != number or one["prev"] != prev or signer is None:
            sys.exit(f"BROKEN: statement {number} of the team log does not follow the one before")
        if not is_signed(from_text(signer["signing"]), labelled("answerable/team/1", bare), from_text(one["signature"])):
            sys.exit(f"BROKEN: statement {number} of the team log is not signed by its device")
        prev = to_text(sha(labelled("answerable/team-hash/1", one)))
    return devices


def case(folder):
    devices = devices_of(load(folder, "team.json"))
    sheets, prev = load(folder, "sheets.json"), ""
    opened = {one["id"]: one for one in load(folder, "opened.json")}
    for number, placed in enumerate(sheets, 1):
        sheet = placed["sheet"]
        bare = {k: v for k, v in sheet.items() if k != "signature"}
        device = devices.get(sheet["device"])
        if sheet["number"] != number or sheet["prev"] != prev:
            sys.exit(f"BROKEN: sheet {number} does not follow the one before: something was taken out or put in")
        if device is None or not is_signed(from_text(device["signing"]), labelled("answerable/sheet/1", bare), from_text(sheet["signature"])):
            sys.exit(f"BROKEN: sheet {number} is not signed by a device of the helpline")
        prev = to_text(sha(labelled("answerable/sheet-hash/1", sheet)))
        told = opened.get(sheet["id"])
        print(f"sheet {number}: place {placed['place']}, member {device['member']}, device {sheet['device']}, "
              + (f"taken down {told['at']}, {len(told['events'])} entries" if told else "not opened"))
    print(f"HOLDS: {len(sheets)} sheets, each signed, none missing between the first and the last.")
    print("The words in opened.json are those that the helpline says these sheets hold; with the case's key (key.json) anyone")
    print("can open the sealed sheets and compare: python3 recover.py case FOLDER.")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in ("fork", "case"):
        sys.exit(__doc__)
    fork(sys.argv[2]) if sys.argv[1] == "fork" else case(sys.argv[2])
