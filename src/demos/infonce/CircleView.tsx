import type { Derived } from './derive.ts';
import type { Props } from './view.tsx';

const MARK = 0.085;

/** The embeddings in a plane: images as squares outside the circle, texts as pills inside. */
export function CircleView({ state, derived, strings, change }: Props) {
  return (
    <>
      <p class="infonce-heading">{strings.circle(derived)}</p>
      <svg
        class="infonce-circle"
        viewBox="-1.4 -1.4 2.8 2.8"
        role="img"
        aria-label={strings.circleLabel(derived)}
      >
        <circle class="infonce-rim" r={1} />
        {derived.forces.map(({ isPull, strength, path }, text) => (
          <path
            key={text}
            class={isPull ? 'infonce-pull' : 'infonce-push'}
            d={path}
            stroke-width={(0.1 * strength).toFixed(4)}
          />
        ))}
        <Arrows points={derived.texts} side="text" />
        <Arrows points={derived.images} side="image" />
        {derived.texts.map(({ x, y }, index) => (
          <g
            key={index}
            class="infonce-text"
            transform={`translate(${x.toFixed(3)} ${y.toFixed(3)})`}
          >
            <rect x={-1.3 * MARK} y={-MARK} width={2.6 * MARK} height={2 * MARK} rx={MARK} />
            <text>{index + 1}</text>
          </g>
        ))}
        {derived.images.map(({ x, y }, index) => (
          <g
            key={index}
            class="infonce-image"
            data-picked={index === derived.picked.row || undefined}
            transform={`translate(${x.toFixed(3)} ${y.toFixed(3)})`}
            onClick={() => change({ pair: index * state.pairs + derived.picked.column })}
          >
            <rect x={-MARK} y={-MARK} width={2 * MARK} height={2 * MARK} />
            <text>{index + 1}</text>
          </g>
        ))}
      </svg>
      <p class="infonce-note">{strings.circleNote(derived)}</p>
    </>
  );
}

function Arrows({ points, side }: { points: Derived['images']; side: 'image' | 'text' }) {
  return (
    <path
      class={`infonce-arrow infonce-arrow-${side}`}
      d={points.map(({ arrow }) => arrow ?? '').join('')}
    />
  );
}
