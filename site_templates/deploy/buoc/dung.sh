# Xã có lỗi (trạng thái 1) không cản các xã khác; lỗi của chính chương trình thì dừng.
congkhai build --content [[ repository.content ]] --out site || [ "$?" = 1 ]
mkdir -p dang
if [ -f [[ repository.served ]]/index.html ]; then
  cp -R [[ repository.served ]]/. dang/
[% if repository.only %]
  cp site/.congkhai.json dang/
[% endif %]
  touch dang/.nojekyll
fi
