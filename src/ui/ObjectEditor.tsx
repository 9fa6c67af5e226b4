import { sceneSvg } from '../images/sceneSvg.ts';
import type { Language } from '../language.ts';
import { indices } from '../world/choose.ts';
import type { AttributeValue, WorldConfig } from '../world/config.ts';
import { drawingOf } from '../world/drawing.ts';
import { type ObjectLook, possibleMotions, withChange } from '../world/editScene.ts';
import type { Scene, WorldObject } from '../world/scene.ts';
import type { SceneComposerStrings } from './sceneComposerStrings.ts';

interface Props {
  config: WorldConfig;
  language: Language;
  scene: Scene;
  /** An object of the scene */
  selected: WorldObject;
  strings: SceneComposerStrings;
  onChange: (scene: Scene) => void;
  onRemove: () => void;
}

/** What the selected object is like, each attribute with a choice as a row of small pictures. */
export function ObjectEditor(props: Props) {
  const { config, language, scene, selected, strings, onChange, onRemove } = props;
  const change = (fields: Partial<ObjectLook>) =>
    onChange(withChange(config, scene, selected.cell, fields));
  const motions = possibleMotions(config, scene, selected.cell);
  const options = (
    name: 'colour' | 'shape' | 'size' | 'motion',
    values: readonly AttributeValue[],
  ) =>
    values.length > 1 && (
      <div class="composer-options" role="group" aria-label={strings[name]}>
        {indices(values.length).map((value) => (
          <button
            key={value}
            type="button"
            aria-label={values[value].name[language]}
            title={values[value].name[language]}
            aria-pressed={selected[name] === value}
            disabled={name === 'motion' && !motions.includes(value)}
            onClick={() => change({ [name]: value })}
          >
            <span
              style={{ backgroundImage: `url("${icon(config, selected, { [name]: value })}")` }}
            />
          </button>
        ))}
      </div>
    );
  return (
    <div class="composer-editor">
      <p class="composer-selected">
        {strings.cell(config, selected.cell)}: <b>{strings.object(config, selected)}</b>
      </p>
      {options('colour', config.colours)}
      {options('shape', config.shapes)}
      {options('size', config.sizes)}
      {options('motion', config.motions)}
      <button type="button" onClick={onRemove}>
        {strings.remove}
      </button>
    </div>
  );
}

/** The object as it would be, alone. */
function icon(config: WorldConfig, object: WorldObject, change: Partial<ObjectLook>): string {
  const alone = { ...config, gridSize: 1 };
  const drawing = drawingOf(alone, [{ ...object, ...change, cell: 0 }]);
  return `data:image/svg+xml,${encodeURIComponent(sceneSvg(drawing))}`;
}
