import type { Box } from '../../kernels/iou.ts';
import type { Derived } from './derive.ts';
import { FIELD, OBJECT_IDS, OBJECTS } from './scene.ts';
import { outline, sceneObject } from './paths.ts';

/** The scene, the two boxes, what they share, and the box around both. */
export function Picture({ derived }: { derived: Derived }) {
  const { gold, predicted, drawn } = derived;
  return (
    <>
      <rect class="iou-paper" width={FIELD.side} height={FIELD.side} />
      {OBJECT_IDS.map((id) => (
        <path key={id} d={sceneObject(id)} fill={OBJECTS[id].fill} />
      ))}
      <BoxPath class="iou-enclosing" box={drawn.enclosing} symbol="enclosing-box" />
      <BoxPath class="iou-gold" box={gold} symbol="gold-box" />
      <BoxPath class="iou-predicted" box={predicted} symbol="predicted-box" />
      {drawn.shared && <BoxPath class="iou-shared" box={drawn.shared} symbol="intersection" />}
      <text class="iou-gold" x={gold.x1} y={gold.y1} dx={5} dy={15}>
        A
      </text>
      <text class="iou-predicted" x={predicted.x2} y={predicted.y2} dx={-15} dy={-5}>
        B
      </text>
    </>
  );
}

interface BoxPathProps {
  class: string;
  box: Box;
  symbol: string;
}

const BoxPath = ({ class: className, box, symbol }: BoxPathProps) => (
  <path class={className} d={outline(box)} data-sym={symbol} />
);
