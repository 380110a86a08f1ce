#!/usr/bin/env bash
# The texts of the plugin -> languages/article-diff.pot, which translators begin with. Needs gettext; `wp i18n make-pot .` finds the same.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p languages
xgettext --package-name='Article Diff' --package-version=0.1.0 --from-code=UTF-8 --sort-by-file --add-comments=translators: \
  --keyword=__:1 --keyword=_e:1 --keyword=_x:1,2c --keyword=_n:1,2 --keyword=esc_html__:1 --keyword=esc_attr__:1 \
  --output=- article-diff.php includes/*.php editor.js |
  # Without its date the file stays the same until a text changes.
  sed -e '/^"POT-Creation-Date: /d' -e '/^# SOME DESCRIPTIVE TITLE/,/^#, fuzzy/d' -e 's/charset=CHARSET/charset=UTF-8/' \
    > languages/article-diff.pot
# What stands in the plugin's head is text as well: the list of plugins shows it.
for header in 'Plugin Name' Description; do
  text=$(sed -n "s/^ \* $header: *//p" article-diff.php | sed 's/["\\]/\\&/g')
  printf '\n#. %s of the plugin\n#: article-diff.php\nmsgid "%s"\nmsgstr ""\n' "$header" "$text" >> languages/article-diff.pot
done
