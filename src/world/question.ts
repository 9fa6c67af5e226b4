import type { WorldConfig } from './config.ts';
import type { Scene, WorldObject } from './scene.ts';

/** What an object is like, by indices into the configuration; what is left out is open. */
export type Description = Partial<Pick<WorldObject, 'colour' | 'shape' | 'size'>>;

/** What can be asked of one object. Its shape is asked by its place: `shapeAt`. */
export type Attribute = 'colour' | 'size' | 'motion' | 'cell';

/** How one object lies to another. */
export type Relation = 'left-of' | 'right-of' | 'above' | 'below';
export const RELATIONS: readonly Relation[] = ['left-of', 'right-of', 'above', 'below'];

/** A question whose answer is yes or no. `about` must describe exactly one object. */
export type YesNoQuestion =
  | { kind: 'exists'; what: Description }
  | { kind: 'countIs'; what: Description; count: number }
  | { kind: 'attributeIs'; about: Description; attribute: Attribute; value: number }
  | { kind: 'relationIs'; about: Description; relation: Relation; other: Description };

/** A question whose answer is a word. */
export type OpenQuestion =
  | { kind: 'whichAttribute'; about: Description; attribute: Attribute }
  | { kind: 'howMany'; what: Description }
  | { kind: 'shapeAt'; cell: number };

/** Everything that can be asked of a scene, and the request to describe it. */
export type Question = YesNoQuestion | OpenQuestion | { kind: 'describe' };

/** The objects that a description fits. */
export const matching = (scene: Scene, description: Description): readonly WorldObject[] =>
  scene.filter((object) =>
    (['colour', 'shape', 'size'] as const).every(
      (attribute) =>
        description[attribute] === undefined || description[attribute] === object[attribute],
    ),
  );

/** The one object that a description fits; undefined if there is none or more than one. */
export function theObject(scene: Scene, description: Description): WorldObject | undefined {
  const found = matching(scene, description);
  return found.length === 1 ? found[0] : undefined;
}

/** Whether `object` lies so to `other`. Objects beside each other are neither above nor below. */
export function isRelated(
  { gridSize }: WorldConfig,
  object: WorldObject,
  relation: Relation,
  other: WorldObject,
): boolean {
  const columns = (object.cell % gridSize) - (other.cell % gridSize);
  const rows = Math.floor(object.cell / gridSize) - Math.floor(other.cell / gridSize);
  const holds = {
    'left-of': columns < 0,
    'right-of': columns > 0,
    above: rows < 0,
    below: rows > 0,
  };
  return holds[relation];
}

/** Whether the answer is yes; undefined if the question supposes an object that is not there, or is not one. */
export function isTrue(
  config: WorldConfig,
  scene: Scene,
  question: YesNoQuestion,
): boolean | undefined {
  switch (question.kind) {
    case 'exists':
      return matching(scene, question.what).length > 0;
    case 'countIs':
      return matching(scene, question.what).length === question.count;
    case 'attributeIs': {
      const object = theObject(scene, question.about);
      return object && object[question.attribute] === question.value;
    }
    case 'relationIs': {
      const [object, other] = [theObject(scene, question.about), theObject(scene, question.other)];
      return object && other && isRelated(config, object, question.relation, other);
    }
  }
}
