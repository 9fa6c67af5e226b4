import { VIEW_BOX } from './picture.ts';
import type { Props } from './view.tsx';

/** The embeddings in a plane: images as squares outside the circle, texts as pills inside. */
export function CircleView({ state, derived, strings, change }: Props) {
  return (
    <>
      <p class="infonce-heading">{strings.circle(derived)}</p>
      <div class="infonce-circle">
        <svg viewBox={VIEW_BOX} role="img" aria-label={strings.circleLabel(derived)}>
          <circle class="infonce-rim" r={1} />
          {derived.forces.map(({ isPull, width, path }, text) => (
            <path
              key={text}
              class={isPull ? 'infonce-pull' : 'infonce-push'}
              d={path}
              stroke-width={width}
            />
          ))}
          <path class="infonce-arrow" d={derived.arrows} />
        </svg>
        {derived.texts.map(({ place }, index) => (
          <span key={index} class="infonce-mark infonce-text" style={place} aria-hidden="true">
            {index + 1}
          </span>
        ))}
        {derived.images.map(({ place }, index) => (
          <span
            key={index}
            class="infonce-mark infonce-image"
            style={place}
            data-picked={index === derived.picked.row || undefined}
            aria-hidden="true"
            onClick={() => change({ pair: index * state.pairs + derived.picked.column })}
          >
            {index + 1}
          </span>
        ))}
      </div>
      <p class="infonce-note">{strings.circleNote(derived)}</p>
    </>
  );
}
