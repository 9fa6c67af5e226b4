import { FAMILIES } from './state.ts';
import type { Strings } from './strings.ts';
import { chosenOf, DATASETS, fixed, scoreOf, scoreText, texts } from './texts.ts';

const en = texts('en');

export const strings: Strings = {
  ...en,
  title: 'One scene, six task families, one model that answers',
  tryThis:
    'Drag the red circle elsewhere, or give it another direction: see which of the six answers follow, and which are wrong.',
  families: 'Task',
  family: {
    retrieval: 'Matching and retrieval',
    grounding: 'Grounding',
    caption: 'Captioning',
    question: 'Question answering',
    reasoning: 'Commonsense reasoning',
    event: 'Before and after',
  },
  short: (family, { answers }) => {
    switch (family) {
      case 'retrieval':
        return en.caption(answers.retrieval.texts.found[0].scene);
      case 'grounding':
        return `IoU ${fixed(answers.grounding.iou)}`;
      case 'caption':
        return en.words(answers.caption.words);
      case 'question':
        return `${en.questionText(answers.question.question)} → ${en.words(answers.question.words)}`;
      case 'reasoning': {
        const { place, why } = chosenOf(answers.reasoning);
        return `next: ${place === undefined ? '–' : en.option(place)}; reason: ${why ? en.rationale(why) : '–'}`;
      }
      case 'event':
        return answers.event.answers.map(({ words }) => en.words(words)).join(' → ');
    }
  },
  mark: { right: '✓', wrong: '✗', none: '–' },
  verdict: { right: '✓ right', wrong: '✗ wrong', none: 'no single right answer' },
  summary: ({ rightCount }) => `${rightCount} of ${FAMILIES.length} families answered rightly.`,
  object: 'About the',
  question: 'Question',
  input: 'Input',
  output: 'Output',
  rightAnswer: 'Right answer',
  metric: 'Metric',
  inputText: (family, { object }) => {
    const name = en.objectName(object);
    return {
      retrieval:
        'the picture and five captions, one right, two wrong in one thing; then the caption and five pictures',
      grounding: `the picture and “${name}”`,
      caption: 'the picture',
      question: 'the picture and a question',
      reasoning: `the picture and “Where will the ${name} be next?” with four places; then, given the right place, four reasons`,
      event: `the picture and “${name}”: where it was, what it is about to do, where it will be`,
    }[family];
  },
  metricText: (family, { answers }) => {
    switch (family) {
      case 'retrieval':
        return 'sorted by the probability that the model calls the pair true; the place of the right one: R@1, R@5';
      case 'grounding':
        return `IoU = ${fixed(answers.grounding.iou)}; found from 0.5 on`;
      case 'caption':
        return `${scoreText(answers.caption.score)} (on the model’s words)`;
      case 'question':
        return 'accuracy';
      case 'reasoning':
        return 'the option of four that the model is likeliest to write: Q→A, QA→R, and Q→AR only if both are right';
      case 'event':
        return 'accuracy of each of the three answers';
    }
  },
  held: (family, held) => {
    const { value, guess } = scoreOf(family, held);
    const what = {
      retrieval: `R@1 among ${held.retrieval.gallerySize} (image to text)`,
      grounding: 'the share found',
      caption: 'captions right to the word',
      question: 'accuracy on open questions',
      reasoning: 'Q→AR',
      event: 'accuracy',
    }[family];
    return `On unseen scenes, ${what}: ${fixed(value)} (guessing ${fixed(guess)})`;
  },
  dataset: 'Real data sets',
  datasets: DATASETS,
  texts: 'Image to text: how likely each caption is called true',
  images: 'Text to image',
  own: 'the right one',
  boxes: 'The model’s box (solid) and the true one (dashed)',
  answers: 'Places',
  rationales: 'Reasons',
  chosen: 'the model’s choice',
  isRight: 'right',
  aspects: { before: 'was at', intent: 'is about to', after: 'will be at' },
  now: 'now',
  later: 'after (the world’s fact)',
  measure: (size) => `Measure R@1 and R@5 on ${size} unseen scenes`,
  measuring: (share) => `Computing: ${(100 * share).toFixed(0)}%`,
  failed: 'The model’s file could not be had; please try again.',
  measured: ({ imageToText, textToImage, guessing }) => [
    `Image to text: R@1 ${fixed(imageToText.recall1.value)}, R@5 ${fixed(imageToText.recall5.value)}`,
    `Text to image: R@1 ${fixed(textToImage.recall1.value)}, R@5 ${fixed(textToImage.recall5.value)}`,
    `Guessing: R@1 ${fixed(guessing.recall1)}, R@5 ${fixed(guessing.recall5)}`,
  ],
  table: {
    caption: 'Answers in the six families',
    columns: ['task', 'the model’s answer', 'verdict'],
  },
};
