import type { Language } from '../../language.ts';
import { decimal, tiny } from '../../ui/numberText.ts';
import type { Comparison, Derived } from './derive.ts';
import {
  type EmbeddingName,
  GRID_SIDE,
  IMAGE_SIDE,
  INITIAL_DEVIATION,
  MODEL_WIDTH,
  PATCH_COUNT,
} from './model.ts';

type Measure = 'classToken' | 'mean' | 'patches';

export interface Strings {
  title: string;
  tryThis: string;
  embedding: string;
  embeddingName: Record<EmbeddingName, string>;
  about: Record<EmbeddingName, string>;
  matrix: string;
  matrixLabel: string;
  matrixNote: (position: number, derived: Derived) => string;
  similarity: string;
  similarityLabel: string;
  pick: string;
  place: (position: number) => string;
  cosine: (value: number) => string;
  neighbours: (similarity: Derived['similarity']) => string;
  shuffleHeading: string;
  original: string;
  shuffled: string;
  again: string;
  restore: string;
  orderNote: (derived: Derived) => string;
  without: string;
  with: (name: EmbeddingName) => string;
  classOriginal: string;
  classShuffled: string;
  measures: readonly { id: Measure; name: string }[];
  verdict: (comparison: Comparison) => string;
  difference: (comparison: Comparison) => string;
  weightsNote: string;
  table: { caption: string; columns: [string, string]; similarityTo: (position: number) => string };
}

const fixed = (value: number) => decimal(value, 2);

const rowOf = (position: number) => Math.floor(position / GRID_SIDE) + 1;
const columnOf = (position: number) => (position % GRID_SIDE) + 1;

