import * as v from 'valibot';
import type { DemoDefinition, StateOf, StateSchema } from './definition.ts';

type Demo<Schema extends StateSchema> = Pick<DemoDefinition<Schema>, 'id' | 'schema'>;

/** The state a demo starts with. */
export function defaultState<Schema extends StateSchema>({
  schema,
}: Demo<Schema>): StateOf<Schema> {
  const fields = Object.keys(schema.entries);
  return v.parse(schema, Object.fromEntries(fields.map((field) => [field, undefined])));
}

/**
 * Reads a demo's state from a URL's query, `?<demo>.<field>=<value>`.
 * A field that is missing or invalid has its default; this never throws.
 */
export function readState<Schema extends StateSchema>(
  demo: Demo<Schema>,
  query: URLSearchParams,
): StateOf<Schema> {
  const fields = Object.keys(demo.schema.entries);
  const values = fields.map((field) => [field, query.get(`${demo.id}.${field}`) ?? undefined]);
  return v.parse(demo.schema, Object.fromEntries(values));
}

/**
 * Returns the query with this demo's fields brought in line with `state`: only those that differ
 * from the default are written; what other demos wrote is kept.
 */
export function writeState<Schema extends StateSchema>(
  demo: Demo<Schema>,
  state: StateOf<Schema>,
  query: URLSearchParams,
): URLSearchParams {
  const result = new URLSearchParams(query);
  const defaults = defaultState(demo) as Record<string, unknown>;
  for (const [field, value] of Object.entries(state as Record<string, unknown>)) {
    const name = `${demo.id}.${field}`;
    if (value === defaults[field]) result.delete(name);
    else result.set(name, typeof value === 'boolean' ? String(Number(value)) : String(value));
  }
  return result;
}
