<?php
/**
 * Two stories -> the tag <article-diff>, and the scripts that make it work.
 *
 * @package ArticleDiff
 */

defined( 'ABSPATH' ) || exit;

/**
 * Whether the files of the element were copied into the plugin.
 *
 * @return bool
 */
function article_diff_is_built() {
	return is_readable( plugin_dir_path( ARTICLE_DIFF_FILE ) . 'build/lib/define.js' );
}

/**
 * The tag with both stories as its attributes.
 *
 * @param string $before HTML of the earlier story.
 * @param string $after  HTML of the later story.
 * @return string Safe HTML.
 */
function article_diff_tag( $before, $after ) {
	// Not esc_attr(): it leaves entities alone, and "&amp;lt;" in a story would come out as "<".
	return sprintf(
		'<article-diff format="html" text-before="%s" text-after="%s"></article-diff>',
		htmlspecialchars( $before, ENT_QUOTES, 'UTF-8' ),
		htmlspecialchars( $after, ENT_QUOTES, 'UTF-8' )
	);
}

/**
 * Registers what makes the element work.
 */
function article_diff_register() {
	wp_register_script( 'article-diff', plugins_url( 'build/lib/define.js', ARTICLE_DIFF_FILE ), array(), ARTICLE_DIFF_VERSION, true );
	wp_register_style( 'article-diff', plugins_url( 'article-diff.css', ARTICLE_DIFF_FILE ), array(), ARTICLE_DIFF_VERSION );
}
add_action( 'admin_init', 'article_diff_register' );

/**
 * Makes the element's script a module.
 *
 * @param string $tag    The tag of a script.
 * @param string $handle Its name.
 * @param string $src    Its address.
 * @return string
 */
function article_diff_module_tag( $tag, $handle, $src ) {
	if ( 'article-diff' !== $handle ) {
		return $tag;
	}
	return wp_get_script_tag(
		array(
			'type' => 'module',
			'id'   => 'article-diff-js',
			'src'  => $src,
		)
	);
}
add_filter( 'script_loader_tag', 'article_diff_module_tag', 10, 3 );

/**
 * Says what to do where the files of the element are missing.
 */
function article_diff_notice() {
	if ( article_diff_is_built() || ! current_user_can( 'activate_plugins' ) ) {
		return;
	}
	printf(
		'<div class="notice notice-error"><p>%s</p></div>',
		esc_html__( 'Article Diff: the folder build of the plugin is empty. readme.txt says how to fill it.', 'article-diff' )
	);
}
add_action( 'admin_notices', 'article_diff_notice' );
