#!/bin/sh
# A clean Debian in a directory, made of the packages that are installed here, file by file as dpkg lists them: what every Debian has
# (BASE), and for each package named a store from which a stand-in for apt unpacks it, with what it depends on, when it is asked to.
#
#     tools/clean-debian.sh TREE [PACKAGE …]        then: chroot TREE /bin/sh
#
# No Node, nothing of ours, no network of its own. Three stand-ins lie in /usr/local/bin: sudo (one is root in there), apt (unpacks from the
# store) and nano (whoever types: takes what lies in /typed under the name of the file).
set -eu
BASE="dash coreutils tar sed grep"
tree=$1
shift

# The packages named and all they depend on, as far as they are installed; of alternatives, those that are.
closure() {
  known=""
  todo="$*"
  while [ -n "$todo" ]; do
    next=""
    for one in $todo; do
      case " $known " in *" $one "*) continue ;; esac
      dpkg-query -W -f '${Status}' "$one" 2>/dev/null | grep -q '^install ok' || continue
      known="$known $one"
      next="$next $(dpkg-query -W -f '${Pre-Depends},${Depends}\n' "$one" | sed 's/([^)]*)//g; s/:[a-z0-9]*//g; s/[,|]/ /g')"
    done
    todo=$next
  done
  echo "$known"
}

# Their files, as they lie here.
packed() {
  for one in "$@"; do dpkg-query -L "$one"; done | sort -u | grep -v -e '^/\.$' -e '^/usr/share/\(doc\|man\|locale\|info\)/' \
    | while read -r path; do if [ -e "$path" ] || [ -L "$path" ]; then echo ".$path"; fi; done \
    | tar -C / --no-recursion -cf - -T -
}

mkdir -p "$tree/usr/bin" "$tree/usr/lib" "$tree/usr/lib64" "$tree/usr/sbin" "$tree/usr/local/bin" "$tree/root" "$tree/tmp" "$tree/typed" "$tree/store"
for one in bin lib lib64 sbin; do ln -s "usr/$one" "$tree/$one"; done
base=$(closure $BASE)
packed $base | tar -C "$tree" --keep-directory-symlink -xf -
for one in "$@"; do
  dpkg-query -W -f '${Status}' "$one" | grep -q '^install ok' || { echo "$one is not installed here" >&2; exit 1; }
  packed $(closure "$one") > "$tree/store/$one.tar"
done

cat > "$tree/usr/local/bin/sudo" <<'END'
#!/bin/sh
exec "$@"
END
cat > "$tree/usr/local/bin/apt" <<'END'
#!/bin/sh
set -eu
[ "$1" = install ] || { echo "apt: only install" >&2; exit 1; }
shift
for one in "$@"; do tar -C / --keep-directory-symlink -xf "/store/$one.tar"; done
END
cat > "$tree/usr/local/bin/nano" <<'END'
#!/bin/sh
exec cp "/typed/$1" "$1"
END
chmod 755 "$tree"/usr/local/bin/*
