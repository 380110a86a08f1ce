//! What a document says of its blocks → the kinds and the roles of the blocks that were guessed from the text alone.

use super::layer::Layer;
use crate::both::Both;
use crate::document::{Document, FormatKind};
use crate::model::comparison::Comparison;
use crate::text::article::Article;
use crate::text::units::{BlockKind, Role};

/// What a document may say of a block. The first that it says counts.
const TOLD: [FormatKind; 9] = [
    FormatKind::Headline,
    FormatKind::Standfirst,
    FormatKind::Caption,
    FormatKind::Heading,
    FormatKind::List,
    FormatKind::Quote,
    FormatKind::Preformatted,
    FormatKind::Table,
    FormatKind::Paragraph,
];

/// The kinds and the roles of all blocks, those that the documents name as they name them.
pub fn settled(
    comparison: &Comparison<'_>,
    documents: Both<Document<'_>>,
) -> Both<Vec<(BlockKind, Option<Role>)>> {
    comparison
        .articles
        .as_ref()
        .zip(documents)
        .map(|(article, document)| blocks(article, &document))
}

fn blocks(article: &Article<'_>, document: &Document<'_>) -> Vec<(BlockKind, Option<Role>)> {
    let layers = TOLD.map(|kind| Layer::new(document, kind));
    let blocks = article.units.blocks.iter();
    blocks
        .map(|block| {
            let start = article.text.utf16(block.span.start);
            let told = layers.iter().position(|layer| layer.at(start).is_some());
            let guessed = (block.kind, block.role);
            match told.map(|told| TOLD[told]) {
                None => guessed,
                Some(FormatKind::Headline) => (BlockKind::Heading, Some(Role::Headline)),
                Some(FormatKind::Standfirst) => (BlockKind::Paragraph, Some(Role::Standfirst)),
                Some(FormatKind::Caption) => (BlockKind::Paragraph, None),
                // A list of links may belong to the page all the same.
                Some(_) if block.kind == BlockKind::Furniture => guessed,
                Some(FormatKind::Heading) => (BlockKind::Heading, block.role),
                Some(_) => (
                    BlockKind::Paragraph,
                    block.role.filter(|&role| role != Role::Headline),
                ),
            }
        })
        .collect()
}
