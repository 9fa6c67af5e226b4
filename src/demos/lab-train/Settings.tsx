import { memo } from '../../ui/memo.tsx';
import { Choice } from '../../ui/controls.tsx';
import { COMPARED, CONNECTOR_KINDS, METHODS, OBJECTS, STAGES, TASK_IDS } from './state.ts';
import type { Props } from './view.tsx';

/** What is trained, and what it starts from. */
export const Settings = memo(function Settings({
  state,
  derived,
  strings,
  change,
}: Pick<Props, 'state' | 'derived' | 'strings' | 'change'>) {
  const { stage } = derived;
  const hasConnector = stage === 'connector' || stage === 'instructions' || stage === 'pipeline';
  return (
    <div class="controls">
      <Choice
        name="lab-train-stage"
        label={strings.stage}
        value={state.stage}
        options={STAGES.map((value) => ({ value, text: strings.stages[value] }))}
        onChange={(chosen) => change({ stage: chosen })}
      />
      {stage === 'encoder' && (
        <Choice
          name="lab-train-objects"
          label={strings.objects}
          value={state.objects}
          options={OBJECTS.map((value) => ({ value, text: strings.objectNames[value] }))}
          onChange={(objects) => change({ objects })}
        />
      )}
      {stage === 'peft' && <Tuning {...{ state, strings, change }} />}
      {hasConnector && (
        <Choice
          name="lab-train-connector"
          label={strings.connector}
          value={state.connector}
          options={CONNECTOR_KINDS.map((value) => ({ value, text: strings.connectors[value] }))}
          onChange={(connector) => change({ connector })}
        />
      )}
      {derived.canCompare && (
        <Choice
          name="lab-train-compare"
          label={strings.compare}
          value={state.compare}
          options={COMPARED.filter((value) => value !== state.connector).map((value) => ({
            value,
            text: value === 'none' ? strings.none : strings.connectors[value],
          }))}
          onChange={(compare) => change({ compare })}
        />
      )}
      {derived.sources.length > 1 && (
        <Choice
          name="lab-train-from"
          label={strings.from}
          value={derived.from}
          options={derived.sources.map((value) => ({ value, text: strings.sources[value] }))}
          onChange={(from) => change({ from })}
        />
      )}
      <span class="lab-train-seed">
        {strings.seed(state.seed)}
        <button type="button" onClick={() => change(derived.nextSeed)}>
          {strings.nextSeed}
        </button>
      </span>
    </div>
  );
});

function Tuning({ state, strings, change }: Pick<Props, 'state' | 'strings' | 'change'>) {
  return (
    <>
      <Choice
        name="lab-train-method"
        label={strings.method}
        value={state.method}
        options={METHODS.map((value) => ({ value, text: strings.methods[value] }))}
        onChange={(method) => change({ method })}
      />
      <Choice
        name="lab-train-task"
        label={strings.task}
        value={state.task}
        options={TASK_IDS.map((value) => ({ value, text: strings.tasks[value] }))}
        onChange={(task) => change({ task })}
      />
    </>
  );
}
