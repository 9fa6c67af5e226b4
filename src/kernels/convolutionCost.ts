/** The numbers that fix the size of a convolution layer. */
export interface ConvolutionSize {
  /** C */
  readonly inputChannels: number;
  /** C′ */
  readonly outputChannels: number;
  /** k */
  readonly kernelSize: number;
}

/** C′ (C k² + 1): one k × k × C kernel and one bias for each output channel, whatever the image's size. */
export function convolutionParameters(size: ConvolutionSize): number {
  return size.outputChannels * (size.inputChannels * size.kernelSize ** 2 + 1);
}

/**
 * 2 H′ W′ k² C C′, the operations of one convolution that gives H′ × W′ positions.
 * A multiplication and the addition after it count as two, as in modelCost.ts; biases are left out.
 */
export function convolutionFlops(
  size: ConvolutionSize,
  outputHeight: number,
  outputWidth: number,
): number {
  const products = size.kernelSize ** 2 * size.inputChannels * size.outputChannels;
  return 2 * outputHeight * outputWidth * products;
}

/** n m + m: a fully connected layer from n numbers to m, biases included. */
export function fullyConnectedParameters(inputs: number, outputs: number): number {
  return inputs * outputs + outputs;
}
