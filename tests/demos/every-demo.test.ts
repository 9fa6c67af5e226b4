import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { loadCheckpoints } from '../../src/checkpoints/shipped.ts';
import { DEMO_IDS, loadDemo } from '../../src/demos/registry.ts';
import { renderView } from '../../src/demos/renderDemo.tsx';
import { defaultState, readState, writeState } from '../../src/demos/urlState.ts';
import { DEFAULT_IMAGE, isScene, scenePixels } from '../../src/images/images.ts';
import { LANGUAGES } from '../../src/language.ts';
import { randomQuery } from './randomStates.ts';

const RANDOM_STATES = 500;

/** What must never be shown to a reader. */
const UNSHOWABLE = /NaN|undefined|Infinity|\[object/;

/** Without the letters of bitmaps, and without what a reader has typed, which may be anything. */
const withoutQuotes = (html: string) =>
  html.replace(/data:image\/[^)"]*|(?<=<textarea[^>]*>)[^<]*/g, '');

it('every folder with a demo is registered', () => {
  const folders = readdirSync('src/demos', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual([...DEMO_IDS].sort());
});

it('an unknown demo is refused by name', async () => {
  await expect(loadDemo('nonsense')).rejects.toThrow('no demo "nonsense"');
});

describe.each(DEMO_IDS)('%s', async (id) => {
  const demo = await loadDemo(id);
  const checkpoints = await loadCheckpoints(demo.checkpoints ?? []);
  const sceneOf = (state: Record<string, unknown>) => {
    const image = String(state.image);
    return isScene(image) ? image : DEFAULT_IMAGE; // a photograph's pixels are loaded by the browser only
  };

  it('has the id of its folder, and the same texts in both languages', () => {
    expect(demo.id).toBe(id);
    expect(Object.keys(demo.strings.zh).sort()).toEqual(Object.keys(demo.strings.en).sort());
  });

  it('reads back from the URL every state that it writes', () => {
    fc.assert(
      fc.property(randomQuery(demo), (query) => {
        const state = readState(demo, query);
        expect(readState(demo, writeState(demo, state, new URLSearchParams()))).toEqual(state);
      }),
    );
  });

  it('writes nothing for its default state, and reads it from an empty URL', () => {
    const state = defaultState(demo);
    expect(writeState(demo, state, new URLSearchParams()).toString()).toBe('');
    expect(readState(demo, new URLSearchParams())).toEqual(state);
  });

  it(`shows ${RANDOM_STATES} random URL states without an error, a blank or a NaN`, () => {
    fc.assert(
      fc.property(randomQuery(demo), fc.constantFrom(...LANGUAGES), (query, language) => {
        const state = readState(demo, query);
        const derived = demo.derive(state, scenePixels(sceneOf(state)), checkpoints);
        const table = demo.table(derived, demo.strings[language], state);
        expect(table.rows.length).toBeGreaterThan(0);
        expect(table.rows.flat().join(' ')).not.toMatch(UNSHOWABLE);
        const html = renderView(demo, language, state, derived, sceneOf(state));
        expect(html.length).toBeGreaterThan(200);
        expect(withoutQuotes(html)).not.toMatch(UNSHOWABLE);
      }),
      { numRuns: RANDOM_STATES },
    );
  }, 120_000);
});
