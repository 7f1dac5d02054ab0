[% if repository.has_lock %]
# Đúng những bản ghim trong congkhai.lock; tệp tải về sai một chữ là dừng.
python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r congkhai.lock
[% else %]
python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps .
[% endif %]
