import type { WorldConfig } from './config.ts';
import {
  type Attribute,
  type Description,
  isTrue,
  matching,
  type Question,
  theObject,
} from './question.ts';
import type { Scene, WorldObject } from './scene.ts';
import { cellWords, LETTERS, valueWords } from './vocabulary.ts';

/** The words that name an attribute in a question. */
const ASKED: Readonly<Record<Attribute, readonly string[]>> = {
  colour: ['what', 'color'],
  size: ['what', 'size'],
  motion: ['what', 'motion'],
  cell: ['where'],
};

/** A description in the model's words: "red circle", "circle", "red object", "object". */
export function describeWords(config: WorldConfig, description: Description): string[] {
  const { colour, shape, size } = description;
  return [
    ...(size === undefined || config.sizes.length === 1 ? [] : [config.sizes[size].id]),
    ...(colour === undefined ? [] : [config.colours[colour].id]),
    shape === undefined ? 'object' : config.shapes[shape].id,
  ];
}

/** A question in the model's words. */
export function questionWords(config: WorldConfig, question: Question): string[] {
  const words = (description: Description) => describeWords(config, description);
  switch (question.kind) {
    case 'describe':
      return ['describe'];
    case 'exists':
      return ['is', 'there', ...words(question.what)];
    case 'countIs':
      return ['are', 'there', String(question.count), ...words(question.what)];
    case 'attributeIs': {
      const value = valueWords(config, question.attribute)[question.value];
      return ['is', ...words(question.about), value];
    }
    case 'relationIs':
      return ['is', ...words(question.about), question.relation, ...words(question.other)];
    case 'whichAttribute':
      return [...ASKED[question.attribute], ...words(question.about)];
    case 'howMany':
      return ['how', 'many', ...words(question.what)];
    case 'shapeAt':
      return ['what', 'shape', cellWords(config)[question.cell]];
  }
}

/** A question with its options: "… A red B blue C green D yellow". */
export const withOptions = (question: readonly string[], options: readonly string[]): string[] => [
  ...question,
  ...options.flatMap((option, index) => [LETTERS[index], option]),
];

/** Every object with its place, in reading order: "red circle top-left ; blue square bottom-right ." */
export function captionWords(config: WorldConfig, objects: readonly WorldObject[]): string[] {
  return objects.flatMap((object, index) => [
    ...describeWords(config, object),
    cellWords(config)[object.cell],
    ...(config.motions.length === 1 ? [] : [config.motions[object.motion].id]),
    index === objects.length - 1 ? '.' : ';',
  ]);
}

/** The right answer in the model's words; undefined if the question supposes what is not so. */
export function answerWords(
  config: WorldConfig,
  scene: Scene,
  question: Question,
): string[] | undefined {
  switch (question.kind) {
    case 'describe':
      return captionWords(config, scene);
    case 'whichAttribute': {
      const object = theObject(scene, question.about);
      return object && [valueWords(config, question.attribute)[object[question.attribute]]];
    }
    case 'howMany':
      return [String(matching(scene, question.what).length)];
    case 'shapeAt': {
      const object = scene.find(({ cell }) => cell === question.cell);
      return [object ? config.shapes[object.shape].id : 'nothing'];
    }
    default: {
      const truth = isTrue(config, scene, question);
      return truth === undefined ? undefined : [truth ? 'yes' : 'no'];
    }
  }
}
