# Chỉ nhận thay đổi ở dữ liệu của xã và ở nhap/; không lệnh nào dưới đây đọc bảng tính hay chạy bộ dựng trang.
nhanh=nhap-bang-tinh-$(printf '%.12s' "$LAN_GUI")
rm -rf kho
git init --quiet kho
kho() {
  git -C kho -c user.name="Công khai" -c user.email="congkhai@localhost" -c credential.helper= \
    -c credential.helper='!f() { echo "username=$NGUOI"; echo "password=$TOKEN"; }; f' "$@"
}
kho fetch --quiet --depth=1 "$KHO" refs/heads/main
kho checkout --quiet -b "$nhanh" FETCH_HEAD
kho apply --index --include='[[ repository.content ]]/xa/*' --include='nhap/*' ../de-nghi/thay-doi.patch
kho commit --quiet --cleanup=whitespace --file ../de-nghi/loi.md
