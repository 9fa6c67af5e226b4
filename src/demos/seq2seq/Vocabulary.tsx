import { Slider } from '../../ui/controls.tsx';
import { BINS } from './state.ts';
import type { Props } from './view.tsx';

const KINDS = ['text', 'code', 'bin'] as const;

/** The one vocabulary in its three parts, here and in OFA. */
export function Vocabulary({ derived, strings }: Props) {
  const { counts, ofa } = derived;
  const ofOfa = { text: ofa.text, code: ofa.codes, bin: ofa.bins };
  return (
    <section class="seq2seq-vocabulary">
      <p class="seq2seq-heading">{strings.vocabulary(derived)}</p>
      <div class="seq2seq-strip" aria-hidden="true">
        {KINDS.map((kind) => (
          <span key={kind} class={`seq2seq-${kind}`} style={{ flexGrow: counts[kind] }} />
        ))}
      </div>
      <table class="seq2seq-counts">
        <thead>
          <tr>
            <td />
            <th scope="col">{strings.ours}</th>
            <th scope="col">{strings.ofa}</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                <span class={`token-pill seq2seq-${kind}`}>{strings.kinds[kind]}</span>
              </th>
              <td>{strings.count(counts[kind])}</td>
              <td>{strings.count(ofOfa[kind])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">|V|</th>
            <td>{strings.count(derived.size)}</td>
            <td>{strings.count(ofa.size)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** The box of the object asked about, edge by edge: pixels, bin, pixels again. */
export function Boxes({ state, derived, strings, change }: Props) {
  return (
    <section class="seq2seq-boxes">
      <p class="seq2seq-heading">
        {strings.quantise}: {strings.objectName(derived.object)}
      </p>
      <Slider
        label={strings.bins}
        value={state.bins}
        minimum={BINS.fewest}
        maximum={BINS.most}
        step={1}
        text={String(state.bins)}
        onChange={(bins) => change({ bins })}
      />
      <table class="seq2seq-counts">
        <thead>
          <tr>
            {strings.edgeColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {derived.edges.map(({ position, bin, restored, error }, index) => (
            <tr key={index}>
              <th scope="row">{strings.edges[index]}</th>
              <td>{strings.pixels(position)}</td>
              <td>{bin}</td>
              <td>{strings.pixels(restored)}</td>
              <td>{strings.pixels(error)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="seq2seq-note">{strings.bound(derived)}</p>
    </section>
  );
}
