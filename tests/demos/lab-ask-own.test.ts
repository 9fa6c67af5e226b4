import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { CheckpointFile } from '../../src/checkpoints/checkpointFile.ts';
import { CheckpointError, type StoredTensor } from '../../src/checkpoints/safetensors.ts';
import { loadCheckpoints } from '../../src/checkpoints/shipped.ts';
import type { OwnModel, OwnModels } from '../../src/demos/definition.ts';
import { derive } from '../../src/demos/lab-ask/derive.ts';
import { demo } from '../../src/demos/lab-ask/index.ts';
import { schema } from '../../src/demos/lab-ask/state.ts';
import { strings } from '../../src/demos/lab-ask/strings.ts';
import { table } from '../../src/demos/lab-ask/table.ts';
import { ASKABLE_NAMES, askedName, modelName, tuningOf } from '../../src/demos/ownModelNames.ts';
import { renderView } from '../../src/demos/renderDemo.tsx';
import { createImage } from '../../src/kernels/image.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import { alignmentRun, instructionRun, type Method, peftRun } from '../../src/train/description.ts';
import type { TaskId } from '../../src/train/tasks.ts';

const checkpoints = await loadCheckpoints(demo.checkpoints ?? []);
const instruct = checkpoints.get('instruct-mlp')!;
const none = createImage(1, 1, 3);
const [WIDTH, LAYERS] = [64, 4];

/** The models that a reader keeps, the newest first, when one of them has been asked for. */
const keeping = (names: string[], model?: OwnModel, wanted = 'newest'): OwnModels => {
  const name = askedName(names, wanted);
  return {
    kept: names.map((kept) => ({ name: kept, bytes: 1e6, savedAt: 0 })),
    asked: name === undefined || !model ? undefined : { name, model },
  };
};
const nameOf = (own: OwnModel): string =>
  own instanceof CheckpointError ? 'instruct-mlp' : own.provenance.name;

const deriveWith = (own: OwnModel | undefined, fields: Record<string, unknown> = {}) =>
  deriveKeeping(own ? keeping([nameOf(own)], own) : keeping([]), fields);
const deriveKeeping = (own: OwnModels | undefined, fields: Record<string, unknown> = {}) =>
  derive(v.parse(schema, { model: 'mine', ...fields }), none, checkpoints, own);
const said = (own: OwnModel | undefined, fields: Record<string, unknown> = {}) =>
  deriveWith(own, fields).words.map(({ word }) => word);

/** Tensors that are as large as `size` says; of size 0 a change is none. */
function changeOf(method: Method, size: number): Map<string, StoredTensor> {
  const random = uniformSource(2);
  const tensor = (...shape: number[]): StoredTensor => {
    const length = shape.reduce((product, axis) => product * axis, 1);
    return { shape, data: Float32Array.from({ length }, () => size * (2 * random() - 1)) };
  };
  const pair = (at: string, inner: number, names: [down: string, up: string]) =>
    [
      [`${at}.${names[0]}`, tensor(WIDTH, inner)],
      [`${at}.${names[1]}`, tensor(inner, WIDTH)],
    ] as const;
  const layers = Array.from({ length: LAYERS }, (_, layer) => layer);
  switch (method) {
    case 'lora':
      return new Map(
        layers.flatMap((layer) =>
          ['queries', 'values'].flatMap((name) => pair(`lora.${layer}.${name}`, 4, ['down', 'up'])),
        ),
      );
    case 'adapter':
      return new Map(
        layers.flatMap((layer) => [
          ...pair(`adapters.${layer}`, 8, ['down.weight', 'up.weight']),
          [`adapters.${layer}.down.bias`, tensor(8)] as const,
          [`adapters.${layer}.up.bias`, tensor(WIDTH)] as const,
        ]),
      );
    case 'softPrompt':
      return new Map([['softPrompt', tensor(8, WIDTH)]]);
    default:
      return new Map();
  }
}

