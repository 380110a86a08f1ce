#!/usr/bin/env bash
# copy-build.sh [FOLDER]: what `npm run build` made -> the folder build/ of each host, or of one: the modules of the element, its worker and
# its WebAssembly module, as they are. In an installed package the same files lie in node_modules/article-diff/dist.
set -euo pipefail
cd "$(dirname "$0")"
hosts=(wordpress wagtail/wagtail_article_diff/static/wagtail_article_diff)
for host in "${@:-${hosts[@]}}"; do
  rm -rf "$host/build"
  mkdir -p "$host/build"
  cp -R ../../dist/lib ../../dist/pkg "$host/build"
  # They are for Node, and for pages that load one single file.
  rm "$host"/build/lib/{html-node,inline,inline-define}.js
done
