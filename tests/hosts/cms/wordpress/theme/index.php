<?php
/**
 * The whole theme of the sample site: Debian's WordPress comes without one.
 *
 * @package ArticleDiff
 */

while ( have_posts() ) {
	the_post();
	the_title( '<h1>', '</h1>' );
	the_content();
}
