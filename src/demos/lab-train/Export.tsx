import { isAskable, isPlain, modelName } from '../ownModelNames.ts';
import { saveFile } from '../saveFile.ts';
import type { Training } from './useTraining.ts';
import type { Props } from './view.tsx';

/** The program that loads an exported model in PyTorch; it imports the listings beside it. */
const PROGRAM = 'toy_vlm.py';

/** The model as files, once there is one, and where it can be asked. */
export function Export({ derived, strings, training }: Props & { training: Training }) {
  const [first] = training.runs;
  const isThere = ['done', 'paused', 'stopped'].includes(first?.status ?? '');
  const name = modelName(derived.run);
  const isForPython = isPlain(name);
  const askIt = isForPython ? strings.askIt : strings.askTuned;
  const isKept = first?.status === 'done' || first?.status === 'stopped';
  const save = (file: string, bytes: Promise<Uint8Array<ArrayBuffer> | undefined>) =>
    void bytes.then((found) => found && saveFile(file, found));
  return (
    <div class="lab-train-export">
      <span class="lab-train-note">{strings.save}</span>
      <button
        type="button"
        disabled={!isThere}
        onClick={() => save(`${name}.safetensors`, training.exportTrained(name))}
      >
        {strings.saveWeights}
      </button>
      <button
        type="button"
        disabled={!isThere || !isForPython}
        onClick={() => save('model.safetensors', training.exportForPython())}
      >
        {strings.saveForPython}
      </button>
      <button type="button" disabled={!isForPython} onClick={() => save(PROGRAM, program())}>
        {strings.pythonFile}
      </button>
      <p class="lab-train-note lab-train-kept">{isKept && isAskable(name) && askIt}</p>
    </div>
  );
}

async function program(): Promise<Uint8Array<ArrayBuffer>> {
  const { default: source } = await import('../../../content/code/toy_vlm.py?raw');
  return new TextEncoder().encode(source);
}
