kho push --quiet --force "$KHO" "$nhanh"
python3 -I -c '
import json, sys
title, _, body = open("de-nghi/loi.md", encoding="utf-8").read().partition("\n\n")
json.dump({"title": title, "body": body, "head": sys.argv[1], "base": "main"}, sys.stdout)' "$nhanh" > yeu-cau.json
ma=$(printf 'header = "Authorization: token %s"\n' "$TOKEN" | curl --silent --show-error --config - \
  --header "Content-Type: application/json" --data @yeu-cau.json --output tra-loi.json \
  --write-out '%{http_code}' "$API/repos/$TEN_KHO/pulls") || true
if [ "$ma" = 201 ]; then
  dia_chi=$(python3 -I -c 'import json; print(json.load(open("tra-loi.json", encoding="utf-8"))["html_url"])')
  echo "Đã mở đề nghị: $dia_chi"
[% if host == "forgejo" %]
  echo "Lãnh đạo mở đề nghị ấy, xem từng thay đổi rồi duyệt. Kết quả kiểm tra nằm ngay trong lời đề nghị."
[% else %]
  echo "Lãnh đạo mở đề nghị ấy, bấm Approve workflows to run để máy dựng bản xem trước, xem rồi duyệt."
[% endif %]
elif grep -q "already exists" tra-loi.json; then
  echo "Đề nghị của lần gửi này đã mở từ trước."
else
  echo "Đã đọc xong bảng, nhưng máy chưa được phép tự mở đề nghị (mã $ma). Mở địa chỉ này rồi bấm nút mở đề nghị:"
  echo "$MAY_CHU/$TEN_KHO/compare/main...$nhanh"
[% if host != "forgejo" %]
  echo "Để lần sau máy tự mở: Settings > Actions > General, bật Allow GitHub Actions to create and approve pull requests."
[% endif %]
  touch chua-mo
fi > thong-bao.txt
cat thong-bao.txt
{ echo; cat thong-bao.txt; } >> "$GITHUB_STEP_SUMMARY"
[ ! -f chua-mo ]
