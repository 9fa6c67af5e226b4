import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { DataTableView, type DataTable } from '../ui/DataTableView.tsx';

interface Props {
  summary: string;
  /** Makes the table of the present state. */
  table: () => DataTable;
}

/**
 * A demo's numbers as text, behind a line to open. Closed it keeps the table it had, so that a slider
 * does not pay for rows that nobody sees; opened it follows.
 */
export function DataDetails({ summary, table }: Props) {
  const [isOpen, setOpen] = useState(false);
  const shown = useRef<VNode>();
  if (isOpen || !shown.current) shown.current = <DataTableView table={table()} />;
  return (
    <details
      class="demo-details"
      data-derived
      data-pagefind-ignore
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{summary}</summary>
      {shown.current}
    </details>
  );
}
