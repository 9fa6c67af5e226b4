import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { Hydrated } from './hydration.ts';

interface Props {
  rows: number;
  columns: number;
  /** The picked cell's index, row-major. */
  value: number;
  onChange: (index: number) => void;
  /** What is picked ("query patch"), and where ("row 3, column 5"), in words. */
  label: string;
  text: string;
  symbol?: string;
  /** The picture to pick in; it fills the picker. */
  children: ComponentChildren;
}

/** Keys that move the picked cell, as steps in rows and columns. */
const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
};

/**
 * Picks a cell of a grid by mouse, touch or keyboard (arrows, Home, End). One drag over the grid
 * picks each cell it passes. To assistive technology it is a slider over the cells.
 */
export function GridPicker({ rows, columns, value, onChange, label, text, symbol, children }: Props) {
  const hydrated = useContext(Hydrated);
  const [dragging, setDragging] = useState(false);
  const row = Math.floor(value / columns);
  const column = value % columns;
  const pickAt = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = (offset: number, extent: number, count: number) =>
      Math.min(count - 1, Math.max(0, Math.floor((offset / extent) * count)));
    const picked =
      at(event.clientY - box.top, box.height, rows) * columns + at(event.clientX - box.left, box.width, columns);
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
      aria-valuenow={value}
      aria-valuetext={text}
      data-sym={symbol}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
        pickAt(event);
      }}
      onPointerMove={(event) => dragging && pickAt(event)}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
      onKeyDown={(event) => {
        const next = cellAfter(event.key, row, column, rows, columns);
        if (next === undefined) return;
        event.preventDefault();
        onChange(next);
      }}
    >
      {children}
      <svg class="grid-cursor" viewBox={`0 0 ${columns} ${rows}`} aria-hidden="true">
        <rect x={column} y={row} width={1} height={1} />
      </svg>
    </div>
  );
}

function cellAfter(key: string, row: number, column: number, rows: number, columns: number) {
  if (key === 'Home') return 0;
  if (key === 'End') return rows * columns - 1;
  const step = STEPS[key];
  if (!step) return undefined;
  const clamp = (position: number, count: number) => Math.min(count - 1, Math.max(0, position));
  return clamp(row + step[0], rows) * columns + clamp(column + step[1], columns);
}
