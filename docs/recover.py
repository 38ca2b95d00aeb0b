#!/usr/bin/env python3
"""Opens a sealed backup without Answerable: Python's standard library, and Debian's `age` for the boxes and letters.

    python3 recover.py open BACKUP.tar OUT --shares SHARES.txt      the paper shares, one a line
    python3 recover.py open BACKUP.tar OUT --identity KEY.txt       or an age identity that the boxes are sealed to

OUT gets a folder for each desk: cases.csv for a spreadsheet, folders/*.json with every sheet in words, letters/ and files/.
Written from docs/format.md, so that the data outlives the program. Slow and plain on purpose.
"""
import base64, csv, hashlib, hmac, io, json, os, struct, subprocess, sys, tarfile, tempfile


def raw(text):  # base64url without padding
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def text_of(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def canonical(value):  # RFC 8785, for the ASCII keys and whole numbers that headers are made of
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def hkdf(secret, salt, info):  # RFC 5869 with SHA-256, one block
    extracted = hmac.new(salt or bytes(32), secret, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\x01", hashlib.sha256).digest()


def derived(secret, *parts):  # info is every part led by its length
    return hkdf(secret, b"", b"".join(struct.pack(">H", len(p)) + p for p in (t.encode() for t in parts)))


# ---- ChaCha20-Poly1305 (RFC 8439) and its X form. All blocks of a message are worked out side by side, each word of the state
# being one long integer with a lane of 64 bits for every block. ----
ROUNDS = [(0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)]
SIGMA = struct.unpack("<4I", b"expand 32-byte k")


def mixed(state, mask):
    state = list(state)

    def turned(x, n):
        return (x << n | x >> 32 - n) & mask

    for _ in range(10):
        for a, b, c, d in ROUNDS:
            state[a] = state[a] + state[b] & mask
            state[d] = turned(state[d] ^ state[a], 16)
            state[c] = state[c] + state[d] & mask
            state[b] = turned(state[b] ^ state[c], 12)
            state[a] = state[a] + state[b] & mask
            state[d] = turned(state[d] ^ state[a], 8)
            state[c] = state[c] + state[d] & mask
            state[b] = turned(state[b] ^ state[c], 7)
    return state


def chacha(key, counter, nonce, length):
    n = -(-length // 64)
    ones = int.from_bytes(b"\1\0\0\0\0\0\0\0" * n, "little")
    mask = ones * 0xFFFFFFFF
    counters = int.from_bytes(struct.pack(f"<{n}Q", *range(counter, counter + n)), "little")
    start = [w * ones for w in SIGMA + struct.unpack("<8I", key)] + [counters] + [w * ones for w in struct.unpack("<3I", nonce)]
    state = [a + b & mask for a, b in zip(mixed(start, mask), start)]
    lanes = [struct.unpack(f"<{n}Q", w.to_bytes(8 * n, "little")) for w in state]
    return b"".join(struct.pack("<16I", *block) for block in zip(*lanes))[:length]


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    sum_, p = 0, (1 << 130) - 5
    for at in range(0, len(message), 16):
        sum_ = (sum_ + int.from_bytes(message[at : at + 16] + b"\1", "little")) * r % p
    return (sum_ + int.from_bytes(key[16:], "little") & (1 << 128) - 1).to_bytes(16, "little")


def opened(key, nonce, aad, sealed):
    body, tag = sealed[:-16], sealed[-16:]
    fill = lambda data: data + bytes(-len(data) % 16)
    stream = chacha(key, 0, nonce, 64 + len(body))
    due = poly1305(stream[:32], fill(aad) + fill(body) + struct.pack("<2Q", len(aad), len(body)))
    if not hmac.compare_digest(due, tag):
        raise ValueError("does not open: damaged, or another key")
    plain = int.from_bytes(body, "little") ^ int.from_bytes(stream[64 : 64 + len(body)], "little")
    return plain.to_bytes(len(body), "little")


def xopened(key, aad, body):  # nonce 24, ciphertext, tag 16
    state = mixed(SIGMA + struct.unpack("<8I", key) + struct.unpack("<4I", body[:16]), 0xFFFFFFFF)
    subkey = struct.pack("<8I", *state[:4], *state[12:])
    return opened(subkey, bytes(4) + body[16:24], canonical(aad), body[24:])


def unpadded(data):
    (length,) = struct.unpack("<I", data[:4])
    if any(data[4 + length :]):
        raise ValueError("padding is not zeros")
    return data[4 : 4 + length]


def pick(header, *names):
    return {name: header[name] for name in names}


# ---- paper shares: Shamir over GF(2^8), base32 (see docs/format.md) ----
def times(a, b):
    result = 0
    while b:
        if b & 1:
            result ^= a
        a, b = (a << 1) ^ (0x11B if a & 0x80 else 0), b >> 1
    return result


def inverse(a):
    result = 1
    for _ in range(254):
        result = times(result, a)
    return result


def read_share(line):
    symbols = "".join(line.split()).replace("-", "").upper().translate(str.maketrans("018", "OIB"))
    data = base64.b32decode(symbols)
    if hashlib.sha256(b"answerable/share/1" + data[:41]).digest()[:4] != data[41:]:
        sys.exit(f"A share is misread: {line.strip()[:9]}…  Compare it with the paper, symbol by symbol.")
    return {"version": data[0], "set": data[1:5], "least": data[5], "x": data[40], "y": data[8:40]}


def combined(shares):
    if len({share["set"] for share in shares}) != 1:
        sys.exit("The shares are of different sets: all must carry the same set number.")
    least = shares[0]["least"]
    if len({share["x"] for share in shares}) < least:
        sys.exit(f"{least} different shares are needed.")
    secret = bytearray(32)
    for share in shares:
        factor = 1
        for other in shares:
            if other is not share:
                factor = times(factor, times(other["x"], inverse(other["x"] ^ share["x"])))
        for at in range(32):
            secret[at] ^= times(share["y"][at], factor)
    return identity_of(bytes(secret), {0x11: "age-secret-key-", 0x12: "age-secret-key-pq-"}[shares[0]["version"]])


def identity_of(secret, prefix):  # bech32 (BIP 173)
    def check(values):
        sum_ = 1
        for value in values:
            top = sum_ >> 25
            sum_ = (sum_ & 0x1FFFFFF) << 5 ^ value
            for bit, part in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
                sum_ ^= part if top >> bit & 1 else 0
        return sum_

    bits = int.from_bytes(secret, "big") << -len(secret) * 8 % 5
    count = -(-len(secret) * 8 // 5)
    data = [bits >> 5 * (count - 1 - at) & 31 for at in range(count)]
    head = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    sum_ = check(head + data + [0] * 6) ^ 1
    data += [sum_ >> 5 * (5 - at) & 31 for at in range(6)]
    return (prefix + "1" + "".join("qpzry9x8gf2tvdw0s3jn54khce6mua7l"[value] for value in data)).upper()


# ---- age files ----
def age(identities, file):
    """By Debian's age. The identity goes through a pipe and never to the disk; what is sealed may lie there."""
    with tempfile.NamedTemporaryFile() as sealed:
        sealed.write(file)
        sealed.flush()
        keys = ("\n".join(identities) + "\n").encode()
        done = subprocess.run(["age", "--decrypt", "-i", "-", sealed.name], input=keys, capture_output=True)
    if done.returncode:
        raise ValueError(done.stderr.decode().strip() or "age failed")
    return done.stdout


def age_by_key(file_key, file):
    """With the file's own key, which stands in the case: header, nonce, chunks of 64 KiB (c2sp.org/age)."""
    end = file.index(b"\n", file.index(b"\n---") + 1) + 1
    key = hkdf(file_key, file[end : end + 16], b"payload")
    body, plain, at = file[end + 16 :], [], 0
    while at * 65552 < len(body):
        chunk = body[at * 65552 : (at + 1) * 65552]
        last = (at + 1) * 65552 >= len(body)
        plain.append(opened(key, struct.pack(">QIB", 0, at, 0)[1:12] + bytes([last]), b"", chunk))
        at += 1
    return b"".join(plain)


# ---- the backup ----
def rows_of(archive):
    """Table -> rows, each file held against the manifest first."""
    manifest = json.load(archive.extractfile("manifest.json"))
    tables = {}
    for one in manifest["files"]:
        data = archive.extractfile(one["name"]).read()
        if hashlib.sha256(data).hexdigest() != one["sha256"]:
            sys.exit(f"{one['name']} is damaged.")
        rows = tables.setdefault(one["name"].split("/")[0], [])
        rows.extend(json.loads(line) for line in data.decode().splitlines())
    return tables


def b64(value):
    return base64.b64decode(value)


def safe(name):
    return "".join(c if c.isalnum() or c in "._-" else "_" for c in name)[:120] or "file"


def put(out, path, data):
    path = os.path.join(out, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())


def pretty(value):
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def open_backup(path, out, identities):
    os.umask(0o077)
    with tarfile.open(path) as archive:
        tables = rows_of(archive)
    for desk in [row["desk"] for row in tables.get("desk", [])]:
        boxes = sorted((b for b in tables.get("box", []) if b["desk"] == desk), key=lambda b: (b["epoch"], b["team"]))
        try:
            box = json.loads(age(identities, b64(boxes[-1]["file"])))
        except (ValueError, IndexError) as problem:
            print(f"desk {desk}: closed ({problem})")
            continue
        open_desk(tables, desk, box, os.path.join(out, desk))


def open_desk(tables, desk, box, out):
    of = lambda table: [row for row in tables.get(table, []) if row["desk"] == desk]
    secrets = {one["epoch"]: raw(one["secret"]) for one in box["secrets"]}
    under = lambda name, epoch: derived(secrets[epoch], f"answerable/{name}/1", desk, str(epoch))
    damaged, folders, files = 0, {}, {}
    keys = {}
    for row in of("folder_key"):
        aad = pick(row, "desk", "epoch", "folder")
        keys[row["folder"]] = xopened(under("fold", row["epoch"]), aad, b64(row["body"]))
    for row in sorted(of("sheet"), key=lambda row: (row["folder"], row["number"])):
        prev = "" if row["prev"] is None else text_of(b64(row["prev"]))
        aad = {"v": 1, "prev": prev, **pick(row, "desk", "folder", "number", "epoch", "device")}
        told = {**pick(row, "number", "place", "device", "id")}
        try:
            told.update(json.loads(unpadded(xopened(keys[row["folder"]], aad, b64(row["body"])))))
        except (KeyError, ValueError) as problem:
            told["damaged"], damaged = str(problem), damaged + 1
        folders.setdefault(row["folder"], []).append(told)
        find_files(told, files)
    for folder, sheets in folders.items():
        put(out, f"folders/{folder}.json", pretty(sheets))
    cards = []
    for row in of("card"):
        try:
            aad = {"v": 1, **pick(row, "desk", "folder", "number", "epoch")}
            card = json.loads(unpadded(xopened(under("card", row["epoch"]), aad, b64(row["body"]))))
            cards.append({"folder": row["folder"], **card["card"]})
        except ValueError:
            damaged += 1
    put(out, "cases.csv", table_of(cards))
    letters = open_letters(of("letter"), [one["identity"] for one in box.get("intake", [])], out, files)
    kept = open_blobs(of("blob"), of("blob_part"), files, out)
    sheets = sum(map(len, folders.values()))
    print(f"desk {desk}: {len(folders)} folders, {sheets} sheets, {len(cards)} cards, {letters} letters, {kept} files, {damaged} damaged")


def find_files(value, files):
    """Wherever a blob is named with its key."""
    if isinstance(value, dict):
        if isinstance(value.get("blob"), str) and isinstance(value.get("key"), str):
            files[value["blob"]] = value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            find_files(one, files)


def open_letters(rows, identities, out, files):
    done = 0
    for row in rows:
        try:
            inside = age(identities, b64(row["body"]))
        except ValueError as problem:
            put(out, f"letters/{row['place']}.closed.txt", f"{problem}\n")
            continue
        with tarfile.open(fileobj=io.BytesIO(inside)) as letter:
            for member in letter.getmembers():
                data = letter.extractfile(member).read()
                put(out, f"letters/{row['place']}/{safe(member.name)}", data)
                if member.name == "report.json":
                    find_files(json.loads(data), files)
        done += 1
    return done


def open_blobs(blobs, parts, files, out):
    done = 0
    for blob in blobs:
        told = files.get(blob["id"])
        own = sorted((part for part in parts if part["id"] == blob["id"]), key=lambda part: part["start"])
        sealed = b"".join(b64(part["body"]) for part in own)
        if told is None or len(sealed) != blob["length"]:
            continue
        plain = age_by_key(raw(told["key"]), sealed)[: told.get("size")]
        put(out, f"files/{blob['id']}-{safe(str(told.get('name', '')))}", plain)
        done += 1
    return done


def table_of(cards):
    names = sorted({name for card in cards for name in card})
    text = io.StringIO()
    sheet = csv.writer(text)
    sheet.writerow(names)
    for card in cards:
        cells = [card.get(name, "") for name in names]
        cells = [cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False) for cell in cells]
        # A cell that begins like a formula would be one in a spreadsheet.
        sheet.writerow(["'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell for cell in cells])
    return "\ufeff" + text.getvalue()


if __name__ == "__main__":
    if sys.argv[1:2] == ["open"] and len(sys.argv) == 6 and sys.argv[4] in ("--shares", "--identity"):
        with open(sys.argv[5], encoding="utf-8") as given:
            lines = [line for line in given if line.strip() and not line.startswith("#")]
        identities = [combined([read_share(line) for line in lines])] if sys.argv[4] == "--shares" else [line.strip() for line in lines]
        open_backup(sys.argv[2], sys.argv[3], identities)
    else:
        sys.exit(__doc__)
