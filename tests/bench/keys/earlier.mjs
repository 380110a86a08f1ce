// An earlier build: the file that `--earlier` names.
import 'EARLIER';
import './article-diff.mjs';
