import type { Derived } from './derive.ts';
import type { Strings } from './strings.ts';

/** The loss over γ, the present point and the slope that training would follow. */
export function LossCurve({ curve, strings }: { curve: Derived['curve']; strings: Strings }) {
  return (
    <figure class="sagan-curve">
      <div class="sagan-plot">
        <svg
          viewBox="0 0 1 1"
          preserveAspectRatio="none"
          role="img"
          aria-label={strings.curveLabel(curve)}
        >
          <path class="sagan-axis" d={`M${curve.zero} 0V1M0 1H1`} />
          <path class="sagan-loss" d={curve.path} />
          <path class="sagan-tangent" d={curve.tangent} />
        </svg>
        {/* Outside the stretched drawing, so that it stays a circle. */}
        <span
          class="sagan-point"
          style={{ left: `${curve.point.x * 100}%`, top: `${curve.point.y * 100}%` }}
        />
        <span class="sagan-axis-name">{strings.loss}</span>
      </div>
      <div class="sagan-ticks" aria-hidden="true">
        {curve.ticks.map(({ value, percent }) => (
          <span key={value} style={{ left: `${percent}%` }}>
            {strings.tick(value)}
          </span>
        ))}
      </div>
      <figcaption>{strings.curve}</figcaption>
    </figure>
  );
}
