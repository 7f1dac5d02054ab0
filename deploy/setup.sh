#!/bin/sh
# Sets up a Debian server that publishes what is pushed to it. Run as root, again whenever the program or
# the certificate changes; without a folder the certificate of before stays:
#   deploy/setup.sh DOMAIN [CERTIFICATE_FOLDER]
# /opt/congkhai  the program, root's own    /srv/congkhai/noi-dung.git  the repository    …/trang  the site
# …/khoa-ky  the key that signs releases (congkhai keys new), where there is one; its owner congkhai, mode 600
# …/ban-sao  copies of communes' sites, from the list …/mirror.yml
set -eu

DOMAIN=${1:?"Cách dùng: deploy/setup.sh TÊN-MIỀN [THƯ-MỤC-CHỨNG-THƯ]"}
HERE=$(cd "$(dirname "$0")/.." && pwd)
PROGRAM=/opt/congkhai
HOME_FOLDER=/srv/congkhai
REPO=$HOME_FOLDER/noi-dung.git
SITE=$HOME_FOLDER/trang
COPIES=$HOME_FOLDER/ban-sao
KEY=$HOME_FOLDER/khoa-ky

[ "$(id -u)" = 0 ] || { echo "Cần quyền root: sudo deploy/setup.sh …" >&2; exit 1; }
say() { printf '\n== %s\n' "$1"; }
# The certificate folder in a configuration that `congkhai new server nginx` printed for a domain, if any.
certificate_of() {
  grep -qsF "server_name $2;" "$1" || return 0
  sed -n 's|^ *ssl_certificate "\(.*\)/fullchain.pem";$|\1|p' "$1"
}
# Puts a new site in the place of the old one where nginx, which reads it there only, finds nothing wrong
# with it; else the old one, or none, comes back: put_site NEW SITE LINK.
put_site() {
  [ ! -e "$2" ] || cp -p "$2" "$2.truoc"
  mv "$1" "$2"
  ln -sf "$2" "$3"
  if nginx -t -q; then
    rm -f "$2.truoc"
    return 0
  fi
  mv "$2" "$1"
  if [ -e "$2.truoc" ]; then mv "$2.truoc" "$2"; else rm -f "$3"; fi
  echo "nginx không nhận cấu hình mới (lý do ở trên). Đã trả lại như trước khi chạy lệnh này; web không đổi." >&2
  echo "Bản mới nằm ở $1. Sửa lỗi rồi chạy lại lệnh này." >&2
  return 1
}

say "Cài git, nginx, Python"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq git nginx-light python3-venv openssh-server >/dev/null
apt-get install -y -qq libnginx-mod-http-brotli-static >/dev/null 2>&1 || echo "Không có mô-đun brotli, chỉ dùng gzip."

say "Cài phần mềm vào $PROGRAM"
python3 -m venv "$PROGRAM"
"$PROGRAM/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$HERE/requirements/site.txt"
COPY=$(mktemp -d)
cp -r "$HERE/generator" "$HERE/site_templates" "$HERE/mkdocs.yml" "$HERE/requirements" "$HERE/pyproject.toml" "$HERE/README.md" "$HERE/LICENSE" "$COPY"
"$PROGRAM/bin/pip" install --quiet --disable-pip-version-check --no-build-isolation --no-deps --force-reinstall "$COPY"
rm -rf "$COPY"

say "Tạo người dùng congkhai và kho git $REPO"
getent passwd congkhai >/dev/null || useradd --system --user-group --home-dir "$HOME_FOLDER" --shell /bin/sh congkhai
install -d -o congkhai -g congkhai -m 755 "$HOME_FOLDER"
install -d -o root -g root -m 755 "$HOME_FOLDER/.ssh"
[ -e "$HOME_FOLDER/.ssh/authorized_keys" ] || install -o root -g root -m 644 /dev/null "$HOME_FOLDER/.ssh/authorized_keys"
runuser -u congkhai -- "$PROGRAM/bin/congkhai" receive init "$REPO" --out "$SITE" $([ ! -e "$KEY" ] || echo --key "$KEY")
chmod 700 "$REPO" # its history also holds what has been withdrawn from the site

say "Đặt lịch dựng lại mỗi ngày"
install -m 644 "$HERE/deploy/congkhai-rebuild.service" "$HERE/deploy/congkhai-rebuild.timer" /etc/systemd/system/
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  systemctl enable --now congkhai-rebuild.timer
fi

say "Đặt lịch lấy bản sao của các xã ghi trong $HOME_FOLDER/mirror.yml"
install -d -o congkhai -g congkhai -m 755 "$COPIES"
[ ! -d "$HERE/content/tinh" ] || [ -e "$HOME_FOLDER/tinh" ] || cp -r "$HERE/content/tinh" "$HOME_FOLDER/tinh"
if [ ! -e "$HOME_FOLDER/mirror.yml" ]; then
  "$PROGRAM/bin/congkhai" new mirror --out "$HOME_FOLDER/mirror.yml" >/dev/null
  chown root:congkhai "$HOME_FOLDER/mirror.yml"
  chmod 640 "$HOME_FOLDER/mirror.yml" # it may hold passwords for reading
fi
install -m 644 "$HERE/deploy/congkhai-mirror.service" "$HERE/deploy/congkhai-mirror.timer" /etc/systemd/system/
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  systemctl enable --now congkhai-mirror.timer
fi

say "Cấu hình nginx cho $DOMAIN"
TLS=${2:-$(certificate_of /etc/nginx/sites-available/congkhai "$DOMAIN")}
[ -z "$TLS" ] || echo "Dùng chứng thư ở $TLS"
FORMER=
[ ! -d "$HERE/content/tinh" ] || FORMER="$HERE/content/tinh"
"$PROGRAM/bin/congkhai" new server nginx --out "$SITE" --domain "$DOMAIN" ${TLS:+--tls "$TLS"} ${FORMER:+--tinh "$FORMER"} \
  >/etc/nginx/sites-available/congkhai.new
put_site /etc/nginx/sites-available/congkhai.new /etc/nginx/sites-available/congkhai /etc/nginx/sites-enabled/congkhai
if [ -d /run/systemd/system ]; then systemctl reload-or-restart nginx; fi

say "Xong. Còn hai việc:"
echo "1. Thêm khóa của từng xã: $PROGRAM/bin/congkhai receive key xa-mau < khoa.pub >> $HOME_FOLDER/.ssh/authorized_keys"
echo "2. Từ máy có dữ liệu: git push ssh://congkhai@$DOMAIN$REPO main"