export const strings: Record<Language, Strings> = {
  zh: {
    title: '位置编码：没有它，打乱图像块也不会被发现',
    tryThis:
      '点“再打乱一次”，比较下面左右两栏：没有位置编码，类别词元的输出一点不变；加上位置编码就变了。再换成一维正弦余弦，看相似度图上哪个邻居变远了。',
    embedding: '位置嵌入',
    embeddingName: {
      sincos2d: '二维正弦余弦',
      sincos1d: '一维正弦余弦',
      random: '随机（学习的起点）',
    },
    about: {
      sincos2d: '一半维度编码列，一半编码行：上下左右的邻居同样相似。不用训练。',
      sincos1d:
        '只编码光栅序号：同一行的邻居很相似，正上方和正下方的块隔了一整行，差得远。不用训练。',
      random: `ViT 的 E_pos 是学习出来的，训练前取自 N(0, ${INITIAL_DEVIATION}²)。这里显示的是起点：还没有任何空间结构，数值也很小。`,
    },
    matrix: `E_pos：${PATCH_COUNT + 1} 个词元，每列 ${MODEL_WIDTH} 个数`,
    matrixLabel: '位置嵌入矩阵的转置：每列一个词元，第一列是类别词元',
    matrixNote: (position, { largest }) =>
      `第一列是类别词元；框出的是第 ${rowOf(position)} 行第 ${columnOf(position)} 列的位置。绝对值最大 ${fixed(largest)}`,
    similarity: '与选中位置的余弦相似度',
    similarityLabel: '各位置与选中位置的余弦相似度',
    pick: '选一个位置',
    place: (position) => `第 ${rowOf(position)} 行，第 ${columnOf(position)} 列`,
    cosine: fixed,
    neighbours: ({ right, below, smallest }) =>
      `右邻 ${right === undefined ? '—' : fixed(right)}，下邻 ${below === undefined ? '—' : fixed(below)}；颜色从 ${fixed(smallest)} 到 1`,
    shuffleHeading: '打乱图像块，再送进同一层注意力',
    original: '原来的顺序',
    shuffled: '打乱后的顺序',
    again: '再打乱一次',
    restore: '恢复原序',
    orderNote: ({ isShuffled }) => (isShuffled ? '左：原图；右：打乱后' : '左右相同：没有打乱'),
    without: '不加位置编码',
    with: (name) => `加 E_pos（${strings.zh.embeddingName[name]}）`,
    classOriginal: '类别词元的输出，原序',
    classShuffled: '类别词元的输出，打乱后',
    measures: [
      { id: 'classToken', name: '类别词元' },
      { id: 'mean', name: '图像块输出的平均' },
      { id: 'patches', name: '每块自己的输出（对齐后）' },
    ],
    verdict: ({ isSame }) => (isSame ? '不变' : '变了'),
    difference: ({ difference, isSame }) =>
      isSame && difference > 0
        ? `最大差 ${tiny(difference)}（舍入误差）`
        : `最大差 ${tiny(difference)}`,
    weightsNote: `E、类别词元和这层注意力（${MODEL_WIDTH} 维）的权重都由固定种子随机抽取，没有训练；结论对任何权重都成立。图像缩到 ${IMAGE_SIDE}×${IMAGE_SIDE}。`,
    table: {
      caption: '余弦相似度与打乱实验',
      columns: ['量', '值'],
      similarityTo: (position) => `与第 ${rowOf(position)} 行第 ${columnOf(position)} 列的相似度`,
    },
  },
  en: {
    title: 'Position embeddings: without them, shuffled patches go unnoticed',
    tryThis:
      'Press “Shuffle again” and compare the two columns below it: without positions the class token’s output does not change at all; with them it does. Then take sines in one dimension and see which neighbour drifts away.',
    embedding: 'Position embedding',
    embeddingName: {
      sincos2d: 'sine–cosine, 2-D',
      sincos1d: 'sine–cosine, 1-D',
      random: 'random (before learning)',
    },
    about: {
      sincos2d:
        'Half of the numbers encode the column, half the row: all four neighbours are equally alike. Nothing is trained.',
      sincos1d:
        'Only the place in raster order is encoded: neighbours in a row are alike, but the patch above is a whole row away. Nothing is trained.',
      random: `ViT learns E_pos; before training it is drawn from N(0, ${INITIAL_DEVIATION}²). This is that beginning: no spatial structure yet, and small numbers.`,
    },
    matrix: `E_pos: ${PATCH_COUNT + 1} tokens, ${MODEL_WIDTH} numbers each`,
    matrixLabel:
      'The position embeddings transposed: a column for each token, the class token first',
    matrixNote: (position, { largest }) =>
      `The class token comes first; framed: row ${rowOf(position)}, column ${columnOf(position)} of the grid. Largest size ${fixed(largest)}`,
    similarity: 'Cosine similarity to the picked position',
    similarityLabel: 'Cosine similarity of each position to the picked one',
    pick: 'Pick a position',
    place: (position) => `row ${rowOf(position)}, column ${columnOf(position)}`,
    cosine: fixed,
    neighbours: ({ right, below, smallest }) =>
      `Right ${right === undefined ? '—' : fixed(right)}, below ${below === undefined ? '—' : fixed(below)}; colours run from ${fixed(smallest)} to 1`,
    shuffleHeading: 'Shuffle the patches and feed the same attention layer',
    original: 'The patches in their order',
    shuffled: 'The patches shuffled',
    again: 'Shuffle again',
    restore: 'Restore the order',
    orderNote: ({ isShuffled }) =>
      isShuffled ? 'Left: the image; right: shuffled' : 'Both are the same: nothing is shuffled',
    without: 'Without positions',
    with: (name) => `With E_pos (${strings.en.embeddingName[name]})`,
    classOriginal: 'Class token’s output, original order',
    classShuffled: 'Class token’s output, shuffled',
    measures: [
      { id: 'classToken', name: 'Class token' },
      { id: 'mean', name: 'Mean of the patch outputs' },
      { id: 'patches', name: 'Each patch’s own output (realigned)' },
    ],
    verdict: ({ isSame }) => (isSame ? 'same' : 'changed'),
    difference: ({ difference, isSame }) =>
      isSame && difference > 0
        ? `by at most ${tiny(difference)} (rounding)`
        : `by at most ${tiny(difference)}`,
    weightsNote: `E, the class token and this attention layer (width ${MODEL_WIDTH}) are drawn at random from fixed seeds, not trained; what is shown holds for any weights. The image is scaled to ${IMAGE_SIDE}×${IMAGE_SIDE}.`,
    table: {
      caption: 'Cosine similarities and the shuffle',
      columns: ['Quantity', 'Value'],
      similarityTo: (position) =>
        `Similarity to row ${rowOf(position)}, column ${columnOf(position)}`,
    },
  },
};
