/** What a person may show for a moment. The list grows; a page leaves out what it does not know. */
export const REACTIONS = ['thumbs-up', 'clap', 'heart', 'laugh', 'surprised', 'thinking'] as const;
export type Reaction = (typeof REACTIONS)[number];
