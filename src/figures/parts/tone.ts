/** What a colour says (src/components/notation.css); the classes stand in figure.css. */
export type Tone = 'patch' | 'latent' | 'query' | 'key' | 'value' | 'text';

export const toneClass = (tone: Tone | undefined) => (tone ? `tone-${tone}` : undefined);
