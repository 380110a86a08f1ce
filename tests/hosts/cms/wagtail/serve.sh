#!/usr/bin/env bash
# A new Wagtail site with the app wagtail_article_diff and two revisions of a long story, served until it is stopped.
# Needs Python 3.10 and what `npm run build` makes; Wagtail comes from PyPI. http://127.0.0.1:8341/admin/, editor / editor.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
app=$(cd "$here/../../../../www/hosts/wagtail" && pwd)
port=${WAGTAIL_PORT:-8341}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/article-diff/hosts
site=$cache/wagtail-site-$port

[ -x "$cache/python/bin/wagtail" ] || { python3 -m venv "$cache/python" && "$cache/python/bin/pip" install --quiet 'wagtail==8.0.*'; }
export PATH=$cache/python/bin:$PATH PYTHONDONTWRITEBYTECODE=1
# Python builds a package in its folder: so a copy is installed.
rm -rf "$cache/wagtail-app"
cp -R "$app" "$cache/wagtail-app"
pip install --quiet --force-reinstall --no-deps "$cache/wagtail-app"

rm -rf "$site"
mkdir -p "$site"
cd "$site"
wagtail start newsite .
cp -R "$here/newsroom" .
cp "$here/local.py" newsite/settings/
python manage.py makemigrations --verbosity 0 newsroom
python manage.py migrate --verbosity 0
node --input-type=module -e "import { after, before } from '$here/../story.js'; console.log(JSON.stringify({ before, after }))" |
  python manage.py make_story
exec python manage.py runserver --noreload "127.0.0.1:$port"
