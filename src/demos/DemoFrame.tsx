import { Component, type ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { DataTableView } from '../ui/DataTableView.tsx';
import { Hydrated } from '../ui/hydration.ts';
import type { Language } from '../ui/language.ts';
import { DEFAULT_IMAGE, type ImageId } from '../images/images.ts';
import type { DemoDefinition } from './definition.ts';
import { DemoToolbar } from './DemoToolbar.tsx';
import { FRAME_STRINGS } from './frameStrings.ts';
import { ImageSource, imagesIn } from './ImageSource.tsx';
import { publishChallenges } from './challenges.ts';
import { useDemoState } from './useDemoState.ts';
import { useImage } from './useImage.ts';

export interface DemoFrameProps {
  demo: DemoDefinition;
  language: Language;
  /** Its number in the book, “Demo 1.2”; absent where it stands alone. */
  label?: string | undefined;
}

/** Everything around a demo's view: title, image source, reset and links, data table, errors. */
export function DemoFrame({ demo, language, label }: DemoFrameProps) {
  const { state, hydrated, change, reset } = useDemoState(demo);
  const image = useImage((state.image as ImageId | undefined) ?? DEFAULT_IMAGE);
  const outcome = useMemo(() => attempt(() => demo.derive(state, image.pixels)), [demo, state, image.pixels]);
  const [dropping, setDropping] = useState(false);
  const frame = FRAME_STRINGS[language];
  const strings = demo.strings[language];
  const derived = 'value' in outcome ? outcome.value : undefined;

  useEffect(() => {
    if (derived !== undefined) publishChallenges(demo, derived, state);
  }, [demo, derived, state]);

  const titleId = `demo-${demo.id}-title-${language}`;
  const accept = (transfer: DataTransfer | null, event: Event) => {
    const [file] = imagesIn(transfer);
    if (!demo.usesImage || !file) return;
    event.preventDefault();
    void image.acceptFile(file);
  };
  return (
    <section
      class={`demo not-content${dropping ? ' demo-dropping' : ''}`}
      data-demo={demo.id}
      data-state={JSON.stringify(state)}
      data-hydrated={hydrated ? '' : undefined}
      aria-labelledby={titleId}
      onDragOver={(event) => {
        if (!demo.usesImage) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => {
        setDropping(false);
        accept(event.dataTransfer, event);
      }}
      onPaste={(event) => accept(event.clipboardData, event)}
    >
      <header class="demo-header">
        <p class="demo-title" id={titleId}>
          {label && <span class="demo-number">{label}</span>}{' '}
          <span class="demo-name">{strings.title}</span>
        </p>
        <p class="demo-try">{strings.tryThis}</p>
      </header>
      <fieldset class="demo-body" data-pagefind-ignore disabled={!hydrated}>
        <legend class="sr-only">{strings.title}</legend>
        {demo.usesImage && (
          <ImageSource
            strings={frame.image}
            language={language}
            value={state.image as ImageId}
            isOwn={image.isOwn}
            status={image.status}
            onChoose={(id) => {
              image.forgetFile();
              change({ image: id });
            }}
            onFile={image.acceptFile}
          />
        )}
        {'value' in outcome ? (
          <Boundary message={frame.failed}>
            <Hydrated.Provider value={hydrated}>
              <demo.view
                state={state}
                derived={outcome.value}
                strings={strings}
                language={language}
                change={change}
                picture={image.picture}
              />
            </Hydrated.Provider>
          </Boundary>
        ) : (
          <p class="demo-problem" role="alert">{frame.failed}</p>
        )}
      </fieldset>
      <noscript>
        <p class="demo-noscript" data-pagefind-ignore>{frame.needsJavaScript}</p>
      </noscript>
      <DemoToolbar demo={demo} state={state} strings={frame} language={language} disabled={!hydrated} onReset={() => { image.forgetFile(); reset(); }} />
      <details class="demo-details" data-derived data-pagefind-ignore>
        <summary>{frame.table}</summary>
        {derived !== undefined && <DataTableView table={demo.table(derived, strings, state)} />}
      </details>
    </section>
  );
}

function attempt<Value>(compute: () => Value): { value: Value } | { error: unknown } {
  try {
    return { value: compute() };
  } catch (error) {
    console.error(error);
    return { error };
  }
}

/** Keeps an error in one view from taking the frame, with its reset button, down. */
class Boundary extends Component<{ message: string; children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };
  static override getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    if (!this.state.failed) return this.props.children;
    return <p class="demo-problem" role="alert">{this.props.message}</p>;
  }
}
