# Phát hành: đánh số tiếp theo bản đang đăng, ghi mã kiểm tra của mọi tệp, ký bằng khóa ở kho bí mật.
if [ -f dang/index.html ]; then
  rm -rf truoc
  mkdir truoc
  if git rev-parse --quiet --verify origin/[[ branch ]] >/dev/null; then
    git archive origin/[[ branch ]] | tar -x -C truoc
  fi
  set -- congkhai release dang --content [[ repository.content ]] --previous truoc
  khoa=
  if [ -n "${CONGKHAI_KHOA:-}" ]; then
    khoa=$(mktemp) # chỉ máy này đọc được (600)
    if [ -f "$CONGKHAI_KHOA" ]; then cat "$CONGKHAI_KHOA"; else printf '%s\n' "$CONGKHAI_KHOA"; fi | tr -d '\r' > "$khoa"
    set -- "$@" --key "$khoa"
  else
    echo "CHƯA KÝ: kho bí mật chưa có CONGKHAI_KHOA. Trang vẫn đăng, có SHA256SUMS nhưng không có chữ ký."
  fi
  unset CONGKHAI_KHOA
  phat_hanh=0
  "$@" || phat_hanh=$?
  [ -z "$khoa" ] || rm -f "$khoa"
  [ "$phat_hanh" = 0 ]
fi
