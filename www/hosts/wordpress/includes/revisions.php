<?php
/**
 * The screen that compares revisions: our element stands in the place of WordPress' table.
 *
 * WordPress has checked who asks before it makes a comparison, for the screen as for each that is fetched later.
 *
 * @package ArticleDiff
 */

defined( 'ABSPATH' ) || exit;

/**
 * Loads the element on that screen.
 *
 * @param string $hook_suffix The screen.
 */
function article_diff_enqueue_revisions( $hook_suffix ) {
	if ( 'revision.php' === $hook_suffix && article_diff_is_built() ) {
		wp_enqueue_script( 'article-diff' );
		wp_enqueue_style( 'article-diff' );
	}
}
add_action( 'admin_enqueue_scripts', 'article_diff_enqueue_revisions' );

/**
 * The story in a revision.
 *
 * @param WP_Post $revision The revision.
 * @param string  $context  'from' or 'to'.
 * @return string HTML, not made safe.
 */
function article_diff_revision_html( $revision, $context ) {
	$fields = array();
	foreach ( array( 'post_title', 'post_content', 'post_excerpt' ) as $field ) {
		/** This filter is documented in wp-admin/includes/revision.php */
		$fields[ $field ] = apply_filters( "_wp_post_revision_field_{$field}", $revision->$field, $field, $revision, $context );
	}
	return article_diff_story_html( $fields['post_title'], $fields['post_content'], $fields['post_excerpt'] );
}

/**
 * Puts the story into one comparison of ours. WordPress' own comparison of the markup stays below it, closed: it tells what no reader
 * sees, such as the settings of a block. Fields of other plugins stay as they are.
 *
 * @param array[]       $fields       What WordPress compared: id, name and diff of each field.
 * @param WP_Post|false $compare_from The earlier revision; false where the later one is the first.
 * @param WP_Post       $compare_to   The later revision.
 * @return array[]
 */
function article_diff_revision_fields( $fields, $compare_from, $compare_to ) {
	if ( ! $compare_from || ! article_diff_is_built() ) {
		return $fields;
	}
	$others = array();
	$markup = '';
	foreach ( $fields as $field ) {
		if ( ! in_array( $field['id'], array( 'post_title', 'post_content', 'post_excerpt' ), true ) ) {
			$others[] = $field;
		} else {
			$markup .= '<h3>' . esc_html( $field['name'] ) . '</h3>' . $field['diff'];
		}
	}
	$diff = article_diff_tag( article_diff_revision_html( $compare_from, 'from' ), article_diff_revision_html( $compare_to, 'to' ) );
	if ( $markup ) {
		$diff .= '<details class="article-diff-markup"><summary>' . esc_html__( 'The markup, line by line', 'article-diff' ) . '</summary>' . $markup . '</details>';
	}
	$story = array(
		'id'   => 'article_diff',
		'name' => __( 'Title and content', 'article-diff' ),
		'diff' => $diff,
	);
	return array_merge( array( $story ), $others );
}
add_filter( 'wp_get_revision_ui_diff', 'article_diff_revision_fields', 10, 3 );
