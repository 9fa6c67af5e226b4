import { useCallback, useContext, useMemo, useRef, useState } from 'preact/hooks';
import type { Language } from '../language.ts';
import type { WorldConfig } from '../world/config.ts';
import { drawingOf } from '../world/drawing.ts';
import {
  cellBeside,
  objectAt,
  type ObjectLook,
  withMove,
  withObject,
  withoutObject,
} from '../world/editScene.ts';
import type { Scene } from '../world/scene.ts';
import { codeOfScene } from '../world/sceneCode.ts';
import { indices } from '../world/choose.ts';
import { sceneSvg } from '../images/sceneSvg.ts';
import { Hydrated } from './hydration.ts';
import { memo } from './memo.tsx';
import { ObjectEditor } from './ObjectEditor.tsx';
import { SCENE_COMPOSER_STRINGS, type SceneComposerStrings } from './sceneComposerStrings.ts';

export interface SceneComposerProps {
  config: WorldConfig;
  language: Language;
  scene: Scene;
  /** Called with the scene as a text (src/world/sceneCode.ts), which is what a demo's state holds. */
  onChange: (code: string, scene: Scene) => void;
}

type Message = 'hint' | 'full' | 'last';

/** Keys that move an object, as steps in rows and columns. */
const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const PLAIN: ObjectLook = { colour: 0, shape: 0, size: 0, motion: 0 };

/**
 * A scene that the reader puts together, by mouse, touch or keyboard: a cell is a button that selects its
 * object or adds one; an object is dragged, or moved with the arrow keys; below, what is selected is
 * recoloured, reshaped or removed.
 */
export function SceneComposer(props: SceneComposerProps) {
  // Callers derive the scene and write the handler anew each time; the same scene is not drawn again.
  const code = codeOfScene(props.config, props.scene);
  const scene = useMemo(() => props.scene, [code]);
  const latest = useRef(props);
  latest.current = props;
  const onChange = useCallback((next: string, nextScene: Scene) => {
    latest.current.onChange(next, nextScene);
  }, []);
  return <Composer {...props} scene={scene} onChange={onChange} />;
}

const Composer = memo(function Composer(props: SceneComposerProps) {
  const { config, language, scene, onChange } = props;
  const strings = SCENE_COMPOSER_STRINGS[language];
  const [picked, setPicked] = useState(scene[0].cell);
  const [message, setMessage] = useState<Message>('hint');
  const selected = objectAt(scene, picked) ?? scene[0];
  const root = useRef<HTMLDivElement>(null);
  const set = (next: Scene, cell: number, isFocused = false) => {
    setPicked(cell);
    setMessage('hint');
    onChange(codeOfScene(config, next), next);
    if (isFocused) root.current?.querySelectorAll<HTMLElement>('.composer-cell')[cell].focus();
  };
  const press = (cell: number) => {
    if (objectAt(scene, cell)) return setPicked(cell);
    const next = withObject(config, scene, cell, { ...PLAIN, ...selected, motion: 0 });
    return next ? set(next, cell) : setMessage('full');
  };
  const remove = (cell: number) => {
    const next = withoutObject(config, scene, cell);
    return next ? set(next, next[0].cell) : setMessage('last');
  };
  const follow = (event: KeyboardEvent, cell: number) => {
    const to = STEPS[event.key] && cellBeside(config, cell, STEPS[event.key]);
    const isRemoval = event.key === 'Delete' || event.key === 'Backspace';
    if (!objectAt(scene, cell) || (to === undefined && !isRemoval)) return;
    event.preventDefault();
    if (to === undefined) remove(cell);
    else set(withMove(config, scene, cell, to), to, true);
  };
  return (
    <div class="composer" role="group" aria-label={strings.label} ref={root}>
      <SceneGrid {...{ config, scene, strings, press, follow, move: set }} picked={selected.cell} />
      <p class="composer-message" role="status">
        {message === 'full' ? strings.full(config.maximumObjects) : strings[message]}
      </p>
      <ObjectEditor
        {...{ config, language, scene, selected, strings }}
        onChange={(next) => set(next, selected.cell)}
        onRemove={() => remove(selected.cell)}
      />
    </div>
  );
});

interface GridProps {
  config: WorldConfig;
  scene: Scene;
  strings: SceneComposerStrings;
  picked: number;
  press: (cell: number) => void;
  follow: (event: KeyboardEvent, cell: number) => void;
  move: (scene: Scene, cell: number) => void;
}

/** The picture, and a button over each cell. */
function SceneGrid({ config, scene, strings, picked, press, follow, move }: GridProps) {
  const hydrated = useContext(Hydrated);
  const drag = useDrag(config, scene, press, move);
  const url = `data:image/svg+xml,${encodeURIComponent(sceneSvg(drawingOf(config, scene)))}`;
  return (
    <div
      class="composer-grid"
      style={{
        backgroundImage: `url("${url}")`,
        gridTemplateColumns: `repeat(${config.gridSize}, 1fr)`,
      }}
      onPointerMove={drag.over}
      onPointerUp={drag.end}
      onPointerCancel={drag.end}
    >
      {indices(config.gridSize ** 2).map((cell) => {
        const object = objectAt(scene, cell);
        const content = object ? strings.object(config, object) : strings.empty;
        return (
          <button
            key={cell}
            type="button"
            class="composer-cell"
            aria-label={`${strings.cell(config, cell)}: ${content}`}
            aria-pressed={cell === picked}
            data-filled={object ? '' : undefined}
            disabled={!hydrated}
            onPointerDown={(event) => object && drag.start(event, cell)}
            onClick={() => press(cell)}
            onKeyDown={(event) => follow(event, cell)}
          />
        );
      })}
    </div>
  );
}

/** Dragging an object: it is in the cell under the pointer at once, and what it passes over goes back. */
function useDrag(
  config: WorldConfig,
  scene: Scene,
  press: GridProps['press'],
  move: GridProps['move'],
) {
  const state = useRef<{ from: number; over: number; origin: Scene }>();
  return {
    start: (event: PointerEvent & { currentTarget: HTMLElement }, cell: number) => {
      // The grid follows the pointer, wherever it goes; the button's own click then does not come.
      event.currentTarget.parentElement?.setPointerCapture(event.pointerId);
      state.current = { from: cell, over: cell, origin: scene };
      press(cell);
    },
    over: (event: PointerEvent & { currentTarget: HTMLElement }) => {
      const current = state.current;
      if (!current) return;
      const cell = cellUnder(event, config.gridSize);
      if (cell === current.over) return;
      current.over = cell;
      move(withMove(config, current.origin, current.from, cell), cell);
    },
    end: () => (state.current = undefined),
  };
}

function cellUnder(event: PointerEvent & { currentTarget: HTMLElement }, size: number): number {
  const box = event.currentTarget.getBoundingClientRect();
  const at = (offset: number, extent: number) =>
    Math.min(size - 1, Math.max(0, Math.floor((offset / extent) * size)));
  return at(event.clientY - box.top, box.height) * size + at(event.clientX - box.left, box.width);
}
