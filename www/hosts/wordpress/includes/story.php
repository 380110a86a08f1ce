<?php
/**
 * A post as the database has it -> HTML with the structure that <article-diff> compares.
 *
 * Nothing is rendered: neither shortcodes nor dynamic blocks are run.
 *
 * @package ArticleDiff
 */

defined( 'ABSPATH' ) || exit;

/**
 * The HTML of a story: its title, its excerpt and its content.
 *
 * @param string $title   The title, as the database has it.
 * @param string $content The content, as the database has it.
 * @param string $excerpt The excerpt, as the database has it.
 * @return string HTML that was not made safe for a page: it may only be an attribute, or the value of a field in JSON.
 */
function article_diff_story_html( $title, $content, $excerpt = '' ) {
	$blocks = array_map( 'article_diff_block_html', parse_blocks( $content ) );
	return '<h1>' . $title . "</h1>\n" . wpautop( $excerpt ) . implode( '', $blocks );
}

/**
 * The HTML of a block. One that the server fills in has no HTML of its own: its name and its settings stand for it, so that it is
 * seen when they change.
 *
 * @param array $block A block, as parse_blocks() gives it.
 * @return string
 */
function article_diff_block_html( $block ) {
	if ( null === $block['blockName'] ) {
		// What stands outside of blocks is of the classic editor, which keeps paragraphs as blank lines.
		return wpautop( $block['innerHTML'] );
	}
	if ( '' === trim( $block['innerHTML'] ) && ! $block['innerBlocks'] ) {
		$settings = $block['attrs'] ? ' ' . wp_json_encode( $block['attrs'], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) : '';
		return '<p><code>' . htmlspecialchars( $block['blockName'] . $settings, ENT_QUOTES, 'UTF-8' ) . "</code></p>\n";
	}
	$inner = array_map( 'article_diff_block_html', $block['innerBlocks'] );
	$html  = '';
	foreach ( $block['innerContent'] as $piece ) {
		// A null stands for the next block inside.
		$html .= null === $piece ? array_shift( $inner ) : $piece;
	}
	return $html;
}
