import type { Checkpoints } from '../../checkpoints/shipped.ts';
import type { PixelImage } from '../../kernels/image.ts';
import scores from '../../data/scores.json' with { type: 'json' };
import { sceneAfter } from '../../world/scene.ts';
import { seeScene, SEQUENCE_WORLD, sequenceModelOf } from '../sequenceModel.ts';
import {
  answerQuestion,
  caption,
  galleryOf,
  ground,
  reason,
  search,
  tellEvent,
  type Verdict,
} from './answers.ts';
import type { Family, State } from './state.ts';

/** One scene, and what the model makes of it in each of the six families. */
export function derive(state: State, _: PixelImage, checkpoints: Checkpoints) {
  const model = sequenceModelOf(checkpoints);
  const seen = seeScene(state.scene);
  const { scene } = seen;
  const objectIndex = state.object % scene.length;
  const object = scene[objectIndex];
  const gallery = galleryOf(scene);
  const answers = {
    retrieval: {
      texts: search(model, scene, gallery, 'texts'),
      // Twice the work: only for those who look at it.
      images: state.family === 'retrieval' ? search(model, scene, gallery, 'images') : undefined,
    },
    grounding: ground(model, seen, object),
    caption: caption(model, seen),
    question: answerQuestion(model, seen, state.question),
    reasoning: reason(model, seen, object),
    event: tellEvent(model, seen, object),
  };
  const verdicts: Record<Family, Verdict> = {
    retrieval: answers.retrieval.texts.verdict,
    grounding: answers.grounding.verdict,
    caption: answers.caption.verdict,
    question: answers.question.verdict,
    reasoning: answers.reasoning.verdict,
    event: answers.event.verdict,
  };
  return {
    family: state.family,
    scene,
    after: sceneAfter(SEQUENCE_WORLD, scene),
    object,
    objectIndex,
    isObjectAsked: ['grounding', 'reasoning', 'event'].includes(state.family),
    answers,
    verdicts,
    rightCount: Object.values(verdicts).filter((verdict) => verdict === 'right').length,
    held: scores.sequence,
  };
}

export type Derived = ReturnType<typeof derive>;
