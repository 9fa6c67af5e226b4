import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Box } from '../kernels/iou.ts';
import {
  type BoxField,
  CORNERS,
  type Corner,
  dragged,
  type Grip,
  keyStep,
  placeOf,
} from './boxGeometry.ts';

export interface EditableBox {
  id: string;
  box: Box;
  /** Its name, “predicted box”. */
  label: string;
  /** Where it is, in words. */
  text: string;
}

export interface BoxEditorStrings {
  /** “move”, for the box with its label before it. */
  move: string;
  /** The names of the handles, “upper left corner”. */
  corners: Record<Corner, string>;
}

interface Props {
  /** Those that can be moved, the last on top; how boxes look is drawn by `children`. */
  boxes: readonly EditableBox[];
  field: BoxField;
  strings: BoxEditorStrings;
  onChange: (id: string, box: Box) => void;
  /** What the picture shows. */
  label: string;
  /** The picture and the boxes, as SVG in the coordinates of the field. */
  children: ComponentChildren;
}

/** Boxes over a picture, moved and resized by mouse, touch or arrow keys (Shift for large steps). */
export function BoxEditor({ boxes, field, strings, onChange, label, children }: Props) {
  return (
    <div class="box-editor">
      <svg viewBox={`0 0 ${field.side} ${field.side}`} role="img" aria-label={label}>
        {children}
      </svg>
      {boxes.map((one) => (
        <Grips
          key={one.id}
          {...{ one, field, strings }}
          onChange={(box) => onChange(one.id, box)}
        />
      ))}
    </div>
  );
}

interface GripsProps {
  one: EditableBox;
  field: BoxField;
  strings: BoxEditorStrings;
  onChange: (box: Box) => void;
}

/** The box itself, to be moved, and a handle at each corner. */
function Grips({ one, field, strings, onChange }: GripsProps) {
  const hold = useHold(one.box, field, onChange);
  return (
    <div class="box-editor-box" role="group" aria-label={one.label} style={placeOf(one.box, field)}>
      <button
        type="button"
        class="box-editor-move"
        aria-label={`${one.label}, ${one.text}: ${strings.move}`}
        {...hold('box')}
      />
      {CORNERS.map((corner) => (
        <button
          key={corner}
          type="button"
          class={`box-editor-handle box-editor-${corner}`}
          aria-label={`${one.label}: ${strings.corners[corner]}`}
          {...hold(corner)}
        />
      ))}
    </div>
  );
}

type ButtonProps = JSX.HTMLAttributes<HTMLButtonElement>;

/** The handlers of a grip: a drag moves it from where the box was when the drag began. */
function useHold(box: Box, field: BoxField, onChange: (box: Box) => void) {
  const start = useRef<{ box: Box; x: number; y: number; unit: number } | undefined>(undefined);
  const release = () => {
    start.current = undefined;
  };
  return (grip: Grip): ButtonProps => ({
    onPointerDown: (event) => {
      const editor = event.currentTarget.closest('.box-editor');
      if (!editor || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const unit = field.side / editor.getBoundingClientRect().width;
      start.current = { box, x: event.clientX, y: event.clientY, unit };
    },
    onPointerMove: (event) => {
      if (!start.current) return;
      const { box: from, x, y, unit } = start.current;
      const [dx, dy] = [(event.clientX - x) * unit, (event.clientY - y) * unit];
      onChange(dragged(from, grip, dx, dy, field));
    },
    onPointerUp: release,
    onPointerCancel: release,
    onKeyDown: (event) => {
      const step = keyStep(event.key, event.shiftKey);
      if (!step) return;
      event.preventDefault();
      onChange(dragged(box, grip, ...step, field));
    },
  });
}
