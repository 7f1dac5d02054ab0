# Mỗi xã một thư mục PDF để in và treo bảng tin. Xã có lỗi, hoặc chưa tiếp nhận trang, thì lần này không có giấy.
chon=(--kho "${KHO_GIAY:-a4}")
[ -z "${LOAI_GIAY:-}" ] || chon+=(--kind "$LOAI_GIAY")
rm -rf giay
for thu_muc in [[ repository.content ]]/xa/*/; do
  xa=$(basename "$thu_muc")
  congkhai paper "$xa" --content [[ repository.content ]] --out "giay/$xa" "${chon[@]}" || echo "$xa: không in."
done
if [ ! -d giay ]; then
  echo "Không in được giấy nào: xem các dòng trên."
  exit 1
fi
