import type { Language } from '../../language.ts';
import { SEARCH_WORLD } from '../../world/search.ts';
import type { Split } from '../../world/split.ts';
import type { Derived } from './derive.ts';
import { HEADS, ROLLOUT, type State } from './state.ts';

export interface Strings {
  title: string;
  tryThis: string;
  compose: string;
  question: string;
  shape: (shape: number) => string;
  percent: (share: number) => string;
  percentShort: (share: number) => string;
  reading: string;
  readings: Record<State['reading'], string>;
  verdict: (derived: Derived) => string;
  split: (derived: Derived) => string;
  maps: string;
  layer: (layer: number) => string;
  rollout: string;
  mapName: (map: number) => string;
  mapTitle: (derived: Derived, state: State) => string;
  onRed: (derived: Derived, state: State) => string;
  table: { caption: string; columns: [string, string]; probability: string; onRed: string };
}

const layerOf = (map: number) => Math.floor((map - 1) / HEADS) + 1;
const headOf = (map: number) => ((map - 1) % HEADS) + 1;
const shapeIn = (language: Language) => (shape: number) =>
  SEARCH_WORLD.shapes[shape].name[language];
const [shapeZh, shapeEn] = [shapeIn('zh'), shapeIn('en')];

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
const percentShort = (share: number) => `${Math.round(100 * share)}%`;

const SPLITS: Record<Language, Record<Split, string>> = {
  zh: {
    train: '训练时见过这个布局。',
    validation: '训练时没有见过这个布局。',
    test: '训练时没有见过这个布局。',
  },
  en: {
    train: ' It has seen this layout in training.',
    validation: ' It has not seen this layout in training.',
    test: ' It has not seen this layout in training.',
  },
};

export const strings: Record<Language, Strings> = {
  zh: {
    title: '一个训练好的 ViT 在看什么',
    tryThis:
      '把红色物体拖到别的格子：蒙着的图里，看得清的地方跟着它走吗？再把另一个物体也改成红色，看模型怎么答。',
    compose: '你的场景',
    question: '红色的物体是什么形状？',
    shape: shapeZh,
    percent,
    percentShort,
    reading: '由什么代表整幅图像',
    readings: { class: '类别词元', mean: '图像块取平均' },
    verdict: ({ sought, redCount, answer }) => {
      if (redCount === 0) return '场景里没有红色物体：问题没有答案，而模型只会在三种形状里选一种。';
      if (sought === undefined) {
        return `有 ${redCount} 个红色物体：训练时从来只有一个，模型只能选一种形状。`;
      }
      return answer.shape === sought ? '✓ 答对了。' : `✗ 答错了：应是${shapeZh(sought)}。`;
    },
    split: ({ split, sought }) => (sought === undefined ? '' : SPLITS.zh[split]),
    maps: '每层每头的注意力；下面的数是落在红色物体那一格的比例',
    layer: (layer) => `第 ${layer + 1} 层`,
    rollout: '各层合起来',
    mapName: (map) =>
      map === ROLLOUT ? '注意力展开' : `第 ${layerOf(map)} 层第 ${headOf(map)} 头`,
    mapTitle: (_, { map, reading }) => {
      const who = reading === 'class' ? '类别词元' : '各图像块（平均）';
      return map === ROLLOUT
        ? `${who}从哪里取信息（各层合起来）`
        : `${who}看哪里（第 ${layerOf(map)} 层第 ${headOf(map)} 头）`;
    },
    onRed: ({ onRed, redArea, redCount }, { map }) =>
      redCount === 0
        ? '没有红色物体。'
        : `${percent(onRed[map])} 落在红色物体的格子里；均匀地看，则是 ${percent(redArea)}。`,
    table: {
      caption: '分类器的回答，以及注意力落在红色物体上的比例',
      columns: ['量', '值'],
      probability: '的概率',
      onRed: '落在红色物体的格子里',
    },
  },
  en: {
    title: 'What a trained ViT looks at',
    tryThis:
      'Drag the red object to another cell: does what stays clear in the veiled picture follow it? Then make a second object red and see what the model answers.',
    compose: 'Your scene',
    question: 'Which shape is the red object?',
    shape: shapeEn,
    percent,
    percentShort,
    reading: 'What stands for the whole image',
    readings: { class: 'class token', mean: 'mean of the patches' },
    verdict: ({ sought, redCount, answer }) => {
      if (redCount === 0) {
        return 'There is no red object, so no answer is right; the model can only choose among three shapes.';
      }
      if (sought === undefined) {
        return `There are ${redCount} red objects; in training there was always one. The model can only choose one shape.`;
      }
      return answer.shape === sought ? '✓ Right.' : `✗ Wrong: it is a ${shapeEn(sought)}.`;
    },
    split: ({ split, sought }) => (sought === undefined ? '' : SPLITS.en[split]),
    maps: 'Attention of each head in each layer; the number is the part on the red object’s cell',
    layer: (layer) => `Layer ${layer + 1}`,
    rollout: 'All layers',
    mapName: (map) =>
      map === ROLLOUT ? 'Attention rollout' : `Layer ${layerOf(map)}, head ${headOf(map)}`,
    mapTitle: (_, { map, reading }) => {
      const isOne = reading === 'class';
      return map === ROLLOUT
        ? `Where ${isOne ? 'the class token draws' : 'the patches draw'} from (all layers)`
        : `Where ${isOne ? 'the class token looks' : 'the patches look'} (layer ${layerOf(map)}, head ${headOf(map)})`;
    },
    onRed: ({ onRed, redArea, redCount }, { map }) =>
      redCount === 0
        ? 'There is no red object.'
        : `${percent(onRed[map])} lies on the red object’s cell; an even look would put ${percent(redArea)} there.`,
    table: {
      caption: 'The classifier’s answer, and the part of its attention on red objects',
      columns: ['Quantity', 'Value'],
      probability: 'probability of',
      onRed: 'on the red object’s cell',
    },
  },
};
