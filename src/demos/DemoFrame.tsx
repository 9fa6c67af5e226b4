import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Checkpoints } from '../checkpoints/shipped.ts';
import type { PixelImage } from '../kernels/image.ts';
import { DEFAULT_IMAGE, type ImageId } from '../images/images.ts';
import { Hydrated } from '../ui/hydration.ts';
import { DemoLanguage } from '../ui/Radio.tsx';
import type { Language } from '../language.ts';
import { publishChallenges } from './challenges.ts';
import { DataDetails } from './DataDetails.tsx';
import type { Badge, DemoDefinition, OwnModels } from './definition.ts';
import { DemoToolbar } from './DemoToolbar.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FileDrop } from './FileDrop.tsx';
import { FRAME_STRINGS } from './frameStrings.ts';
import { ImageSource } from './ImageSource.tsx';
import { useDemoState } from './useDemoState.ts';
import { useImage } from './useImage.ts';
import { useOwnModels } from './useOwnModels.ts';

export interface DemoFrameProps {
  demo: DemoDefinition;
  language: Language;
  /** Those that the demo names */
  checkpoints: Checkpoints;
  /** Its number in the book, “Demo 1.2”; absent where it stands alone. */
  label?: string | undefined;
}

/** Everything around a demo's view: title, image source, reset and links, data table, errors. */
export function DemoFrame({ demo, language, checkpoints, label }: DemoFrameProps) {
  const { state, stateNow, hydrated, change, reset } = useDemoState(demo);
  const image = useImage((state.image as ImageId | undefined) ?? DEFAULT_IMAGE);
  const [resets, setResets] = useState(0);
  const own = useOwnModels(hydrated ? demo.ownModel?.(state) : undefined);
  const derived = useDerived(demo, state, image.pixels, checkpoints, own);
  const frame = FRAME_STRINGS[language];
  const strings = demo.strings[language];
  const titleId = `demo-${demo.id}-title-${language}`;
  const { forgetFile } = image;
  const choose = useCallback(
    (id: ImageId) => {
      forgetFile();
      change({ image: id });
    },
    [forgetFile, change],
  );
  const startAgain = useCallback(() => {
    forgetFile();
    reset();
    setResets((count) => count + 1); // a view that has failed is tried anew
  }, [forgetFile, reset]);
  return (
    <Hydrated.Provider value={hydrated}>
      <DemoLanguage.Provider value={language}>
        <FileDrop
          class="demo not-content"
          data-demo={demo.id}
          data-state={hydrated ? JSON.stringify(state) : undefined}
          data-hydrated={hydrated ? '' : undefined}
          aria-labelledby={titleId}
          onFile={demo.usesImage ? image.acceptFile : undefined}
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
                onChoose={choose}
                onFile={image.acceptFile}
              />
            )}
            <ErrorBoundary key={resets} message={frame.failed}>
              {derived === undefined ? (
                <p class="demo-problem" role="alert">
                  {frame.failed}
                </p>
              ) : (
                <demo.view
                  {...{ state, derived, strings, language, change }}
                  picture={image.picture}
                />
              )}
            </ErrorBoundary>
          </fieldset>
          <DemoToolbar
            {...{ demo, stateNow, language }}
            badge={badgeOf(demo, derived)}
            strings={frame}
            onReset={startAgain}
          />
          {derived !== undefined && (
            <DataDetails summary={frame.table} table={() => demo.table(derived, strings, state)} />
          )}
        </FileDrop>
      </DemoLanguage.Provider>
    </Hydrated.Provider>
  );
}

/** That of the demo, as long as no model of the reader's own answers. */
const badgeOf = (demo: DemoDefinition, derived: unknown): Badge =>
  derived !== undefined && demo.isByReader?.(derived) ? 'trainedByYou' : demo.badge;

/** What the demo derives from its state, told to the page's exercises; undefined if it throws. */
function useDerived(
  demo: DemoDefinition,
  state: Record<string, unknown>,
  pixels: PixelImage,
  checkpoints: Checkpoints,
  own: OwnModels | undefined,
): unknown {
  const derived = useMemo(() => {
    try {
      return demo.derive(state, pixels, checkpoints, own);
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }, [demo, state, pixels, checkpoints, own]);
  useEffect(() => {
    if (derived !== undefined) publishChallenges(demo, derived, state);
  }, [demo, derived, state]);
  return derived;
}
