/**
 * The panel "Published version" of the block editor: a button opens a dialogue that compares what stands in the editor with what is
 * published.
 */
( function ( wp ) {
	const { createElement: el, useState } = wp.element;
	const { Button, Modal, Notice, Spinner } = wp.components;
	const { useSelect, select } = wp.data;
	const { __ } = wp.i18n;
	// Until WordPress 6.6 the panel was of another package.
	const { PluginDocumentSettingPanel } = wp.editor.PluginDocumentSettingPanel ? wp.editor : wp.editPost;

	/**
	 * Asks the server for both stories, of which one stands in the editor now.
	 *
	 * @return {Promise<{ before: string, after: string }>} Their HTML.
	 */
	function fetchStories() {
		const editor = select( 'core/editor' );
		return wp.apiFetch( {
			path: `/article-diff/v1/posts/${ editor.getCurrentPostId() }/published`,
			method: 'POST',
			data: {
				title: editor.getEditedPostAttribute( 'title' ) || '',
				content: editor.getEditedPostContent(),
				excerpt: editor.getEditedPostAttribute( 'excerpt' ) || '',
			},
		} );
	}

	function Comparison( { stories, error } ) {
		if ( error ) {
			return el( Notice, { status: 'error', isDismissible: false }, error );
		}
		if ( ! stories ) {
			return el( Spinner );
		}
		return el( 'article-diff', {
			format: 'html',
			'name-before': __( 'Published version', 'article-diff' ),
			'name-after': __( 'In the editor', 'article-diff' ),
			'text-before': stories.before,
			'text-after': stories.after,
		} );
	}

	function Panel() {
		const [ result, setResult ] = useState( null );
		const isPublished = useSelect( ( from ) => from( 'core/editor' ).isCurrentPostPublished(), [] );

		function open() {
			setResult( {} );
			// A dialogue that was closed meanwhile stays closed.
			const show = ( news ) => setResult( ( shown ) => shown && news );
			fetchStories().then(
				( stories ) => show( { stories } ),
				( { message } ) => show( { error: message } )
			);
		}

		return el(
			PluginDocumentSettingPanel,
			{ name: 'article-diff', title: __( 'Published version', 'article-diff' ) },
			isPublished
				? el( Button, { variant: 'secondary', className: 'article-diff-open', onClick: open }, __( 'Compare with the published version', 'article-diff' ) )
				: __( 'There is no published version yet.', 'article-diff' ),
			result &&
				el(
					Modal,
					{
						title: __( 'Published version and editor', 'article-diff' ),
						className: 'article-diff-modal',
						isFullScreen: true,
						onRequestClose: () => setResult( null ),
					},
					el( Comparison, result )
				)
		);
	}

	wp.plugins.registerPlugin( 'article-diff', { render: Panel, icon: null } );
} )( window.wp );
