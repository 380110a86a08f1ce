<?php
/**
 * Plugin Name:       Article Diff
 * Description:       Shows what truly differs between two revisions of a post, and between what stands in the editor and what is published.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       article-diff
 * Domain Path:       /languages
 *
 * @package ArticleDiff
 */

defined( 'ABSPATH' ) || exit;

define( 'ARTICLE_DIFF_VERSION', '0.1.0' );
define( 'ARTICLE_DIFF_FILE', __FILE__ );

require_once __DIR__ . '/includes/story.php';
require_once __DIR__ . '/includes/element.php';
require_once __DIR__ . '/includes/revisions.php';
require_once __DIR__ . '/includes/published.php';

/**
 * Loads the translation of the reader's language, where there is one.
 */
function article_diff_load_texts() {
	load_plugin_textdomain( 'article-diff', false, dirname( plugin_basename( ARTICLE_DIFF_FILE ) ) . '/languages' );
}
add_action( 'init', 'article_diff_load_texts' );
