export interface StoryBlock {
  kind: 'paragraph' | 'heading' | 'quote';
  /** What stands in the block's element. */
  html: string;
}

export interface Story {
  title: string;
  blocks: StoryBlock[];
}

export const before: Story;
export const after: Story;
export function htmlOf(block: StoryBlock): string;
