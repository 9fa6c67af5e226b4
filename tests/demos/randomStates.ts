import fc from 'fast-check';
import * as v from 'valibot';
import type { DemoDefinition } from '../../src/demos/definition.ts';
import type { FieldDomain } from '../../src/demos/fields.ts';

/** What people and machines put into URLs by mistake or on purpose. */
const JUNK = [
  '',
  ' ',
  'NaN',
  'Infinity',
  '-1',
  '1e309',
  '0x10',
  'null',
  '__proto__',
  '1,5',
  '％',
  '💥',
  '<b>',
];

const domainOf = (field: v.GenericSchema) =>
  (v.getMetadata(field) as { domain?: FieldDomain }).domain;

/** Random queries for a demo: mostly valid values over the whole range of each field, some junk. */
export function randomQuery(demo: DemoDefinition): fc.Arbitrary<URLSearchParams> {
  const fields = Object.entries(demo.schema.entries as Record<string, v.GenericSchema>);
  const values = fields.map(([name, field]) =>
    fc
      .option(fc.oneof({ arbitrary: valid(field), weight: 9 }, fc.constantFrom(...JUNK)))
      .map((value) => [name, value] as const),
  );
  return fc.tuple(...values).map((pairs) => {
    const query = new URLSearchParams();
    for (const [name, value] of pairs) if (value !== null) query.set(`${demo.id}.${name}`, value);
    return query;
  });
}

function valid(field: v.GenericSchema): fc.Arbitrary<string> {
  const domain = domainOf(field);
  switch (domain?.kind) {
    case 'integer':
      return fc.integer({ min: domain.minimum, max: domain.maximum }).map(String);
    case 'number':
      return fc.double({ min: domain.minimum, max: domain.maximum, noNaN: true }).map(String);
    case 'choice':
      return fc.constantFrom(...domain.options.map(String));
    case 'scene':
      return fc.nat().map(domain.scene);
    case 'flag':
      return fc.constantFrom('0', '1');
    default:
      throw new Error('a demo field must be made with one of src/demos/fields.ts');
  }
}
