import type { Name, WorldConfig } from '../config.ts';
import type { Attribute, Description, Question, Relation } from '../question.ts';
import type { Scene } from '../scene.ts';
import { cellWords, valueWords } from '../vocabulary.ts';
import { cellName } from './lexicon.ts';

export type ReaderLanguage = keyof Name;

const RELATION_NAMES: Readonly<Record<Relation, Name>> = {
  'left-of': { zh: '左边', en: 'to the left of' },
  'right-of': { zh: '右边', en: 'to the right of' },
  above: { zh: '上方', en: 'above' },
  below: { zh: '下方', en: 'below' },
};

const ASKING: Readonly<Record<Attribute, Name>> = {
  colour: { zh: '是什么颜色', en: 'What color is' },
  size: { zh: '多大', en: 'What size is' },
  motion: { zh: '怎么动', en: 'What motion has' },
  cell: { zh: '在哪里', en: 'Where is' },
};

/** The reader's name of a value of an attribute. */
export function valueName(config: WorldConfig, attribute: Attribute, value: number): Name {
  if (attribute === 'cell') return cellName(config, value);
  const lists = { colour: config.colours, size: config.sizes, motion: config.motions };
  return lists[attribute][value].name;
}

/** A description without an article: "red circle", 红色圆形. */
export function describe(
  config: WorldConfig,
  { colour, shape, size }: Description,
  language: ReaderLanguage,
): string {
  const names = [
    size === undefined || config.sizes.length === 1 ? undefined : config.sizes[size].name,
    colour === undefined ? undefined : config.colours[colour].name,
    shape === undefined ? { zh: '物体', en: 'object' } : config.shapes[shape].name,
  ].filter((name) => name !== undefined);
  return names.map((name) => name[language]).join(language === 'zh' ? '' : ' ');
}

/** A question as a sentence for the reader; `understand` reads it back. */
export function questionText(
  config: WorldConfig,
  question: Question,
  language: ReaderLanguage,
): string {
  return language === 'zh' ? chinese(config, question) : english(config, question);
}

function english(config: WorldConfig, question: Question): string {
  const text = (description: Description) => describe(config, description, 'en');
  switch (question.kind) {
    case 'describe':
      return 'Describe the picture.';
    case 'exists':
      return `Is there a ${text(question.what)}?`;
    case 'countIs': {
      const { count, what } = question;
      return count === 1
        ? `Is there 1 ${text(what)}?`
        : `Are there ${count} ${plural(text(what))}?`;
    }
    case 'attributeIs': {
      const { about, attribute, value } = question;
      const at = attribute === 'cell' ? 'at the ' : '';
      return `Is the ${text(about)} ${at}${valueName(config, attribute, value).en}?`;
    }
    case 'relationIs': {
      const { about, relation, other } = question;
      return `Is the ${text(about)} ${RELATION_NAMES[relation].en} the ${text(other)}?`;
    }
    case 'whichAttribute':
      return `${ASKING[question.attribute].en} the ${text(question.about)}?`;
    case 'howMany':
      return `How many ${plural(text(question.what))} are there?`;
    case 'shapeAt':
      return `What shape is at the ${cellName(config, question.cell).en}?`;
  }
}

function chinese(config: WorldConfig, question: Question): string {
  const text = (description: Description) => describe(config, description, 'zh');
  switch (question.kind) {
    case 'describe':
      return '请描述这张图片。';
    case 'exists':
      return `图中有${text(question.what)}吗？`;
    case 'countIs':
      return `图中有 ${question.count} 个${text(question.what)}吗？`;
    case 'attributeIs': {
      const { about, attribute, value } = question;
      const verb = { colour: '是', size: '是', motion: '是', cell: '在' }[attribute];
      return `${text(about)}${verb}${valueName(config, attribute, value).zh}吗？`;
    }
    case 'relationIs': {
      const { about, relation, other } = question;
      return `${text(about)}在${text(other)}的${RELATION_NAMES[relation].zh}吗？`;
    }
    case 'whichAttribute':
      return `${text(question.about)}${ASKING[question.attribute].zh}？`;
    case 'howMany':
      return `图中有几个${text(question.what)}？`;
    case 'shapeAt':
      return `${cellName(config, question.cell).zh}是什么形状？`;
  }
}

const plural = (text: string): string => (text.endsWith('s') ? `${text}es` : `${text}s`);

/** A caption for the reader. */
export function captionText(config: WorldConfig, scene: Scene, language: ReaderLanguage): string {
  const parts = scene.map((object) => {
    const place = cellName(config, object.cell)[language];
    const motion = config.motions.length === 1 ? '' : config.motions[object.motion].name[language];
    const what = describe(config, object, language);
    return language === 'zh'
      ? `${place}是${what}${motion}`
      : `${what} at the ${place} ${motion}`.trim();
  });
  return language === 'zh' ? `${parts.join('，')}。` : `${parts.join('; ')}.`;
}

/** The model's answer for the reader, word by word; a word that has no name stays as it is. */
export function answerText(
  config: WorldConfig,
  words: readonly string[],
  language: ReaderLanguage,
): string {
  const names = namesOfWords(config);
  const spoken = words.map((word) => names.get(word)?.[language] ?? word);
  return language === 'zh' ? spoken.join('') : spoken.join(' ').replace(/ ([;.])/g, '$1');
}

function namesOfWords(config: WorldConfig): Map<string, Name> {
  const names = new Map<string, Name>([
    ['yes', { zh: '是', en: 'yes' }],
    ['no', { zh: '否', en: 'no' }],
    ['nothing', { zh: '什么也没有', en: 'nothing' }],
    ['object', { zh: '物体', en: 'object' }],
    ['outside', { zh: '画面之外', en: 'outside the picture' }],
    ['true', { zh: '相符', en: 'true' }],
    ['false', { zh: '不相符', en: 'false' }],
    [';', { zh: '；', en: ';' }],
    ['.', { zh: '。', en: '.' }],
  ]);
  cellWords(config).forEach((word, cell) => names.set(word, cellName(config, cell)));
  config.shapes.forEach(({ id, name }) => names.set(id, name));
  for (const attribute of ['colour', 'size', 'motion'] as const) {
    valueWords(config, attribute).forEach((word, value) =>
      names.set(word, valueName(config, attribute, value)),
    );
  }
  return names;
}
