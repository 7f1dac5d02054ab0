# Xã nào lần này có lỗi thì giữ trang cũ: lấy lại cả trang đang đăng trước khi dựng.
rm -rf site dang
if git rev-parse --quiet --verify origin/[[ branch ]] >/dev/null; then
  mkdir -p [[ repository.served ]]
  git archive origin/[[ branch ]] | tar -x -C [[ repository.served ]]
[% if repository.only %]
  mv [[ repository.served ]]/.congkhai.json site/
[% endif %]
else
  echo "Chưa có trang nào được đăng: đây là lần đầu."
fi
