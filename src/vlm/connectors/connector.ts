import type { Initialiser } from '../initialise.ts';
import type { Tensor } from '../tensor.ts';
import { initialLinearConnector, type LinearConnector, linearConnector } from './linear.ts';
import { initialMlpConnector, type MlpConnector, mlpConnector } from './mlp.ts';
import { initialPerceiver, type Perceiver, perceiver } from './perceiver.ts';
import { initialQFormer, type QFormer, qFormer } from './qFormer.ts';

/** Which connector, and its sizes. */
export type ConnectorConfig =
  | { kind: 'linear' }
  | { kind: 'mlp'; hiddenWidth: number }
  | { kind: 'qFormer'; queries: number; layers: number; hiddenWidth: number }
  | { kind: 'perceiver'; latents: number; layers: number; hiddenWidth: number };

export type ConnectorKind = ConnectorConfig['kind'];

/** The parameters of whichever connector. */
export type Connector = LinearConnector | MlpConnector | QFormer | Perceiver;

/** The four connectors at the sizes that the book trains. */
export const CONNECTORS: Readonly<Record<ConnectorKind, ConnectorConfig>> = {
  linear: { kind: 'linear' },
  mlp: { kind: 'mlp', hiddenWidth: 256 },
  qFormer: { kind: 'qFormer', queries: 16, layers: 2, hiddenWidth: 128 },
  perceiver: { kind: 'perceiver', latents: 16, layers: 2, hiddenWidth: 128 },
};

/** How many tokens N image tokens become. */
export function tokensAfter(config: ConnectorConfig, imageTokens: number): number {
  if (config.kind === 'qFormer') return config.queries;
  return config.kind === 'perceiver' ? config.latents : imageTokens;
}

/** A new connector. */
export function initialConnector(
  init: Initialiser,
  config: ConnectorConfig,
  visionWidth: number,
  width: number,
): Connector {
  switch (config.kind) {
    case 'linear':
      return initialLinearConnector(init, visionWidth, width);
    case 'mlp':
      return initialMlpConnector(init, visionWidth, width, config.hiddenWidth);
    case 'qFormer':
      return initialQFormer(init, visionWidth, width, config);
    case 'perceiver':
      if (visionWidth !== width) {
        throw new RangeError(`a Perceiver of width ${width} cannot read tokens of ${visionWidth}`);
      }
      return initialPerceiver(init, width, config);
  }
}

/** Image tokens [B × N × D_vision] → tokens for the language model [B × M × D]. */
export function connect(
  tokens: Tensor,
  parameters: Connector,
  config: ConnectorConfig,
  heads: number,
): Tensor {
  switch (config.kind) {
    case 'linear':
      return linearConnector(tokens, parameters as LinearConnector);
    case 'mlp':
      return mlpConnector(tokens, parameters as MlpConnector);
    case 'qFormer':
      return qFormer(tokens, parameters as QFormer, heads);
    case 'perceiver':
      return perceiver(tokens, parameters as Perceiver, heads);
  }
}
