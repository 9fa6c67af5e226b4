/** The numbers of a demo as text, for screen readers and for readers without JavaScript. */
export interface DataTable {
  caption: string;
  columns: string[];
  rows: (string | number)[][];
}

/** A data table that scrolls within its own box. */
export function DataTableView({ table }: { table: DataTable }) {
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={table.caption}>
      <table class="data-table">
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([head, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{head}</th>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
