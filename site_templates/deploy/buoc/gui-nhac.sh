# Một mục Issues duy nhất, mỗi tuần một lời; đóng mục ấy thì tuần sau máy mở mục mới.
if [ ! -s nhan/tin.txt ]; then
  echo "Chưa có xã nào nhận trang: tuần này không nhắc gì."
  exit 0
fi
ten="Việc công khai cần làm"
# Tin của mọi xã có thể dài hơn mức GitHub nhận; phần còn lại nằm ở tệp đính kèm của lượt chạy này.
sed 's/^/    /' nhan/tin.txt | awk '{ n += length($0) + 1 } n < 50000' > loi.md
so=$(gh issue list --state open --app github-actions --json number,title \
  --jq "map(select(.title == \"$ten\")) | first | .number // empty") \
  && if [ -n "$so" ]; then gh issue comment "$so" --body-file loi.md; else gh issue create --title "$ten" --body-file loi.md; fi \
  || echo "::warning::Không viết được vào Issues (Settings > General > Issues có thể đang tắt). Tin nhắc vẫn ở phần tóm tắt và tệp đính kèm."
