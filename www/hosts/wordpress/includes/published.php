<?php
/**
 * "Compare with the published version" in the block editor.
 *
 * The editor sends what stands in it now, and gets both stories back. Nothing is saved.
 *
 * @package ArticleDiff
 */

defined( 'ABSPATH' ) || exit;

/**
 * Loads the panel in the block editor.
 */
function article_diff_enqueue_editor() {
	if ( ! article_diff_is_built() || 'post' !== get_current_screen()->base ) {
		return;
	}
	wp_enqueue_script( 'article-diff' );
	wp_enqueue_style( 'article-diff' );
	wp_enqueue_script(
		'article-diff-editor',
		plugins_url( 'editor.js', ARTICLE_DIFF_FILE ),
		array( 'wp-api-fetch', 'wp-components', 'wp-data', 'wp-edit-post', 'wp-editor', 'wp-element', 'wp-i18n', 'wp-plugins' ),
		ARTICLE_DIFF_VERSION,
		true
	);
	wp_set_script_translations( 'article-diff-editor', 'article-diff', plugin_dir_path( ARTICLE_DIFF_FILE ) . 'languages' );
}
add_action( 'enqueue_block_editor_assets', 'article_diff_enqueue_editor' );

/**
 * Registers the route by which the editor asks.
 */
function article_diff_register_route() {
	$text = array(
		'type'    => 'string',
		'default' => '',
	);
	register_rest_route(
		'article-diff/v1',
		'/posts/(?P<id>\d+)/published',
		array(
			'methods'             => WP_REST_Server::CREATABLE,
			'callback'            => 'article_diff_compare_with_published',
			'permission_callback' => 'article_diff_may_compare',
			'args'                => array(
				'id'      => array(
					'type'     => 'integer',
					'required' => true,
				),
				'title'   => $text,
				'content' => $text,
				'excerpt' => $text,
			),
		)
	);
}
add_action( 'rest_api_init', 'article_diff_register_route' );

/**
 * Whoever may edit the post may compare it. WordPress checks the nonce of a request that comes with cookies.
 *
 * @param WP_REST_Request $request The request.
 * @return bool
 */
function article_diff_may_compare( $request ) {
	return current_user_can( 'edit_post', $request['id'] );
}

/**
 * The published story and the one in the editor.
 *
 * @param WP_REST_Request $request The request.
 * @return WP_REST_Response|WP_Error
 */
function article_diff_compare_with_published( $request ) {
	$post = get_post( $request['id'] );
	if ( ! $post || ! in_array( get_post_status( $post ), array( 'publish', 'private' ), true ) ) {
		return new WP_Error( 'article_diff_not_published', __( 'There is no published version yet.', 'article-diff' ), array( 'status' => 404 ) );
	}
	return rest_ensure_response(
		array(
			'before' => article_diff_story_html( $post->post_title, $post->post_content, $post->post_excerpt ),
			'after'  => article_diff_story_html( $request['title'], $request['content'], $request['excerpt'] ),
		)
	);
}
