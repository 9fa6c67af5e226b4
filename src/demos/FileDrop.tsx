import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';

interface Props extends ComponentProps<'section'> {
  class: string;
  /** Takes a file that is dropped or pasted; without it nothing is taken. */
  onFile: ((file: File) => void) | undefined;
  [data: `data-${string}`]: string | undefined;
}

/** A section that takes files by drop and paste. */
export function FileDrop({ class: className, onFile, children, ...attributes }: Props) {
  const [dragging, setDragging] = useState(false);
  const take = (transfer: DataTransfer | null, event: Event) => {
    const file = transfer?.files[0];
    if (!onFile || !file) return;
    event.preventDefault();
    onFile(file);
  };
  return (
    <section
      {...attributes}
      class={dragging ? `${className} demo-dropping` : className}
      onDragOver={(event) => {
        if (!onFile) return;
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => {
        setDragging(false);
      }}
      onDrop={(event) => {
        setDragging(false);
        take(event.dataTransfer, event);
      }}
      onPaste={(event) => {
        take(event.clipboardData, event);
      }}
    >
      {children}
    </section>
  );
}
