import { memo } from '../../ui/memo.tsx';
import { SceneThumbnail } from '../../ui/SceneThumbnail.tsx';
import { SMALL_WORLD } from '../../world/config.ts';
import type { Said } from './live.ts';
import { similarityRows } from './similarity.ts';
import type { Props } from './view.tsx';

/** Of stage 0a: which caption is nearest to which picture; ours, or before and now. */
export const Similarities = memo(function Similarities({
  derived,
  strings,
  said,
}: Pick<Props, 'derived' | 'strings'> & { said: readonly Said[] }) {
  const [run] = said;
  const shown =
    run?.before?.similarities || run?.sample?.similarities
      ? [
          { name: strings.before, rows: similarityRows(run.before?.similarities) },
          {
            name: strings.now(run.sample?.step ?? 0),
            rows: similarityRows(run.sample?.similarities),
          },
        ]
      : [{ name: strings.oursSays, rows: similarityRows(derived.shippedSimilarities) }];
  return (
    <section class="lab-train-samples">
      <p class="lab-train-heading">{strings.similarity}</p>
      <p class="lab-train-note">{strings.similarityNote}</p>
      <div class="lab-train-similarities" data-sym="similarities">
        {shown.map(({ name, rows }) => (
          <table key={name}>
            <caption>{name}</caption>
            <thead>
              <tr>
                <td />
                {derived.scenes.map((scene, index) => (
                  <th key={index} scope="col">
                    {strings.caption(scene)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  <th scope="row">
                    <SceneThumbnail
                      config={SMALL_WORLD}
                      scene={derived.scenes[index]}
                      label={strings.caption(derived.scenes[index])}
                    />
                  </th>
                  {row.map(({ text, share, isLargest }, column) => (
                    <td
                      key={column}
                      class={isLargest ? 'lab-train-largest' : ''}
                      style={{ '--share': share }}
                    >
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
});
