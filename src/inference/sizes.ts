/**
 * What the shapes of the tensors in a shipped file do not tell. A test holds these to src/vlm/model.ts,
 * which src/inference does not know, for it brings the training engine.
 */

/** Attention heads of the encoders, the connectors and the decoder. */
export const HEADS = 4;

/** The facts of a scene, read as text instead of an image, are filled up to this many tokens. */
export const FACTS_LENGTH = 16;
