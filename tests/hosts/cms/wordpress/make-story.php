<?php
/**
 * Installs the site and makes a post with two revisions of a story, which it reads from its input.
 *
 * @package ArticleDiff
 */

define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = '127.0.0.1';

/**
 * Nobody gets a mail about the site.
 */
function wp_new_blog_notification() {}

require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'Newsroom', 'editor', 'editor@newsroom.test', false, '', 'editor' );
switch_theme( 'plain' );
update_option( 'show_avatars', '0' );
activate_plugin( 'article-diff/article-diff.php' );
wp_set_current_user( 1 );
// The block editor greets newcomers with pictures of another site.
update_user_meta( 1, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) ) );

/**
 * The content of a post, with its blocks marked as the block editor does it.
 *
 * @param array $story Title and blocks.
 * @return string
 */
function content_of( $story ) {
	$content = '';
	foreach ( $story['blocks'] as $block ) {
		$html = $block['html'];
		if ( 'quote' === $block['kind'] ) {
			$html = '<blockquote class="wp-block-quote"><!-- wp:paragraph -->' . strip_tags( $html, '<p>' ) . '<!-- /wp:paragraph --></blockquote>';
		}
		$content .= "<!-- wp:{$block['kind']} -->\n{$html}\n<!-- /wp:{$block['kind']} -->\n\n";
	}
	return $content;
}

/**
 * Makes a post, or writes a further version of it.
 *
 * @param int    $number  The post, or 0 for a new one.
 * @param string $title   Its title.
 * @param string $content Its content.
 * @return int The post.
 */
function write_version( $number, $title, $content ) {
	$number = wp_insert_post(
		wp_slash(
			array(
				'ID'           => $number,
				'post_status'  => 'publish',
				'post_title'   => $title,
				'post_content' => $content,
			)
		),
		true
	);
	if ( is_wp_error( $number ) ) {
		fwrite( STDERR, $number->get_error_message() . "\n" );
		exit( 1 );
	}
	// Some versions of WordPress keep no revision of a post that is new.
	wp_save_post_revision( $number );
	return $number;
}

$stories = json_decode( file_get_contents( 'php://stdin' ), true );
$number  = 0;
foreach ( array( 'before', 'after' ) as $side ) {
	$number = write_version( $number, $stories[ $side ]['title'], content_of( $stories[ $side ] ) );
}

// What the classic editor wrote, and a block that the server fills in: it has settings, and no text.
$number = 0;
foreach ( array( 5, 3 ) as $count ) {
	$number = write_version(
		$number,
		'Two paragraphs',
		"The first one.\n\nThe second one, with 5 < 7.\n\n<!-- wp:latest-posts {\"postsToShow\":$count} /-->"
	);
}
