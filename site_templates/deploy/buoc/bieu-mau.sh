# Biểu mẫu ở /quan-tri/ lấy từ npm, đúng mã ghim trong kho. Không lấy được thì trang vẫn đăng, lần này thiếu biểu mẫu.
[% if host in ("gitlab", "forgejo") %]
command -v npm >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends npm >/dev/null; } || true
[% endif %]
if npm ci --prefix bench/admin --ignore-scripts --no-audit --no-fund --silent && PYTHONPATH=. python bench/admin.py; then
  python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --force-reinstall .
else
  echo "[[ "::warning::" if host in ("github", "cloudflare") ]]Không lấy được bộ biểu mẫu. Trang vẫn đăng, lần này không có /quan-tri/."
fi
