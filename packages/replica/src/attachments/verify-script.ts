/**
 * What a court's own expert runs: Python's standard library, and `openssl ts` where a time stamp is to be judged. It stands in every bundle
 * beside the files, and trusts nothing of ours.
 */
export const verifyScript = `#!/usr/bin/env python3
"""Checks this bundle: every file against its SHA-256, every hash against the stamped root, every root against its time stamp.
Usage: python3 verify.py [CA.pem]   (CA.pem: the certificate of the time-stamping authority, got from the authority itself)"""
import base64, hashlib, json, os, subprocess, sys

here = os.path.dirname(os.path.abspath(__file__))
manifest = json.load(open(os.path.join(here, "manifest.json"), encoding="utf-8"))
bad = 0

def raw(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def say(ok, words):
    global bad
    bad += not ok
    print(("good  " if ok else "BAD   ") + words)

def shape(at, size):
    steps, start, end = [], 0, size
    while end - start > 1:
        k = 1
        while k * 2 < end - start:
            k *= 2
        left = at < start + k
        steps.insert(0, "right" if left else "left")
        start, end = (start, start + k) if left else (start + k, end)
    return steps

def root_of(leaf, plain):
    node = sha(b"\\x00", raw(leaf["salt"]), raw(plain))
    steps = shape(leaf["at"], leaf["size"])
    if len(steps) != len(leaf["path"]):
        return None
    for side, other in zip(steps, map(raw, leaf["path"])):
        node = sha(b"\\x01", node, other) if side == "right" else sha(b"\\x01", other, node)
    return node

for one in manifest["files"]:
    digest = hashlib.sha256()
    with open(os.path.join(here, one["file"]), "rb") as stream:
        for piece in iter(lambda: stream.read(1 << 20), b""):
            digest.update(piece)
    say(digest.digest() == raw(one["plain"]), one["file"] + " is as it was received: " + digest.hexdigest())
    stamp = one.get("stamp")
    if not stamp:
        print("      no time stamp")
        continue
    root = raw(stamp["root"])
    say(root_of(stamp, one["plain"]) == root, "its hash stood under the root of " + stamp["day"])
    reply = os.path.join(here, stamp["reply"])
    shown = subprocess.run(["openssl", "ts", "-reply", "-in", reply, "-text"], capture_output=True, text=True).stdout
    times = [line.split(":", 1)[1].strip() for line in shown.splitlines() if line.startswith("Time stamp:")]
    print("      the authority's time: " + (times[0] if times else "unknown"))
    if len(sys.argv) > 1:
        checked = subprocess.run(["openssl", "ts", "-verify", "-digest", root.hex(), "-in", reply, "-CAfile", sys.argv[1]],
                                 capture_output=True, text=True)
        say(checked.returncode == 0, "the time stamp is the authority's")
    else:
        print("      the authority's signature is not judged: give its certificate")

print("all good" if not bad else str(bad) + " BAD")
sys.exit(1 if bad else 0)
`;
