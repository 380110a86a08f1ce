<?php
/**
 * Every page of the administration gets a Content-Security-Policy: the strictest under which WordPress' own scripts run.
 *
 * WordPress writes scripts and styles into its pages ('unsafe-inline') and makes functions of its templates ('unsafe-eval').
 *
 * @package ArticleDiff
 */

add_action(
	'admin_init',
	function () {
		$rules = array(
			"default-src 'none'",
			"script-src 'self' 'unsafe-inline' 'unsafe-eval'",
			"style-src 'self' 'unsafe-inline'",
			"img-src 'self' data:",
			"font-src 'self' data:",
			"connect-src 'self'",
			"worker-src 'self'",
			"frame-src 'self' blob:",
			"base-uri 'self'",
			"form-action 'self'",
			"frame-ancestors 'self'",
		);
		header( 'Content-Security-Policy: ' . implode( '; ', $rules ) );
	}
);
