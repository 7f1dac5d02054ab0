# Dữ liệu lấy ở nhánh main, bảng tính lấy ở lần gửi này: bảng gửi ở nhánh khác không bao giờ vào nhánh main.
git checkout --quiet --force --detach origin/main
rm -rf nhap de-nghi
mkdir nhap de-nghi
git checkout --quiet "$LAN_GUI" -- nhap 2>/dev/null || true
co=sai
if congkhai excel nhan nhap --content [[ repository.content ]] --out de-nghi/loi.md > bao-cao.txt 2>&1; then
  co=false
  if [ -f de-nghi/loi.md ]; then
    git add --all -- [[ repository.content ]]/xa nhap
    git diff --cached --binary origin/main > de-nghi/thay-doi.patch
    [ ! -s de-nghi/thay-doi.patch ] || co=true
  fi
fi
# Không dòng nào của bảng đứng ở đầu dòng: máy của nơi giữ kho có thể hiểu nhầm là lệnh.
sed 's/^/| /' bao-cao.txt
