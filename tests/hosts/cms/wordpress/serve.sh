#!/usr/bin/env bash
# A new WordPress site with our plugin and two revisions of a long story, served until it is stopped.
# Needs Debian, and what `npm run build` makes. http://127.0.0.1:8342/wp-login.php, editor / editor.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
plugin=$(cd "$here/../../../../www/hosts/wordpress" && pwd)
export WORDPRESS_PORT=${WORDPRESS_PORT:-8342}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/article-diff/hosts
site=$cache/wordpress-site-$WORDPRESS_PORT
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

if ! { [ -d /usr/share/wordpress ] && command -v php mariadbd mariadb-install-db; } > /dev/null; then
  as_root apt-get -qq update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends \
    wordpress php-cli php-cgi php-mysql mariadb-server
fi

rm -rf "$site"
mkdir -p "$site"
# Debian's WordPress as it is; its configuration and what users add are the site's own.
cp -RL /usr/share/wordpress "$site/www"
cp "$here/wp-config.php" "$site/www/"
mkdir -p "$site/www/wp-content/mu-plugins" "$site/www/wp-content/themes/plain"
cp "$here/policy.php" "$site/www/wp-content/mu-plugins/"
cp "$here/theme/"* "$site/www/wp-content/themes/plain/"
cp -R "$plugin" "$site/www/wp-content/plugins/article-diff"

# A database of its own, by way of a socket: a path of one may have 107 characters.
export DATABASE_SOCKET
DATABASE_SOCKET=$(mktemp -d)/socket
mariadb-install-db --no-defaults --datadir="$site/database" --auth-root-authentication-method=normal --skip-test-db > /dev/null
mariadbd --no-defaults --user="$(id -un)" --datadir="$site/database" --socket="$DATABASE_SOCKET" --pid-file="$site/pid" \
  --skip-networking --skip-grant-tables 2> "$site/database.log" &
trap 'kill $!' EXIT
until mariadb-admin --no-defaults --socket="$DATABASE_SOCKET" create wordpress 2> /dev/null; do sleep 0.2; done

node --input-type=module -e "import { after, before, htmlOf } from '$here/../story.js';
  const html = ({ title, blocks }) => ({ title, blocks: blocks.map((block) => ({ kind: block.kind, html: htmlOf(block) })) });
  console.log(JSON.stringify({ before: html(before), after: html(after) }))" |
  php "$here/make-story.php" "$site/www"
PHP_CLI_SERVER_WORKERS=4 php -S "127.0.0.1:$WORDPRESS_PORT" -t "$site/www"
