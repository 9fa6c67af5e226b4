import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { GridFrame } from './GridFrame.tsx';
import { Hydrated } from './hydration.ts';

interface Props {
  rows: number;
  columns: number;
  /** The picked cell's index, row-major; undefined if what is picked lies outside the grid. */
  value: number | undefined;
  onChange: (index: number) => void;
  /** The cell under the mouse, or undefined once the mouse has left. */
  onPoint?: (index: number | undefined) => void;
  /** What is picked ("query patch"), and where ("row 3, column 5"), in words. */
  label: string;
  text: string;
  symbol?: string;
  /** The picture to pick in; it fills the picker. */
  children: ComponentChildren;
}

/** Keys that move the picked cell, as steps in rows and columns. */
const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Picks a cell of a grid by mouse, touch or keyboard (arrows, Home, End). One drag over the grid
 * picks each cell it passes. To assistive technology it is a slider over the cells.
 */
export function GridPicker(props: Props) {
  const { rows, columns, value, onChange, onPoint, label, text, symbol, children } = props;
  const hydrated = useContext(Hydrated);
  const [dragging, setDragging] = useState(false);
  const pickAt = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const picked = cellUnder(event, rows, columns);
    if (picked !== value) onChange(picked);
  };
  return (
    <div
      class="grid-picker"
      role="slider"
      tabIndex={hydrated ? 0 : undefined}
      aria-disabled={!hydrated}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={rows * columns - 1}
      aria-valuenow={value ?? 0}
      aria-valuetext={text}
      data-sym={symbol}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
        pickAt(event);
      }}
      onPointerMove={(event) => {
        if (dragging) pickAt(event);
        if (event.pointerType === 'mouse') onPoint?.(cellUnder(event, rows, columns));
      }}
      onPointerLeave={() => onPoint?.(undefined)}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
      onKeyDown={(event) => {
        const next = cellAfter(event.key, value, rows, columns);
        if (next === undefined) return;
        event.preventDefault();
        onChange(next);
      }}
    >
      {children}
      {value !== undefined && (
        <GridFrame
          {...{ rows, columns }}
          row={Math.floor(value / columns)}
          column={value % columns}
          class="grid-cursor"
        />
      )}
    </div>
  );
}

function cellUnder(
  event: PointerEvent & { currentTarget: HTMLElement },
  rows: number,
  columns: number,
) {
  const box = event.currentTarget.getBoundingClientRect();
  const at = (offset: number, extent: number, count: number) =>
    Math.min(count - 1, Math.max(0, Math.floor((offset / extent) * count)));
  const row = at(event.clientY - box.top, box.height, rows);
  return row * columns + at(event.clientX - box.left, box.width, columns);
}

function cellAfter(key: string, value: number | undefined, rows: number, columns: number) {
  if (key === 'Home') return 0;
  if (key === 'End') return rows * columns - 1;
  const step = STEPS[key];
  if (!step) return undefined;
  if (value === undefined) return 0;
  const clamp = (position: number, count: number) => Math.min(count - 1, Math.max(0, position));
  const row = clamp(Math.floor(value / columns) + step[0], rows);
  return row * columns + clamp((value % columns) + step[1], columns);
}
