import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniformSource } from '../../src/kernels/random.ts';
import { MOVING_WORLD, RICH_WORLD, SMALL_WORLD } from '../../src/world/config.ts';
import {
  cellBeside,
  objectAt,
  possibleMotions,
  withChange,
  withMove,
  withObject,
  withoutObject,
} from '../../src/world/editScene.ts';
import { randomScene } from '../../src/world/scene.ts';
import { codeOfScene, isPossible, sceneOfCode } from '../../src/world/sceneCode.ts';
import { SEARCH_WORLD } from '../../src/world/search.ts';

const WORLDS = [SMALL_WORLD, SEARCH_WORLD, MOVING_WORLD, RICH_WORLD];
const scene = (code: string) => sceneOfCode(SMALL_WORLD, code)!;
const code = (objects: ReturnType<typeof scene>) => codeOfScene(SMALL_WORLD, objects);

describe('a scene as a text', () => {
  it.each(WORLDS)('of the world $id is read back', (world) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const original = randomScene(world, uniformSource(seed));
        expect(sceneOfCode(world, codeOfScene(world, original))).toEqual(original);
      }),
    );
  });

  it('is short, and in reading order', () => {
    expect(code(scene('3bs.0rc'))).toBe('0rc.3bs');
    expect(codeOfScene(RICH_WORLD, sceneOfCode(RICH_WORLD, '8cr10')!)).toBe('8cr10'); // a big cross
  });

  it.each(['', '0rc.', '0rc.0bs', '4rc', '0xc', '0rx', '0rc1', 'rc0', '0rc.1bs.2gt.3yc', '💥'])(
    'refuses %j',
    (text) => expect(sceneOfCode(SMALL_WORLD, text)).toBeUndefined(),
  );

  it('refuses what moves off the grid, or to where another one is', () => {
    expect(sceneOfCode(RICH_WORLD, '0rc01')).toBeUndefined(); // leftwards from the left edge
    expect(sceneOfCode(RICH_WORLD, '0rc02.1bs00')).toBeUndefined();
    expect(sceneOfCode(RICH_WORLD, '0rc02.2bs00')).toBeDefined();
  });
});

describe('editing a scene', () => {
  it('adds, moves, exchanges, changes and removes objects', () => {
    const look = { colour: 2, shape: 1, size: 0, motion: 0 };
    expect(code(withObject(SMALL_WORLD, scene('0rc'), 3, look)!)).toBe('0rc.3bs');
    expect(code(withMove(SMALL_WORLD, scene('0rc'), 0, 2))).toBe('2rc');
    expect(code(withMove(SMALL_WORLD, scene('0rc.1bs'), 0, 1))).toBe('0bs.1rc');
    expect(code(withChange(SMALL_WORLD, scene('0rc'), 0, { shape: 2 }))).toBe('0rt');
    expect(code(withoutObject(SMALL_WORLD, scene('0rc.1bs'), 1)!)).toBe('0rc');
  });

  it('refuses one object too many, and an empty scene', () => {
    const look = { colour: 0, shape: 0, size: 0, motion: 0 };
    expect(withObject(SMALL_WORLD, scene('0rc.1bs.2gt'), 3, look)).toBeUndefined();
    expect(withoutObject(SMALL_WORLD, scene('0rc'), 0)).toBeUndefined();
  });

  it('knows the cell beside another one, as far as the grid goes', () => {
    expect(cellBeside(SMALL_WORLD, 0, [0, 1])).toBe(1);
    expect(cellBeside(SMALL_WORLD, 0, [1, 0])).toBe(2);
    expect(cellBeside(SMALL_WORLD, 1, [0, 1])).toBeUndefined();
  });

  it.each(WORLDS)('always leaves a scene of the world $id', (world) => {
    const cell = fc.nat(world.gridSize ** 2 - 1);
    fc.assert(
      fc.property(fc.nat(), cell, cell, (seed, from, to) => {
        const original = randomScene(world, uniformSource(seed));
        const moved = withMove(world, original, from, to);
        expect(isPossible(world, moved)).toBe(true);
        expect(moved).toHaveLength(original.length);
        if (objectAt(original, from) && from !== to) {
          expect(objectAt(moved, to)?.shape).toBe(objectAt(original, from)?.shape);
        }
        const [{ cell: first }] = original;
        for (const motion of possibleMotions(world, original, first)) {
          const changed = withChange(world, original, first, { motion });
          expect(objectAt(changed, first)?.motion).toBe(motion);
        }
      }),
    );
  });
});
