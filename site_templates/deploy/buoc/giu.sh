# Nhánh [[ branch ]] giữ đúng bản đang đăng, không giữ bản cũ: điều đã gỡ thì không còn ở đây.
cd dang
git init --quiet --initial-branch=[[ branch ]]
git add --all --force
git -c user.name="Công khai" -c user.email="congkhai@localhost" commit --quiet --message "Trang đang đăng"
git -c credential.helper= -c credential.helper='!f() { echo "username=$NGUOI"; echo "password=$TOKEN"; }; f' \
  push --quiet --force "$KHO" [[ branch ]]
