import type { Language } from '../language.ts';
import type { Name, WorldConfig } from '../world/config.ts';
import { valueName } from '../world/language/readerText.ts';
import type { WorldObject } from '../world/scene.ts';

/** The texts of the scene composer. */
export interface SceneComposerStrings {
  label: string;
  hint: string;
  full: (most: number) => string;
  last: string;
  colour: string;
  shape: string;
  size: string;
  motion: string;
  remove: string;
  empty: string;
  object: (config: WorldConfig, object: WorldObject) => string;
  cell: (config: WorldConfig, cell: number) => string;
}

const nameOf = (language: Language) => ({
  cell: (config: WorldConfig, cell: number) => valueName(config, 'cell', cell)[language],
  words: (config: WorldConfig, { colour, shape, size, motion }: WorldObject): string[] => {
    const part = (values: readonly { name: Name }[], index: number) =>
      values.length > 1 ? [values[index].name[language]] : [];
    return [
      ...part(config.sizes, size),
      ...part(config.colours, colour),
      ...part(config.shapes, shape),
      ...part(config.motions, motion),
    ];
  },
});
const [chinese, english] = [nameOf('zh'), nameOf('en')];

export const SCENE_COMPOSER_STRINGS: Record<Language, SceneComposerStrings> = {
  zh: {
    label: '场景',
    hint: '点空格添加物体；拖动物体，或按方向键，移到别处；按 Delete 删除。',
    full: (most) => `最多 ${most} 个物体：先删除一个，或拖动已有的。`,
    last: '至少要有一个物体。',
    colour: '颜色',
    shape: '形状',
    size: '大小',
    motion: '运动',
    remove: '删除',
    empty: '空',
    object: (config, object) => chinese.words(config, object).join(''),
    cell: chinese.cell,
  },
  en: {
    label: 'Scene',
    hint: 'Click an empty cell to add an object; drag an object, or press arrow keys, to move it; Delete removes it.',
    full: (most) => `At most ${most} objects: remove one first, or drag one here.`,
    last: 'A scene has at least one object.',
    colour: 'Colour',
    shape: 'Shape',
    size: 'Size',
    motion: 'Motion',
    remove: 'Remove',
    empty: 'empty',
    object: (config, object) => english.words(config, object).join(' '),
    cell: english.cell,
  },
};