const fileOf = (name: string, tensors: CheckpointFile['tensors']): CheckpointFile => ({
  tensors,
  provenance: { ...instruct.provenance, name },
});

/** A model of the reader's own: only what was trained, or with all the rest, as it is kept. */
const tunedBy = (method: Method, task: TaskId, size: number, isWhole = true) =>
  fileOf(
    modelName(peftRun(method, task)),
    new Map([...(isWhole ? instruct.tensors : []), ...changeOf(method, size)]),
  );

const METHODS: Method[] = ['lora', 'adapter', 'softPrompt', 'connector', 'decoder'];

describe('the reader’s own model in lab-ask', () => {
  test('its name tells how it was tuned', () => {
    for (const method of METHODS) {
      const name = modelName(peftRun(method, 'colours'));
      expect(tuningOf(name)).toEqual({ method, task: 'colours' });
    }
    expect(tuningOf('instruct-mlp')).toBeUndefined();
  });

  test.each(['lora', 'adapter'] as const)('%s that changes nothing answers as before', (method) => {
    const own = tunedBy(method, 'style', 0);
    const derived = deriveWith(own);
    expect(derived.absence).toBeUndefined();
    expect(said(own)).toEqual(said(instruct));
    expect(derived.attention).toEqual(deriveWith(instruct).attention);
  });

  test.each(['lora', 'adapter', 'softPrompt'] as const)('%s changes what it says', (method) => {
    const own = tunedBy(method, 'style', method === 'softPrompt' ? 4 : 0.5);
    expect(deriveWith(own).candidates).not.toEqual(deriveWith(instruct).candidates);
    // What is not trained may be left out: it is the book's.
    expect(
      deriveWith(tunedBy(method, 'style', method === 'softPrompt' ? 4 : 0.5, false)).candidates,
    ).toEqual(deriveWith(own).candidates);
  });

  test('a soft prompt has its part of the attention, and image tokens theirs', () => {
    const { attention, imageShare, softShare } = deriveWith(tunedBy('softPrompt', 'style', 1));
    expect(attention).toHaveLength(16);
    expect(attention.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(imageShare, 5);
    expect(softShare).toBeGreaterThan(0);
    expect(imageShare + softShare!).toBeLessThan(1);
    expect(deriveWith(instruct).softShare).toBeUndefined();
  });

  test('an answer is judged in the way of speaking that was taught', () => {
    const question = 'Are there 9 objects?';
    const style = tunedBy('lora', 'style', 0);
    const { right, verdict, tuning } = deriveWith(style);
    expect(tuning).toEqual({ method: 'lora', task: 'style' });
    const plain = deriveWith(instruct);
    expect([...right!].sort()).toEqual([...plain.right!].sort());
    expect(right).not.toEqual(plain.right); // places come first
    expect([plain.verdict, verdict]).toEqual(['right', 'wrong']); // it was taught nothing
    expect(deriveWith(style, { question }).right).not.toContain('no');
  });

  test('a question reaches a model with the words for colours that it was taught', () => {
    const question = 'Is there a red circle?';
    const {
      heard,
      right,
      question: asked,
    } = deriveWith(tunedBy('lora', 'colours', 0), { question });
    expect(heard).toEqual(['is', 'there', 'green', 'circle']);
    expect(right).toEqual(deriveWith(instruct, { question }).right);
    expect(asked).toEqual(deriveWith(instruct, { question }).question);
    expect(deriveWith(tunedBy('lora', 'style', 0), { question }).heard).toBeUndefined();
  });

  test('it is said which model answers, in both languages', () => {
    const derived = deriveWith(tunedBy('softPrompt', 'colours', 1), {
      question: 'Is there a red circle?',
    });
    expect(strings.en.whoAnswers(derived)).toMatch(/soft prompt.*is there green circle/);
    expect(strings.zh.whoAnswers(derived)).toMatch(/软提示.*颜色改名.*is there green circle/);
    expect(strings.en.whoAnswers(deriveWith(instruct))).toBe('');
    for (const language of ['zh', 'en'] as const) {
      const state = v.parse(schema, { model: 'mine' });
      const html = renderView(demo, language, state, derived, 'harbour');
      expect(html).toContain('is there green circle');
      const rows = table(derived, strings[language]).rows.flat().join(' ');
      expect(rows).not.toMatch(/NaN|undefined/);
    }
  });
});

describe('an own model that cannot be used', () => {
  const without = (part: string) => {
    const tensors = new Map(tunedBy('adapter', 'style', 0).tensors);
    tensors.delete(part);
    return fileOf('peft-adapter-style', tensors);
  };
  const reshaped = (path: string, ...shape: number[]) => {
    const length = shape.reduce((product, axis) => product * axis, 1);
    const stored = { shape, data: new Float32Array(length) };
    return fileOf('instruct-mlp', new Map([...instruct.tensors, [path, stored]]));
  };
  const notNumbers = new Map(instruct.tensors);
  const bias = notNumbers.get('connector.output.bias')!;
  notNumbers.set('connector.output.bias', { ...bias, data: new Float32Array(WIDTH).fill(NaN) });

  test.each<[string, OwnModel, RegExp]>([
    ['could not be read', new CheckpointError('its checksum is wrong'), /checksum/],
    ['lacks a tensor', without('adapters.2.up.bias'), /adapters\.2\.up\.bias/],
    ['has a tensor of another shape', reshaped('softPrompt', 8, 32), /8×32/],
    ['knows other words', reshaped('decoder.embedding', 20, WIDTH), /20 words/],
    ['has a connector of another width', reshaped('connector.output.weight', 256, 32), /./],
    ['has numbers that are none', fileOf('instruct-mlp', notNumbers), /NaN/],
  ])('%s: the book’s answers, and it is said why', (_, own, message) => {
    const derived = deriveWith(own);
    expect(derived.absence).toMatchObject({ kind: 'refused' });
    expect(derived.words).toEqual(deriveWith(undefined).words);
    expect(derived.absence).toMatchObject({ message: expect.stringMatching(message) as string });
    expect(strings.en.whoAnswers(derived)).toMatch(/cannot be used/);
    expect(strings.zh.whoAnswers(derived)).toMatch(/不能用/);
  });

  test('the reason is marked as English on a Chinese page, and the badge stays ours', () => {
    const derived = deriveWith(new CheckpointError('its checksum is wrong'));
    const state = v.parse(schema, { model: 'mine' });
    const html = renderView(demo, 'zh', state, derived, 'harbour');
    expect(html).toContain('原因（英文）：<span lang="en">its checksum is wrong</span>');
    expect(demo.isByReader!(derived)).toBe(false);
  });
});

describe('of several models', () => {
  const NAMES = ['peft-lora-style', 'clip', 'align-linear'];
  const viewOf = (derived: ReturnType<typeof derive>, language: 'zh' | 'en' = 'en') =>
    renderView(demo, language, v.parse(schema, { model: 'mine' }), derived, 'harbour');

  test('every model that training keeps and that can be asked has a name that the address takes', () => {
    const connectors = ['linear', 'mlp', 'qFormer', 'perceiver'] as const;
    const runs = [
      ...connectors.flatMap((kind) => [alignmentRun(kind), instructionRun(kind)]),
      ...METHODS.flatMap((method) => [peftRun(method, 'colours'), peftRun(method, 'style')]),
    ];
    expect([...ASKABLE_NAMES].sort()).toEqual(runs.map(modelName).sort());
    for (const name of ASKABLE_NAMES) {
      expect(v.parse(schema, { own: name }).own).toBe(name);
      for (const language of ['zh', 'en'] as const) {
        expect(strings[language].ownName(name)).not.toMatch(/undefined|-mlp|peft/);
      }
    }
    const labels = ASKABLE_NAMES.map(strings.zh.ownName);
    expect(new Set(labels).size).toBe(labels.length);
    for (const bad of ['clip', 'peft-lora-x', '__proto__', '']) {
      expect(v.parse(schema, { own: bad }).own).toBe('newest');
    }
  });

  test('the one of the wanted name answers; else the newest that can be asked', () => {
    expect(askedName(NAMES, 'align-linear')).toBe('align-linear');
    expect(askedName(NAMES, 'newest')).toBe('peft-lora-style');
    expect(askedName(['clip', ...NAMES], 'newest')).toBe('peft-lora-style');
    expect(askedName(NAMES, 'instruct-mlp')).toBe('peft-lora-style');
    expect(askedName(NAMES, 'clip')).toBe('peft-lora-style');
    expect(askedName(['clip', 'language'], 'newest')).toBeUndefined();
  });

  test('the reader chooses among those that can be asked, and sees all that are kept', () => {
    const own = keeping(NAMES, tunedBy('lora', 'style', 0));
    const derived = deriveKeeping(own);
    expect(derived.own).toMatchObject({
      askable: ['peft-lora-style', 'align-linear'],
      asked: 'peft-lora-style',
      bytes: 3e6,
    });
    const html = viewOf(derived);
    const group = /<legend[^>]*>Which one<.*?<\/fieldset>/.exec(html)![0];
    expect(group.match(/type="radio"/g)).toHaveLength(2);
    expect(group).toMatch(/value="peft-lora-style"[^>]*checked/);
    expect(html).toContain('Manage your models in this browser: 3 (3.0 MB)');
    expect(html).toContain('Delete <span class="sr-only">vision encoder</span>');
    expect(viewOf(derived, 'zh')).toContain('第一阶段，线性');
  });

  test('an address that names a model of another reader says so, and the newest answers', () => {
    const own = keeping(NAMES, tunedBy('lora', 'style', 0), 'instruct-qFormer');
    const derived = deriveKeeping(own, { own: 'instruct-qFormer' });
    expect(derived.own).toMatchObject({ missing: 'instruct-qFormer', asked: 'peft-lora-style' });
    expect(strings.en.whoAnswers(derived)).toMatch(
      /stage 2, Q-Former\) is not in this browser\. Your newest answers\. This is the model that you tuned/,
    );
    expect(strings.zh.whoAnswers(derived)).toMatch(
      /没有.*第二阶段，Q-Former.*由你最新的模型回答。/,
    );
    const nobody = deriveKeeping(keeping(['clip']), { own: 'instruct-qFormer' });
    expect(nobody.absence).toEqual({ kind: 'untrained' });
    expect(strings.en.whoAnswers(nobody)).toMatch(/Q-Former.*ours after stage 2 answers/);
    const chosen = keeping(NAMES, instruct, 'align-linear');
    expect(strings.en.whoAnswers(deriveKeeping(chosen, { own: 'align-linear' }))).toBe('');
  });

  test('the badge tells whose model answers', () => {
    const own = keeping(NAMES, tunedBy('lora', 'style', 0));
    expect(demo.isByReader!(deriveKeeping(own))).toBe(true);
    expect(demo.isByReader!(deriveKeeping(keeping(['clip'])))).toBe(false);
    expect(demo.isByReader!(deriveKeeping(undefined, { model: 'align-mlp' }))).toBe(false);
    // The frame looks models up for a state that asks for one, and for no other.
    expect(demo.ownModel!(v.parse(schema, { model: 'mine', own: 'align-mlp' }))).toBe('align-mlp');
    expect(demo.ownModel!(v.parse(schema, { model: 'mine' }))).toBe('newest');
    expect(demo.ownModel!(v.parse(schema, { own: 'align-mlp' }))).toBeUndefined();
  });

  test('until they have been looked up nothing is said of them', () => {
    const derived = deriveKeeping(undefined);
    expect(derived.absence).toEqual({ kind: 'loading' });
    expect(derived.own).toBeUndefined();
    expect(strings.zh.whoAnswers(derived)).toBe('正在读取你的模型…');
  });
});
