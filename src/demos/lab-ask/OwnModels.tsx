import { useRef, useState } from 'preact/hooks';
import { Choice } from '../../ui/controls.tsx';
import { NEWEST } from '../ownModelNames.ts';
import { deleteOwnModel } from '../useOwnModels.ts';
import type { OwnList } from './ownList.ts';
import type { Props } from './view.tsx';

/** Which of the reader's models answers; and all that are kept, to delete what is no longer wanted. */
export function OwnModels(props: Props & { own: OwnList }) {
  const { own, strings, change } = props;
  return (
    <>
      {own.asked !== undefined && (
        <Choice
          name="lab-ask-own"
          label={strings.own}
          value={own.asked}
          options={own.askable.map((value) => ({ value, text: strings.ownName(value) }))}
          onChange={(name) => change({ own: name })}
        />
      )}
      <KeptModels {...props} />
    </>
  );
}

function KeptModels({ own, state, strings, change }: Props & { own: OwnList }) {
  const summary = useRef<HTMLElement>(null);
  const [message, setMessage] = useState('');
  const remove = async (name: string) => {
    try {
      await deleteOwnModel(name);
      setMessage(strings.deleted(name));
      if (state.own === name) change({ own: NEWEST });
      summary.current?.focus(); // the button is gone
    } catch (error) {
      console.error(error);
      setMessage(strings.notDeleted);
    }
  };
  if (own.kept.length === 0 && message === '') return null;
  return (
    <details class="demo-details own-models">
      <summary ref={summary}>{strings.kept(own)}</summary>
      <ul>
        {own.kept.map((model) => (
          <li key={model.name}>
            <span class="own-models-what">
              <span>{strings.ownName(model.name)}</span>{' '}
              <span class="lab-ask-note">{strings.sizeAndDate(model)}</span>
            </span>
            <DeleteButton
              label={strings.delete}
              question={strings.reallyDelete}
              name={strings.ownName(model.name)}
              onDelete={() => void remove(model.name)}
            />
          </li>
        ))}
      </ul>
      <p class="lab-ask-note" role="status">
        {message}
      </p>
    </details>
  );
}

interface DeleteButtonProps {
  label: string;
  question: string;
  /** Of what is deleted; heard, not seen */
  name: string;
  onDelete: () => void;
}

/** What took minutes to train is deleted by the second press, not by the first. */
function DeleteButton({ label, question, name, onDelete }: DeleteButtonProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <button
      type="button"
      onClick={() => (isAsking ? onDelete() : setAsking(true))}
      onBlur={() => setAsking(false)}
    >
      {isAsking ? question : label} <span class="sr-only">{name}</span>
    </button>
  );
}
