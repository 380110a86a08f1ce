// This build, by the one file that is made for hosts without a bundler.
import '/lib/define.js';
import './article-diff.mjs';
