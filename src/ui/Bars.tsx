import { memo } from './memo.tsx';

interface Props {
  /** One bar each; those that are not finite have none. */
  values: ArrayLike<number>;
  /** The ends of the scale; zero, where the bars begin, lies between them or at an end. */
  minimum: number;
  maximum: number;
  label: string;
  symbol?: string;
  class?: string;
}

/** The part of its column that a bar fills. */
const WIDTH = 0.7;
/** The drawing's units from bottom to top. */
const HEIGHT = 100;

/** Numbers as bars side by side, one column a number, as wide and high as its place allows. */
export const Bars = memo(function Bars(props: Props) {
  const { values, minimum, maximum, label, symbol, class: className = '' } = props;
  const heightOf = (value: number) =>
    Math.round((HEIGHT * (maximum - value)) / (maximum - minimum));
  const base = heightOf(0);
  // A bar is a thick line through the middle of its column: half the bytes of a rectangle.
  const bars = Array.from(values, (value, index) =>
    Number.isFinite(value) ? `M${index} ${base}V${heightOf(value)}` : '',
  );
  return (
    <svg
      class={`bars ${className}`}
      viewBox={`-0.5 0 ${values.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      data-sym={symbol}
    >
      <path class="bars-axis" d={`M-1 ${base}H${values.length}`} />
      <path class="bars-values" d={bars.join('')} stroke-width={WIDTH} />
    </svg>
  );
});
