import { FAILURE_TEXTS } from '../../train/failureTexts.ts';
import { decimal, percent } from '../../ui/numberText.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { captionText } from '../../world/language/readerText.ts';
import { extremes, share } from './numbers.ts';
import { LONGEST_PROMPTS, MOST_PROMPTS } from './state.ts';
import type { Strings } from './strings.ts';

const nameOf = (id: string) =>
  [...SMALL_WORLD.colours, ...SMALL_WORLD.shapes].find((value) => value.id === id)!.name.en;

const truth = (isTrue: boolean) => (isTrue ? 'true' : 'wrong');

export const english: Strings = {
  title: 'A trained toy CLIP: sentences, patches, search',
  tryThis:
    'Drag the red circle to another corner: which sentence wins now? Then write sentences of your own, one a line, and find a wrong one that beats a true one.',
  scene: 'Your scene',
  split: {
    train: 'A layout of its training.',
    validation: 'A layout that it was not trained on.',
    test: 'A layout that it was not trained on.',
  },
  write: `Your sentences, one a line (at most ${MOST_PROMPTS})`,
  vocabulary: `It knows ${[...SMALL_WORLD.colours, ...SMALL_WORLD.shapes].map(({ name }) => name.en).join(', ')}, and the corners, such as “top left”. At most ${LONGEST_PROMPTS} characters in all.`,
  pick: (index) => `Show sentence ${index + 1} on the patches`,
  scores: (cosine, probability, isTrue) =>
    `cosine ${decimal(cosine, 3)} · ${percent(probability)} · ${truth(isTrue)}`,
  width: (probability) => `${(100 * probability).toFixed(1)}%`,
  truth,
  problem: (read, line) => {
    const where = `Line ${line + 1}: `;
    switch (read.kind) {
      case 'unknown':
        return (
          where +
          read.words
            .map(
              ({ word, suggestions }) =>
                `“${word}” is not a word of the toy world; did you mean ${suggestions.map((text) => `“${text}”`).join(', ')}?`,
            )
            .join(' ')
        );
      case 'notDescribing':
        return `${where}only descriptions can be compared, with colours, shapes and places; no questions.`;
      case 'tooLong':
        return `${where}too long for the text encoder.`;
      default:
        return where;
    }
  },
  verdict: ({ winner, hasTrue, prompts, scale }) => {
    if (!winner) return 'Write at least one sentence that it can read.';
    const place = prompts.indexOf(winner) + 1;
    const judged = winner.isTrue
      ? 'It is true.'
      : hasTrue
        ? 'It is wrong, and a true one was offered.'
        : 'It is wrong; none of them is true.';
    return `Sentence ${place} wins. ${judged} (softmax of cosine·${scale.toFixed(1)})`;
  },
  heat: 'Compare each patch with',
  heatName: (heat, { picked }) =>
    heat === 'prompt' ? `sentence ${(picked?.index ?? 0) + 1}` : nameOf(heat),
  patchMap: 'The cosine of each patch’s token with the text',
  patchNote: (heat) =>
    heat
      ? `Cosine of each patch’s token with the text: ${decimal(heat.smallest, 2)} to ${decimal(heat.largest, 2)}; blue above zero, orange below.`
      : 'There is no text that it can read.',
  cover: 'Cover each patch in turn',
  coverMap: 'How much the picture’s cosine falls when a patch is covered',
  coverNote: (falls) => {
    if (!falls)
      return 'How much the whole picture’s cosine falls when a patch is painted over: measured at a press.';
    const [smallest, largest] = extremes(falls);
    return `The cosine falls by ${decimal(smallest, 2)} to ${decimal(largest, 2)} when a patch is painted over: blue, it falls; orange, it rises.`;
  },
  retrieval: 'Search a gallery of unseen scenes, both ways',
  retrievalNote: ({ size, seed }) =>
    `Gallery ${seed}: ${size} test layouts, each once. Nothing has been measured yet.`,
  size: 'Gallery size N',
  seed: 'Gallery',
  measure: 'Measure',
  measuring: (done) => `Embedding pictures and captions: ${percent(done)}`,
  failed: 'The measurement failed. Please try again.',
  guessing: ({ size, guessing }) =>
    `${size} scenes. Guessing would give R@1 = ${percent(guessing.recall1)} and R@5 = ${percent(guessing.recall5)}.`,
  imageToText: 'Picture → caption',
  textToImage: 'Caption → picture',
  recalls: (result) =>
    result ? `R@1 ${share(result.recall1)}, R@5 ${share(result.recall5)}` : 'R@1 –, R@5 –',
  caption: (scene) => captionText(SMALL_WORLD, scene, 'en'),
  rank: (rank) => `found first; its own is at rank ${rank}`,
  noMistakes: 'Every one was found at rank 1.',
  training: 'Train it again from here',
  objects: 'Scenes',
  objectNames: { one: 'one object', several: 'several, with near misses' },
  train: 'Train',
  stop: 'Stop',
  trainingStatus: ({ status, progress, failure, notice }, { batch, steps, objects }) => {
    const at =
      progress &&
      `step ${progress.doneSteps} of ${progress.allSteps}, loss ${progress.loss.toFixed(3)}`;
    switch (status) {
      case 'loading':
        return 'Loading and compiling the training engine …';
      case 'running':
      case 'paused':
        return `Training in a worker: ${at ?? 'first steps'}.`;
      case 'done':
        return `Done: ${at ?? ''}.`;
      case 'stopped':
        return `Stopped${at ? ` at ${at}` : ''}.`;
      case 'failed': {
        const text = FAILURE_TEXTS.en[failure?.kind ?? 'unexpected'];
        return `${text.what} ${text.advice}`;
      }
      default:
        return notice
          ? FAILURE_TEXTS.en[notice.kind].what
          : `${steps} steps of ${batch} pairs from random weights, in your browser${objects === 'several' ? '; “one object” is quicker' : ''}. Nothing is loaded before you press.`;
    }
  },
  ours: 'our run (it went on from “one object”)',
  here: 'here',
  loss: 'Loss',
  step: 'Step',
  chance: ({ training }) => `guessing: ${training.chance.toFixed(2)}`,
  curveLabel: (loss) => (loss === undefined ? 'No loss yet' : `Loss now ${loss.toFixed(3)}`),
  table: {
    caption: 'Sentences and patches',
    columns: ['Text or patch', 'Cosine', 'Probability', 'Of the scene'],
    line: (line) => `line ${line + 1}`,
    patch: (row, column) => `patch in row ${row + 1}, column ${column + 1}`,
    unreadable: 'cannot be read',
    number: (value) => decimal(value, 4),
  },
};
