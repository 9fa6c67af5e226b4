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

/** Numbers as bars side by side, one column a number, as wide and high as its place allows. */
export function Bars({ values, minimum, maximum, label, symbol, class: className = '' }: Props) {
  const heightOf = (value: number) => ((maximum - value) / (maximum - minimum)).toFixed(2);
  const bars = Array.from(values, (value, index) =>
    Number.isFinite(value)
      ? `M${(index + (1 - WIDTH) / 2).toFixed(2)} ${heightOf(0)}V${heightOf(value)}h${WIDTH}V${heightOf(0)}z`
      : '',
  );
  return (
    <svg
      class={`bars ${className}`}
      viewBox={`0 0 ${values.length} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      data-sym={symbol}
    >
      <path class="bars-axis" d={`M0 ${heightOf(0)}H${values.length}`} />
      <path class="bars-values" d={bars.join('')} />
    </svg>
  );
}
