import { imageSize } from '../world/drawing.ts';
import type { WorldConfig } from '../world/config.ts';
import { createTokenizer } from '../world/vocabulary.ts';
import type { ClipConfig } from './clip.ts';
import {
  connect,
  type Connector,
  type ConnectorConfig,
  CONNECTORS,
  tokensAfter,
} from './connectors/connector.ts';
import { type Decoder, decoder, type DecoderChanges, type DecoderConfig } from './decoder.ts';
import type { Tensor } from './tensor.ts';
import type { TextConfig } from './textEncoder.ts';
import type { VisionConfig } from './visionEncoder.ts';

/** The sizes of everything that is trained for one world. */
export interface ModelConfig {
  vision: VisionConfig;
  text: TextConfig;
  decoder: DecoderConfig;
  connector: ConnectorConfig;
}

/** Rows of facts and captions fit into this many tokens. */
export const SHORT_TEXT = 16;

/** Rows of several questions and answers fit into this many tokens. */
export const LONG_TEXT = 40;

/** The sizes that the book trains; lengths are multiples of 8, which the engine multiplies faster. */
export function modelConfig(
  world: WorldConfig,
  connector: ConnectorConfig = CONNECTORS.mlp,
): ModelConfig {
  const vocabulary = createTokenizer(world).words.length;
  const common = { width: 64, heads: 4, mlpWidth: 256 };
  return {
    vision: {
      ...common,
      imageSize: imageSize(world),
      patchSize: 8,
      layers: 3,
      hasClassToken: false,
    },
    text: { ...common, vocabulary, textLength: SHORT_TEXT, layers: 2 },
    decoder: {
      ...common,
      vocabulary,
      prefixLength: SHORT_TEXT,
      textLength: LONG_TEXT,
      layers: 4,
    },
    connector,
  };
}

/** The toy CLIP that pretrains the vision encoder. */
export const clipConfig = ({ vision, text }: ModelConfig): ClipConfig => ({
  vision,
  text,
  embeddingWidth: 64,
});

/** How many tokens stand before the text. */
export const prefixLength = ({ vision, connector }: ModelConfig): number =>
  tokensAfter(connector, (vision.imageSize / vision.patchSize) ** 2);

/** What stands between the image tokens and the answer. */
export interface Reader {
  connector: Connector;
  decoder: Decoder;
}

/**
 * Logits of the next token at every text position, image tokens [B × N × D_vision], tokens [B × n] →
 * [B × n × V]: the image tokens pass the connector and stand before the text, as in LLaVA.
 */
export function readImage(
  imageTokens: Tensor,
  tokens: Tensor,
  mask: Tensor,
  { connector, decoder: language }: Reader,
  config: ModelConfig,
  changes?: DecoderChanges,
): Tensor {
  const { heads } = config.decoder;
  const prefix = connect(imageTokens, connector, config.connector, heads);
  return decoder(prefix, tokens, mask, language, heads, changes);
}
