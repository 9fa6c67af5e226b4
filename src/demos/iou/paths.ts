import type { Box } from '../../kernels/iou.ts';
import { type ObjectId, OBJECTS } from './scene.ts';

/** A box as an SVG path. */
export const outline = ({ x1, y1, x2, y2 }: Box) => `M${x1} ${y1}H${x2}V${y2}H${x1}z`;

/** An object of the scene as an SVG path that fills its gold box. */
export function sceneObject(id: ObjectId): string {
  const { shape, gold } = OBJECTS[id];
  const { x1, y1, x2, y2 } = gold;
  const middle = (x1 + x2) / 2;
  switch (shape) {
    case 'square':
      return outline(gold);
    case 'triangle':
      return `M${middle} ${y1}L${x2} ${y2}H${x1}z`;
    case 'circle': {
      const radius = (x2 - x1) / 2;
      const half = (side: 1 | 0, y: number) => `A${radius} ${radius} 0 0 ${side} ${middle} ${y}`;
      return `M${middle} ${y1}${half(1, y2)}${half(1, y1)}z`;
    }
  }
}
