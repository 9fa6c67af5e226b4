import type { WorldConfig } from '../config.ts';
import type { Attribute, Relation } from '../question.ts';
import { numberWords } from '../vocabulary.ts';

/** What a word of the reader means. */
export type Concept =
  | { kind: 'colour' | 'shape' | 'size' | 'motion' | 'cell' | 'number'; value: number }
  | { kind: 'relation'; relation: Relation }
  | { kind: 'ask'; attribute: Attribute | 'shape' }
  | { kind: 'object' | 'howMany' | 'exists' | 'describe' | 'filler' };

/** Every phrase that is understood, in both languages, and what it means. */
export type Lexicon = ReadonlyMap<string, Concept>;

const RELATION_PHRASES: Readonly<Record<Relation, readonly string[]>> = {
  'left-of': ['left of', 'to the left of', '左边', '左侧', '左面'],
  'right-of': ['right of', 'to the right of', '右边', '右侧', '右面'],
  above: ['above', 'over', '上方', '上面', '上边'],
  below: ['below', 'under', '下方', '下面', '下边'],
};

const ASKING: Readonly<Record<Attribute | 'shape', readonly string[]>> = {
  colour: ['what color', 'what colour', 'which color', 'which colour', '什么颜色', '哪种颜色'],
  shape: ['what shape', 'which shape', 'what', '什么形状', '哪种形状', '什么'],
  size: ['what size', 'which size', '多大', '什么大小'],
  motion: ['what motion', 'how does it move', '怎么动', '怎样移动'],
  cell: ['where', '哪里', '哪儿', '什么位置', '何处'],
};

const OTHER: readonly [
  Concept['kind'] & ('object' | 'howMany' | 'exists' | 'describe'),
  string[],
][] = [
  ['object', ['object', 'objects', 'thing', 'things', '物体', '东西']],
  ['howMany', ['how many', '多少', '几个', '几']],
  ['exists', ['is there', 'are there', '有没有', '有', '存在']],
  ['describe', ['describe', 'caption', '描述', '说明']],
];

const FILLERS = [
  ...[
    'a',
    'an',
    'the',
    'is',
    'are',
    'does',
    'has',
    'do',
    'of',
    'at',
    'in',
    'on',
    'to',
    'this',
    'it',
    'there',
  ],
  ...['image', 'picture', 'scene', 'any', 'please', 'one', 'corner'],
  ...[
    '的',
    '是',
    '在',
    '吗',
    '呢',
    '请',
    '这',
    '那',
    '个',
    '一',
    '一个',
    '里',
    '图',
    '图片',
    '图中',
  ],
  ...['场景', '位于', '角', '共', '一共', '张', '幅', '里面', '画面', '中', '不是', '它'],
];

const CHINESE_NUMBERS = ['零', '一个', '两个', '三个', '四个'];
const ENGLISH_NUMBERS = ['zero', 'one', 'two', 'three', 'four'];

const ROWS_OF: Readonly<Record<number, readonly { zh: string; en: string }[]>> = {
  2: [
    { zh: '上', en: 'top' },
    { zh: '下', en: 'bottom' },
  ],
  3: [
    { zh: '上', en: 'top' },
    { zh: '中', en: 'middle' },
    { zh: '下', en: 'bottom' },
  ],
};
const COLUMNS_OF: Readonly<Record<number, readonly { zh: string; en: string }[]>> = {
  2: [
    { zh: '左', en: 'left' },
    { zh: '右', en: 'right' },
  ],
  3: [
    { zh: '左', en: 'left' },
    { zh: '中', en: 'center' },
    { zh: '右', en: 'right' },
  ],
};

/** The reader's name of a cell. */
export function cellName({ gridSize }: WorldConfig, cell: number): { zh: string; en: string } {
  const row = ROWS_OF[gridSize][Math.floor(cell / gridSize)];
  const column = COLUMNS_OF[gridSize][cell % gridSize];
  const isMiddle = row.zh === '中' && column.zh === '中';
  return {
    zh: isMiddle ? '正中' : `${column.zh}${row.zh}`,
    en: `${row.en} ${column.en}`,
  };
}

/** The lexicon of a world. What is listed first wins. */
export function createLexicon(config: WorldConfig): Lexicon {
  const lexicon = new Map<string, Concept>();
  const add = (phrases: readonly string[], concept: Concept) => {
    for (const phrase of phrases) if (!lexicon.has(phrase)) lexicon.set(phrase, concept);
  };
  for (const [kind, values] of [
    ['colour', config.colours],
    ['shape', config.shapes],
    ['size', config.sizes.length > 1 ? config.sizes : []],
    ['motion', config.motions.length > 1 ? config.motions : []],
  ] as const) {
    values.forEach(({ id, name, alsoCalled = [] }, value) =>
      add([name.zh, name.en, id, ...alsoCalled], { kind, value }),
    );
  }
  for (let cell = 0; cell < config.gridSize ** 2; cell++) {
    const { zh, en } = cellName(config, cell);
    const [row, column] = en.split(' ');
    const swapped = [...zh].reverse().join('');
    add([zh, `${zh}角`, swapped, en, `${row}-${column}`, `${column} ${row}`], {
      kind: 'cell',
      value: cell,
    });
  }
  addRest(add, config);
  return lexicon;
}

function addRest(
  add: (phrases: readonly string[], concept: Concept) => void,
  config: WorldConfig,
): void {
  for (const [relation, phrases] of Object.entries(RELATION_PHRASES)) {
    add(phrases, { kind: 'relation', relation: relation as Relation });
  }
  for (const [attribute, phrases] of Object.entries(ASKING)) {
    add(phrases, { kind: 'ask', attribute: attribute as Attribute | 'shape' });
  }
  for (const [kind, phrases] of OTHER) add(phrases, { kind });
  numberWords(config).forEach((digits, value) => {
    const chinese = [CHINESE_NUMBERS[value], `${digits}个`, `${digits} 个`];
    const words = value === 1 ? [] : [ENGLISH_NUMBERS[value], ...chinese]; // "one" is also an article
    add([digits, ...words, ...(value === 1 ? chinese.slice(1) : [])], { kind: 'number', value });
  });
  add(FILLERS, { kind: 'filler' });
}
