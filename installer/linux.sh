#!/bin/sh
# linux.sh APP VERSION DEST: replication-lab_VERSION_ARCH.deb, .rpm (where rpmbuild is) and .tar.gz in DEST.
# SOURCE_DATE_EPOCH, seconds since 1970, is the time stamp of everything in them.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
mkdir -p "$3"
app=$(CDPATH='' cd -- "$1" && pwd) version=$2 dest=$(CDPATH='' cd -- "$3" && pwd)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-1767225600}
export SOURCE_DATE_EPOCH
case $(uname -m) in
  x86_64) deb_arch=amd64 ;;
  aarch64) deb_arch=arm64 ;;
  *) deb_arch=$(uname -m) ;;
esac

"$here/image.sh" "$app" "$version" "$here/icon/replication-lab-256.png" "$dest/image"
image=$dest/image/replication-lab

# The folders that the package fills, the same for both kinds of package.
root=$dest/root
rm -rf "$root"
mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/mime/packages" \
  "$root/usr/share/doc/replication-lab"
cp -R -p "$image" "$root/opt/"
ln -s /opt/replication-lab/bin/replication-lab "$root/usr/bin/replication-lab"
cp "$here/linux/replication-lab.desktop" "$root/usr/share/applications/"
cp "$here/linux/replication-lab.xml" "$root/usr/share/mime/packages/"
cp "$app/licences.txt" "$root/usr/share/doc/replication-lab/copyright"
for size in 16 32 48 128 256 512; do
  mkdir -p "$root/usr/share/icons/hicolor/${size}x$size/apps"
  cp "$here/icon/replication-lab-$size.png" "$root/usr/share/icons/hicolor/${size}x$size/apps/replication-lab.png"
done
mkdir -p "$root/usr/share/icons/hicolor/scalable/apps"
cp "$here/icon/replication-lab.svg" "$root/usr/share/icons/hicolor/scalable/apps/"
chmod -R u=rwX,go=rX "$root"
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

tar --sort=name --owner=0 --group=0 --numeric-owner -C "$root/opt" -cf - replication-lab |
  gzip -n >"$dest/replication-lab-$version-linux-$(uname -m).tar.gz"

# No two of Java's caches are the same byte for byte, and the same commit makes the same packages: what they are started
# from is learnt where they are installed.
rm "$root"/opt/replication-lab/lib/app/*.aot
touch -d "@$SOURCE_DATE_EPOCH" "$root/opt/replication-lab/lib/app"

mkdir -p "$root/DEBIAN"
cp "$here/linux/postinst" "$here/linux/prerm" "$root/DEBIAN/"
sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$deb_arch/" -e "s/@SIZE@/$(du -sk --apparent-size "$root" | cut -f1)/" \
  "$here/linux/control" >"$root/DEBIAN/control"
dpkg-deb --root-owner-group -Zxz -z1 --build "$root" "$dest/replication-lab_${version}_$deb_arch.deb"
rm -rf "$root/DEBIAN"

if command -v rpmbuild >/dev/null; then
  rpmbuild -bb --quiet --buildroot "$dest/rpm/buildroot" --define "_topdir $dest/rpm" --define "_rpmdir $dest" \
    --define "_rpmfilename replication-lab-$version-1.$(uname -m).rpm" --define "version $version" \
    --define "from $root" --define "scripts $here/linux" --define "_build_id_links none" "$here/linux/replication-lab.spec"
  rm -rf "$dest/rpm"
else
  echo "No .rpm was made: rpmbuild is not installed (Debian: apt-get install rpm)."
fi
rm -rf "$root"
ls -l "$dest"
