import { HIT_RULES } from '../../kernels/iou.ts';
import { Alternatives } from '../../ui/Alternatives.tsx';
import { BoxEditor } from '../../ui/BoxEditor.tsx';
import { Choice } from '../../ui/controls.tsx';
import type { ViewProps } from '../definition.ts';
import type { Derived } from './derive.ts';
import { Picture } from './Picture.tsx';
import { PredictionList } from './PredictionList.tsx';
import { PRESETS } from './presets.ts';
import { FIELD } from './scene.ts';
import { type BoxName, boxOf, fieldsOf, type State, UNITS } from './state.ts';
import type { Strings } from './strings.ts';

export type Props = ViewProps<State, Derived, Strings>;

export function IouView(props: Props) {
  const { state, strings, change } = props;
  return (
    <div class="iou">
      <div class="iou-steps">
        <Boxes {...props} />
        <Calculation {...props} />
      </div>
      <div class="controls">
        <Choice
          name="iou-rule"
          label={strings.rule}
          value={state.rule}
          options={HIT_RULES.map((value) => ({ value, text: strings.rules[value] }))}
          onChange={(rule) => change({ rule })}
        />
        <Choice
          name="iou-unit"
          label={strings.unit}
          value={state.unit}
          options={UNITS.map((value) => ({ value, text: strings.units[value] }))}
          onChange={(unit) => change({ unit })}
        />
      </div>
      <p class="iou-note">
        <Alternatives texts={strings.unitNote} shown={state.unit} />
      </p>
      <PredictionList {...props} />
    </div>
  );
}

/** The picture with the pair of boxes, which can be moved. */
function Boxes({ state, derived, strings, change }: Props) {
  const boxes = derived.movable.map((id) => ({
    id,
    box: boxOf(state, id),
    label: strings.boxName(id),
    text: strings.corners(boxOf(state, id)),
  }));
  return (
    <figure>
      <BoxEditor
        boxes={boxes}
        field={FIELD}
        strings={strings.editor}
        onChange={(id, box) => change(fieldsOf(id as BoxName, box))}
        label={strings.picture}
      >
        <Picture derived={derived} />
      </BoxEditor>
      <figcaption>{strings.help}</figcaption>
    </figure>
  );
}

/** The numbers behind IoU and GIoU, the verdicts, and places to put the predicted box. */
function Calculation({ derived, strings, change }: Props) {
  return (
    <div class="iou-calculation">
      <p class="iou-expression">
        <Alternatives texts={strings.quoted} shown={derived.pair} />
      </p>
      <ul class="iou-legend">
        {(['gold', 'predicted', 'shared', 'enclosing'] as const).map((name) => (
          <li key={name} class={`iou-key-${name}`}>
            {strings.legend[name]}
          </li>
        ))}
      </ul>
      <ul class="iou-numbers">
        {strings.numbers(derived).map(({ symbol, text }) => (
          <li key={symbol} data-sym={symbol}>
            {text}
          </li>
        ))}
      </ul>
      <div class="iou-presets" role="group" aria-label={strings.presets}>
        <span>{strings.presets}</span>
        {PRESETS.map((preset) => (
          <button key={preset} type="button" onClick={() => change(derived.presets[preset])}>
            {strings.preset[preset]}
          </button>
        ))}
      </div>
      <p class="iou-label">{strings.verdicts}</p>
      <div role="status">
        <ul class="iou-verdicts">
          {HIT_RULES.map((rule) => (
            <li key={rule}>
              <span>{strings.rules[rule]}</span>
              <b class={derived.hits[rule] ? 'iou-hit' : 'iou-miss'}>
                {strings.verdict(derived.hits[rule])}
              </b>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
